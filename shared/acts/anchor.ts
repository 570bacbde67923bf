/**
 * Where words named in one wording of a paragraph stand in another: brackets and comments hold on to words,
 * not to places (rule 8). Offsets are in the text with one line a clause.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { changesBetween, wordsOf } from './three-way.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

/** Whether exactly these words stand there. */
export function quotes(clauses: readonly Clause[], { from, to }: Span, quote: string): boolean {
  return wordingText(clauses).slice(from, to) === quote
}

/** null where one of the words, or something between them, has changed. */
export function placeIn(base: readonly Clause[], current: readonly Clause[], span: Span): Span | null {
  const [before, after] = [wordingText(base), wordingText(current)]
  if (before === after) return { from: span.from, to: span.to }
  const [words, now] = [wordsOf(before), wordsOf(after)]
  const first = wordAt(words, span.from)
  const last = wordAt(words, span.to - 1)
  let moved = 0
  for (const { from, to, put } of changesBetween(words, now)) {
    if (from > last.index) break
    const isBefore = to <= first.index
    if (!isBefore) return null
    moved = put.to - to
  }
  const start = offsetOf(now, first.index + moved) + (span.from - first.offset)
  return { from: start, to: start + (span.to - span.from) }
}

/** The word that holds the character, and where it begins. */
function wordAt(words: readonly string[], character: number): { index: number; offset: number } {
  let offset = 0
  for (const [index, word] of words.entries()) {
    if (character < offset + word.length) return { index, offset }
    offset += word.length
  }
  return { index: words.length, offset }
}

function offsetOf(words: readonly string[], index: number): number {
  return words.slice(0, index).reduce((sum, word) => sum + word.length, 0)
}
