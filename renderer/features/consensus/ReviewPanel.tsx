import { X } from 'lucide-react'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Tabbed } from '#renderer/ui/Tabbed.tsx'
import { ConsensusSheet, NoParagraph } from './ConsensusSheet.tsx'
import { HistorySheet } from './HistorySheet.tsx'
import { LogSheet } from './LogSheet.tsx'

/** The right panel: about the current paragraph, and the register of the document. */
export function ReviewPanel() {
  const text = useText()
  const { view } = useSession()
  const sheet = usePlace((place) => place.sheet)
  const paragraph = usePlace((place) => place.paragraph)
  return (
    <>
      <div className="drawer-close">
        <Button
          look="ghost"
          size="small"
          aria-label={text('window.closePanel')}
          icon={<X size={17} aria-hidden />}
          onPress={() => {
            view.go({ drawer: false })
          }}
        />
      </div>
      <Tabbed
        label={text('window.review.label')}
        value={sheet}
        sheets={[
          {
            key: 'consensus',
            label: text('term.consensus'),
            content: paragraph === null ? <NoParagraph /> : <ConsensusSheet id={paragraph} />,
          },
          {
            key: 'history',
            label: text('consensus.history.tab'),
            content: paragraph === null ? <NoParagraph /> : <HistorySheet id={paragraph} />,
          },
          { key: 'log', label: text('consensus.log.tab'), content: <LogSheet paragraph={paragraph} /> },
        ]}
        onChange={(key) => {
          view.go({ sheet: key })
        }}
      />
    </>
  )
}
