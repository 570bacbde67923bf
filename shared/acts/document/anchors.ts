/** Where words that an act names are now. */
import { wordingText } from '#shared/domain/wording.ts'
import type { Wording } from '#shared/acts/state.ts'

export interface Anchor {
  readonly hash: string
  readonly from: number
  readonly to: number
  readonly quote: string
}

export interface Place {
  readonly from: number
  readonly to: number
}

/** The very words, nearest to where they were; null where they are no more. */
export function placeNow({ from, quote }: Anchor, { clauses }: Pick<Wording, 'clauses'>): Place | null {
  const text = wordingText(clauses)
  const before = text.lastIndexOf(quote, from)
  const after = text.indexOf(quote, from)
  if (before < 0 && after < 0) return null
  const at = before < 0 || (after >= 0 && after - from <= from - before) ? after : before
  return { from: at, to: at + quote.length }
}
