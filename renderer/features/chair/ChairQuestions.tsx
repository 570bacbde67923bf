import type { Question } from '#renderer/session/view.ts'
import { DeclineDialog } from './DeclineDialog.tsx'
import { IncorporateDialog } from './IncorporateDialog.tsx'

export type ChairQuestion = Extract<Question, { readonly kind: 'decline' | 'incorporateProposals' }>

/** What the Chair is asked about proposals; at most one is open. */
export function ChairQuestions(props: { readonly question: ChairQuestion; readonly onClose: () => void }) {
  const { question, onClose } = props
  switch (question.kind) {
    case 'decline':
      return <DeclineDialog act={question.proposal} onClose={onClose} />
    case 'incorporateProposals':
      return (
        <IncorporateDialog paragraph={question.paragraph} proposals={question.proposals} onClose={onClose} />
      )
  }
}
