import { FileOutput } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  useConferenceState,
  useDocument,
  usePlace,
  useRecord,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { LanguageSwitch } from '#renderer/session/LanguageSwitch.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { ConferenceMenu } from './ConferenceMenu.tsx'

/** A name: the same in every language. */
const PRODUCT = 'Consenso'

/** Which text this is, how it is looked at, and what can be done with the whole of it. */
export function TopBar(props: { readonly stage: ReactNode }) {
  const text = useText()
  const { view, leaveConference } = useSession()
  const mode = usePlace((place) => place.mode)
  const inNegotiation = useSelected(useDocument().order, (order) => order.length > 0)
  return (
    <header className="top">
      <button type="button" className="top-mark" title={text('window.conferences')} onClick={leaveConference}>
        <Mark />
        {PRODUCT}
        <span className="unseen"> {text('window.conferences')}</span>
      </button>
      <Title />
      {props.stage}
      {inNegotiation && (
        <Segmented
          label={text('window.view.label')}
          value={mode}
          segments={[
            { key: 'text', label: text('window.view.text') },
            { key: 'matrix', label: text('window.view.matrix') },
            { key: 'compare', label: text('reading.view.compare') },
          ]}
          onChange={(key) => {
            view.go({ mode: key })
          }}
        />
      )}
      <Button
        look="primary"
        icon={<FileOutput size={16} aria-hidden />}
        onPress={() => {
          view.go({ question: { kind: 'export' } })
        }}
      >
        {text('window.export')}
      </Button>
      <LanguageSwitch />
      <ConferenceMenu />
    </header>
  )
}

function Title() {
  const text = useText()
  const language = useLanguage()
  const { title, ppt } = useConferenceState()
  const record = useRecord()
  const round = useSelected(useDocument().facts, ({ rounds }) => rounds.at(-1)?.symbol ?? null)
  return (
    <div className="top-title">
      <h1 lang={record?.language}>{record?.title}</h1>
      <p>
        {[
          round ?? record?.symbol ?? '',
          title[language],
          ppt === null ? '' : text('window.presidedBy', { country: country(ppt, language) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </div>
  )
}
