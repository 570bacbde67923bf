/** Comes into view, and takes the focus, when it is what the member was to be taken to. */
import { useEffect, useRef, type RefObject } from 'react'
import { usePlace, useSession } from '#renderer/session/context.tsx'

export function useSought(act: string): RefObject<HTMLElement | null> {
  const { view } = useSession()
  const isSought = usePlace((place) => place.soughtCard === act)
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isSought || card.current === null) return
    // what is folded away cannot be looked at
    for (
      let fold = card.current.closest('details');
      fold !== null;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true
    card.current.scrollIntoView({ block: 'nearest' })
    card.current.focus({ preventScroll: true })
    view.go({ soughtCard: null })
  }, [isSought, view])
  return card
}
