/**
 * Where words named in one wording of a paragraph stand in another: brackets and comments hold on to words,
 * not to places (rule 8). Offsets are in the text with one line a clause.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { joinParts, type Part } from '#shared/domain/parts.ts'
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

/** Of a place in one part, where it is in the whole that they are joined to; footnotes come after all of it. */
export function placeInWhole(parts: readonly Part[], index: number, { from, to }: Span): Span | null {
  const part = parts[index]
  if (!part) return null
  const body = (one: Part): Part => ({ ...one, clauses: one.clauses.filter(isOfBody) })
  const notes = (one: Part) => one.clauses.filter((clause) => !isOfBody(clause))
  const words = wordingText(part.clauses)
  const length = wordingText(body(part).clauses).length
  const moved =
    to <= length
      ? wordingText(joinParts(parts.slice(0, index + 1).map(body))).length - length
      : wordingText([...joinParts(parts.map(body)), ...parts.slice(0, index).flatMap(notes)]).length - length
  const place = { from: from + moved, to: to + moved }
  return quotes(joinParts(parts), place, words.slice(from, to)) ? place : null
}

function isOfBody({ kind }: Clause): boolean {
  return kind !== 'footnote'
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
