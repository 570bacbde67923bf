import { useDocument, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import { BackDialog } from './BackDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The dialogs about one proposal; at most one is open. */
export function ProposalQuestions() {
  const { view } = useSession()
  const question = usePlace((place) => place.question)
  const act = question !== null && 'proposal' in question ? question.proposal : null
  const proposal = useSelected(useDocument().facts, ({ proposals }) =>
    proposals.find((one) => one.act === act),
  )
  const close = () => {
    view.go({ question: null })
  }
  if (proposal === undefined || question === null) return null
  switch (question.kind) {
    case 'back':
      return <BackDialog proposal={proposal} value={question.value} onClose={close} />
    case 'withdraw':
      return <WithdrawDialog proposal={proposal} onClose={close} />
    default:
      return null
  }
}
