import { usePlace, useSession } from '#renderer/session/context.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { TableDialog } from './TableDialog.tsx'

/** The dialogs about what the own delegation proposes; at most one is open. */
export function ProposingQuestions() {
  const { view } = useSession()
  const question = usePlace((place) => place.question)
  const close = () => {
    view.go({ question: null })
  }
  switch (question?.kind) {
    case 'table':
      return <TableDialog tabling={question.tabling} onClose={close} />
    case 'moveParagraph':
      return <MoveDialog paragraph={question.paragraph} onClose={close} />
    default:
      return null
  }
}
