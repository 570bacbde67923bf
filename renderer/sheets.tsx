/** What the right panel holds; each feature brings its sheet. */
import { useState } from 'react'
import { CommentsSheet } from './features/comments/CommentsSheet.tsx'
import { CommentsTab } from './features/comments/CommentsTab.tsx'
import { ConsensusSheet, NoParagraph } from './features/consensus/ConsensusSheet.tsx'
import { LogSheet } from './features/consensus/LogSheet.tsx'
import { HistorySheet } from './features/history/HistorySheet.tsx'
import { OwnDrafts } from './features/proposing/OwnDrafts.tsx'
import { ProposalsSheet } from './features/proposals/ProposalsSheet.tsx'
import { ReviewPanel } from './features/review/ReviewPanel.tsx'
import { useDocument, usePlace, useSelected } from './session/context.tsx'
import { waitingAt } from './session/proposals.ts'
import { useText } from './i18n/language.tsx'

const COMMENTS = { key: 'comments', label: <CommentsTab />, content: <CommentsSheet /> } as const

/** While there is no text in force, the comments are all there is beside it. */
export function CommentsAlone() {
  return <ReviewPanel shown="comments" sheets={[COMMENTS]} />
}

export function Review() {
  const text = useText()
  const paragraph = usePlace((place) => place.paragraph)
  const { id, order, facts } = useDocument()
  const sheet = usePlace((place) => place.sheet)
  const first = useFirstSheet(id)
  const waiting = useSelected(facts, (value) =>
    paragraph === null
      ? value.proposals.filter(({ status }) => status === 'pending').length
      : waitingAt(value, order.get(), paragraph).proposals,
  )
  return (
    <ReviewPanel
      shown={sheet ?? first}
      sheets={[
        {
          key: 'proposals',
          label: text('proposals.tab', { count: waiting }),
          content: (
            <>
              <OwnDrafts />
              <ProposalsSheet />
            </>
          ),
        },
        COMMENTS,
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

/** Where there are proposals, they come first. What arrives later takes nobody from the sheet they read. */
function useFirstSheet(doc: string): 'proposals' | 'consensus' {
  const { facts } = useDocument()
  const first = () => ({
    doc,
    sheet: facts.get().proposals.length > 0 ? ('proposals' as const) : ('consensus' as const),
  })
  const [kept, setKept] = useState(first)
  if (kept.doc !== doc) setKept(first)
  return kept.sheet
}
