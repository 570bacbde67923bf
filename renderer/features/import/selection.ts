/** A stretch of a list chosen from the keyboard or with the pointer: where it began, and where it is now. */
import type { Span } from './import-draft.ts'

export interface Selection {
  readonly anchor: number
  readonly focus: number
}

export const FIRST: Selection = { anchor: 0, focus: 0 }

export const spanOf = ({ anchor, focus }: Selection): Span => ({
  from: Math.min(anchor, focus),
  to: Math.max(anchor, focus),
})

/** With `extends` the beginning stays where it is. */
export function moveTo(selection: Selection, focus: number, extend: boolean): Selection {
  return { anchor: extend ? selection.anchor : focus, focus }
}

const PAGE = 8

/** Where a key leads; null when it is not one that moves. */
export function destination(key: string, focus: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(focus + 1, last)
    case 'ArrowUp':
      return Math.max(focus - 1, 0)
    case 'PageDown':
      return Math.min(focus + PAGE, last)
    case 'PageUp':
      return Math.max(focus - PAGE, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
