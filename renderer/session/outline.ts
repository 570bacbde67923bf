/** What the order of paragraphs says about each one: its section, its footnotes, its neighbours. */
import type { ParagraphState, ParagraphStatus } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { plainText } from '#shared/domain/wording.ts'

export interface Progress {
  readonly agreed: number
  readonly reserved: number
  readonly blocked: number
  readonly open: number
  readonly total: number
}

/** Counts the paragraphs on which consent is asked; what is suppressed asks for none. */
export function progressOf(paragraphs: readonly ParagraphState[]): Progress {
  const counted = paragraphs.filter(({ consent, status }) => consent && status !== 'suppressed')
  const count = (...statuses: readonly ParagraphStatus[]) =>
    counted.filter(({ status }) => statuses.includes(status)).length
  return {
    agreed: count('agreed'),
    reserved: count('agreedWithReservation'),
    blocked: count('blocked', 'disputed'),
    open: count('open'),
    total: counted.length,
  }
}

const SETTLED: readonly ParagraphStatus[] = ['agreed', 'agreedWithReservation', 'suppressed']
export const isOpen = ({ consent, status }: ParagraphState): boolean => consent && !SETTLED.includes(status)

/** The next paragraph still open in that direction, round the end of the text; null when none is. */
export function nextOpen(
  paragraphs: readonly ParagraphState[],
  from: string | null,
  direction: 1 | -1,
): string | null {
  const count = paragraphs.length
  const start = paragraphs.findIndex(({ id }) => id === from)
  const first = start < 0 ? (direction === 1 ? -1 : count) : start
  for (let step = 1; step <= count; step++) {
    const paragraph = paragraphs[(((first + direction * step) % count) + count) % count]
    if (paragraph !== undefined && isOpen(paragraph)) return paragraph.id
  }
  return null
}

/** The wording in view: the one in force, else the first of two that contradict each other. */
export const shownWording = ({ wording, alternatives }: ParagraphState) => wording ?? alternatives[0] ?? null

/** First words, for outline and tables. */
export function openingWords(paragraph: ParagraphState, max = 90): string {
  const first = shownWording(paragraph)?.clauses[0]
  return first === undefined ? '' : firstWords(first, max)
}

export function firstWords(clause: Clause, max = 90): string {
  const words = plainText(clause).replace(/\s+/g, ' ').trim()
  return words.length <= max ? words : `${words.slice(0, max).replace(/\s+\S*$/, '')}…`
}

/** Number of the first footnote of each paragraph that has any, by its id. */
export function firstFootnotes(paragraphs: readonly ParagraphState[]): Readonly<Record<string, number>> {
  let next = 1
  const first: Record<string, number> = {}
  for (const paragraph of paragraphs) {
    const count = (shownWording(paragraph)?.clauses ?? []).filter(({ kind }) => kind === 'footnote').length
    if (count > 0) first[paragraph.id] = next
    next += count
  }
  return first
}
