/**
 * Tells which row the pointer rests on. Crossing rows on the way to somewhere else tells nothing, or the box
 * below would change while the pointer travels to its button.
 */
import { useRef } from 'react'
import { useSession } from '#renderer/session/context.tsx'

const SETTLE_MS = 180

export function useSettledPointer(onSettle: (id: string | null) => void) {
  const { clock } = useSession()
  const visit = useRef(0)
  return {
    enter(id: string) {
      const mine = ++visit.current
      clock.after(SETTLE_MS, () => {
        if (visit.current === mine) onSettle(id)
      })
    },
    /** What was shown stays shown. */
    leave() {
      visit.current += 1
    },
  }
}
