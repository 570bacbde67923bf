/**
 * Which rows of a long list are worth rendering. Rows have one height; the list says where it has been
 * scrolled to, and gaps stand for the rows that are not there. Below `limit` rows everything is rendered.
 */
import { useEffect, useState, type RefObject } from 'react'

export interface Gap {
  readonly gap: number
}
/** Index of a row, or how many rows are left out in its place. */
export type Slot = number | Gap

/** Rows rendered beyond the visible ones, so that arrows and the wheel never meet an empty space. */
const MARGIN = 12

/** What to render: the visible rows, and the row that has the focus wherever it is. */
export function slots(count: number, from: number, to: number, kept: number): readonly Slot[] {
  const rows = new Set<number>()
  for (let row = Math.max(0, from); row < Math.min(count, to); row++) rows.add(row)
  if (kept >= 0 && kept < count) rows.add(kept)
  const out: Slot[] = []
  let next = 0
  for (const row of [...rows].sort((one, other) => one - other)) {
    if (row > next) out.push({ gap: row - next })
    out.push(row)
    next = row + 1
  }
  if (next < count) out.push({ gap: count - next })
  return out
}

export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  options: { readonly count: number; readonly rowPx: number; readonly limit: number; readonly kept: number },
): readonly Slot[] {
  const { count, rowPx, limit, kept } = options
  const [seen, setSeen] = useState({ from: 0, to: 40 })
  const isLong = count > limit
  useEffect(() => {
    const element = scroller.current
    if (element === null || !isLong) return
    const look = () => {
      const from = Math.floor(element.scrollTop / rowPx) - MARGIN
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowPx) + MARGIN
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    // tells the size once at the start, too
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, isLong, rowPx])
  return isLong ? slots(count, seen.from, seen.to, kept) : slots(count, 0, count, -1)
}
