/** Puts words into the clipboard by the member's own command, and says whether it worked. */
import { useText } from '#renderer/i18n/language.tsx'
import { useSession } from './context.tsx'

export function useCopy(): (words: string) => Promise<void> {
  const text = useText()
  const { notices } = useSession()
  return async (words) => {
    try {
      await navigator.clipboard.writeText(words)
      notices.tell('done', text('drafts.copied'))
    } catch {
      // the system refused the clipboard; the words are still on the screen to be selected
      notices.tell('problem', text('drafts.copyFailed'))
    }
  }
}
