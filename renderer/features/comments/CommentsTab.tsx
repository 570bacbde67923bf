import './comments.css'
import { useText } from '#renderer/i18n/language.tsx'
import { useWaitingMentions } from './use-threads.ts'

/** The name of the sheet, with how many mentions of the own delegation wait for an answer. */
export function CommentsTab() {
  const text = useText()
  const waiting = useWaitingMentions().length
  return (
    <>
      {text('comments.tab')}
      {waiting > 0 && (
        <span className="tab-count numeric">
          <span aria-hidden>{waiting}</span>
          <span className="unseen">{text('comments.waiting', { count: waiting })}</span>
        </span>
      )}
    </>
  )
}
