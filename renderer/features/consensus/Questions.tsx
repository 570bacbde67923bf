import { useParagraph, usePlace, useSession } from '#renderer/session/context.tsx'
import { GateDialog } from './GateDialog.tsx'
import { InsertDialog } from './InsertDialog.tsx'
import { PositionDialog } from './PositionDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** The dialogs about one paragraph; at most one is open. */
export function ParagraphQuestions() {
  const question = usePlace((place) => place.question)
  if (question === null || !('paragraph' in question)) return null
  return <Question id={question.paragraph} />
}

function Question({ id }: { readonly id: string }) {
  const { view } = useSession()
  const question = usePlace((place) => place.question)
  const paragraph = useParagraph(id)
  const close = () => {
    view.go({ question: null })
  }
  if (paragraph === undefined || question === null) return null
  switch (question.kind) {
    case 'position':
      return <PositionDialog paragraph={paragraph} value={question.value} onClose={close} />
    case 'agree':
      return <GateDialog paragraph={paragraph} onClose={close} />
    case 'reopen':
    case 'suppress':
      return <ReasonDialog kind={question.kind} paragraph={paragraph} onClose={close} />
    case 'insert':
      return <InsertDialog paragraph={paragraph} onClose={close} />
    default:
      return null
  }
}
