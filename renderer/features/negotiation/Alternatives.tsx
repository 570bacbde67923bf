import type { ReactNode } from 'react'
import type { ParagraphState, Wording } from '#shared/acts/state.ts'
import {
  useConferenceState,
  useDocument,
  usePlace,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** Two wordings made of one, apart: both stand, neither is in force until the Chair chooses (rule 35). */
export function Alternatives(props: {
  readonly paragraph: ParagraphState
  readonly render: (wording: Wording) => ReactNode
}) {
  const { paragraph, render } = props
  const text = useText()
  const { intents, view } = useSession()
  const office = useOffice('incorporate', paragraph.id)
  const isCurrent = usePlace((place) => place.paragraph === paragraph.id)
  return (
    <div className="double">
      <p className="double-note">{text('consensus.double.note')}</p>
      {paragraph.alternatives.map((wording, i) => (
        <div key={wording.act} className="double-wording">
          <p className="double-tag">
            {text('consensus.double.version', { n: i + 1 })}
            <Author act={wording.act} />
          </p>
          {render(wording)}
          {office !== null && isCurrent && (
            <Button
              size="small"
              aria-label={text('window.double.chooseVersion', { n: i + 1 })}
              onPress={() => {
                const { id } = paragraph
                const { clauses } = wording
                void intents.incorporate(office.target, {
                  paragraph: id,
                  after: null,
                  base: setBy(paragraph),
                  clauses,
                  reason: '',
                })
              }}
            >
              {text('window.double.choose')}
            </Button>
          )}
        </div>
      ))}
      {office !== null && isCurrent && (
        <Button
          size="small"
          onPress={() => {
            view.go({ question: { kind: 'incorporateProposals', paragraph: paragraph.id, proposals: [] } })
          }}
        >
          {text('chair.double.third')}
        </Button>
      )}
    </div>
  )
}

function Author({ act }: { readonly act: string }) {
  const text = useText()
  const language = useLanguage()
  const { members } = useConferenceState()
  const by = useSelected(useDocument().facts, ({ log }) => log.find((entry) => entry.act === act)?.by ?? null)
  return by === null ? null : ` · ${keyName(members.get(by), language, text)}`
}
