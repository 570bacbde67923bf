/** What the right panel holds; each feature brings its sheet. */
import { ConsensusSheet, NoParagraph } from './features/consensus/ConsensusSheet.tsx'
import { LogSheet } from './features/consensus/LogSheet.tsx'
import { HistorySheet } from './features/history/HistorySheet.tsx'
import { ReviewPanel } from './features/review/ReviewPanel.tsx'
import { usePlace } from './session/context.tsx'
import { useText } from './i18n/language.tsx'

export function Review() {
  const text = useText()
  const paragraph = usePlace((place) => place.paragraph)
  return (
    <ReviewPanel
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
    />
  )
}
