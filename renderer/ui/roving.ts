/**
 * One stop of the Tab key for a group; arrows move inside it. Works on whatever buttons the group
 * holds, so it keeps no state that could disagree with the page.
 */
import type { KeyboardEvent } from 'react'

export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  { columns, selector = 'button' }: { readonly columns: number; readonly selector?: string },
): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const at = stops.findIndex((stop) => stop === event.target)
  if (at < 0) return
  const to = destination(event.key, at, stops.length, columns)
  if (to === null) return
  event.preventDefault()
  event.stopPropagation()
  stops[Math.min(Math.max(to, 0), stops.length - 1)]?.focus()
}

function destination(key: string, at: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return columns === 1 ? null : at + 1
    case 'ArrowLeft':
      return columns === 1 ? null : at - 1
    case 'ArrowDown':
      return at + columns < count ? at + columns : at
    case 'ArrowUp':
      return at - columns >= 0 ? at - columns : at
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
