import { useCallback } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import { keepFocus } from '#renderer/ui/kept-focus.ts'

/** Lays the pen down: the draft stays, and the focus goes to the paragraph's number. */
export function useLeave(paragraph: string): () => void {
  const { view } = useSession()
  return useCallback(() => {
    view.go({ pen: null })
    keepFocus(() => document.querySelector(`#p-${CSS.escape(paragraph)} .row-number`))
  }, [view, paragraph])
}
