/** Whether an element has come near the part of the page in view; what once has stays so. */
import { useEffect, useState, type RefObject } from 'react'

/** A screen ahead, so that whoever scrolls or uses the keys meets finished rows. */
const AHEAD = '600px 0px'

export function useSeen(ref: RefObject<Element | null>): boolean {
  // where nothing is drawn, nothing can be watched: then everything is in view
  const [seen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const element = ref.current
    if (seen || element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [ref, seen])
  return seen
}
