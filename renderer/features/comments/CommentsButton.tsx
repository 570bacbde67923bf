import { MessageSquare } from 'lucide-react'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { useThreads } from './use-threads.ts'

/** Shows the comments, and puts them away, where there is no panel with a tab for them. */
export function CommentsButton() {
  const text = useText()
  const { view } = useSession()
  const shown = usePlace(({ sheet }) => sheet === 'comments')
  const open = useThreads().filter(({ resolved }) => resolved === null).length
  return (
    <Button
      look="ghost"
      aria-expanded={shown}
      icon={<MessageSquare size={16} aria-hidden />}
      onPress={() => {
        view.go(shown ? { sheet: null, drawer: false } : { sheet: 'comments', drawer: true })
      }}
    >
      {text('comments.button', { count: open })}
    </Button>
  )
}
