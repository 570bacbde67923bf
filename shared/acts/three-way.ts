/**
 * Two wordings made from the same one, compared word by word: whether what one of them changes was touched by
 * the other (rules 4 and 7), and if not, the wording with both changes (rule 33). No clock decides anything
 * here: everybody comes to the same answer. Changes that only touch do not overlap; two insertions at one
 * place do, since nobody can say which comes first.
 */
import { diffArrays } from 'diff'
import type { Attributes, Clause, Embed, Run } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'

/** Beyond so many words taken out and put in, a wording counts as replaced between its first and last change. */
const MAX_EDITS = 600

type Marker = Omit<Clause, 'runs'>

/** The marker of a clause, a word, a blank, or an embed; equal exactly if the keys are. */
export interface Token {
  readonly key: string
  readonly text: string
  readonly piece: { readonly clause: Marker } | Run
}

/** Tokens `from` to `to` of the base give way to others. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly put: readonly Token[]
}

/** A place that both changed: the words there before, and those of either. */
export interface Overlap {
  readonly base: string
  readonly current: string
  readonly mine: string
}

export type Rebased = { readonly clauses: readonly Clause[] } | { readonly overlap: readonly Overlap[] }

type ByWording<T> = WeakMap<readonly Clause[], T>

const rebased: ByWording<ByWording<ByWording<Rebased>>> = new WeakMap()

/** My changes brought onto the current wording, where nobody changed the same words. */
export function rebase(
  base: readonly Clause[],
  current: readonly Clause[],
  mine: readonly Clause[],
): Rebased {
  const answers = within(within(rebased, base), current)
  const known = answers.get(mine)
  if (known) return known
  const made = bringOnto(base, current, mine)
  answers.set(mine, made)
  return made
}

function bringOnto(base: readonly Clause[], current: readonly Clause[], mine: readonly Clause[]): Rebased {
  const theirs = hunksBetween(base, current)
  const own = hunksBetween(base, mine)
  const overlap = overlapsOf(tokensOf(base), theirs, own)
  if (overlap.length > 0) return { overlap }
  const clauses = clausesOf(applied(tokensOf(base), [...theirs, ...own]))
  if (clauses && isOneParagraph(clauses)) return { clauses }
  const whole = (all: readonly Clause[]) => textOf(tokensOf(all))
  return { overlap: [{ base: whole(base), current: whole(current), mine: whole(mine) }] }
}

/** Whether the words that `mine` changes are no longer there in `current`. */
export function overlaps(
  base: readonly Clause[],
  current: readonly Clause[],
  mine: readonly Clause[],
): boolean {
  return 'overlap' in rebase(base, current, mine)
}

/** Whether `mine` has made every change that `current` made, in the same place and with the same words. */
export function hasChangesOf(
  base: readonly Clause[],
  current: readonly Clause[],
  mine: readonly Clause[],
): boolean {
  const own = hunksBetween(base, mine).map(nameOf)
  return hunksBetween(base, current).every((hunk) => own.includes(nameOf(hunk)))
}

const nameOf = ({ from, to, put }: Hunk): string => JSON.stringify([from, to, put.map(({ key }) => key)])

/** Whether two changes of one wording concern the same words, so that nobody can say how they go together. */
export function hunksMeet(base: readonly Clause[], one: Hunk, other: Hunk): boolean {
  return meet(tokensOf(base), one, other)
}

/** The wording with these changes, of which no two may meet; null where what comes of them is no paragraph. */
export function withHunks(base: readonly Clause[], hunks: readonly Hunk[]): readonly Clause[] | null {
  const clauses = clausesOf(applied(tokensOf(base), hunks))
  return clauses && isOneParagraph(clauses) ? clauses : null
}

/** Not a word, a marker or a formatting differs. */
export function isSameToTheLetter(one: readonly Clause[], other: readonly Clause[]): boolean {
  const [a, b] = [tokensOf(one), tokensOf(other)]
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key)
}

const tokenised = new WeakMap<readonly Clause[], readonly Token[]>()

export function tokensOf(clauses: readonly Clause[]): readonly Token[] {
  const known = tokenised.get(clauses)
  if (known) return known
  const made = clauses.flatMap(({ runs, ...clause }) => [
    markerOf(clause),
    ...joinedRuns(runs).flatMap(tokensOfRun),
  ])
  tokenised.set(clauses, made)
  return made
}

const compared: ByWording<ByWording<readonly Hunk[]>> = new WeakMap()

/** What makes `after` of `before`, in the order of the base. */
export function hunksBetween(before: readonly Clause[], after: readonly Clause[]): readonly Hunk[] {
  const ofBase = within(compared, before)
  const known = ofBase.get(after)
  if (known) return known
  const [from, to] = [tokensOf(before), tokensOf(after)]
  const made = changesBetween(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
  ).map(({ put, ...range }) => ({ ...range, put: to.slice(put.from, put.to) }))
  ofBase.set(after, made)
  return made
}

interface Change {
  readonly from: number
  readonly to: number
  /** Of the other side. */
  readonly put: { readonly from: number; readonly to: number }
}

/** Which stretches of the first list give way to which of the second. */
export function changesBetween(from: readonly string[], to: readonly string[]): readonly Change[] {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let end = 0
  const most = Math.min(from.length, to.length) - start
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end++
  const [old, fresh] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  if (old.length === 0 && fresh.length === 0) return []
  const parts = diffArrays(old, fresh, { maxEditLength: MAX_EDITS })
  if (!parts) {
    return [{ from: start, to: from.length - end, put: { from: start, to: to.length - end } }]
  }
  const changes: Change[] = []
  let [at, put] = [start, start]
  let open: { from: number; put: number } | null = null
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      if (open) changes.push({ from: open.from, to: at, put: { from: open.put, to: put } })
      open = null
    } else open ??= { from: at, put }
    if (!added) at += count
    if (!removed) put += count
  }
  if (open) changes.push({ from: open.from, to: at, put: { from: open.put, to: put } })
  return changes
}

function overlapsOf(base: readonly Token[], theirs: readonly Hunk[], own: readonly Hunk[]): Overlap[] {
  const found: Overlap[] = []
  let next = 0
  for (const mine of own) {
    while ((theirs[next]?.to ?? Infinity) < mine.from) next++
    for (let index = next; index < theirs.length; index++) {
      const other = theirs[index]
      if (!other || other.from > mine.to) break
      if (!meet(base, mine, other)) continue
      const before = base.slice(Math.min(mine.from, other.from), Math.max(mine.to, other.to))
      found.push({ base: textOf(before), current: textOf(other.put), mine: textOf(mine.put) })
    }
  }
  return found
}

function meet(base: readonly Token[], a: Hunk, b: Hunk): boolean {
  if (a.from < b.to && b.from < a.to) return true
  if (a.from === a.to && b.from === b.to) return a.from === b.from
  return isAtEndOfRemovedClause(base, a, b) || isAtEndOfRemovedClause(base, b, a)
}

/** Words put in where a clause ends that the other takes out would find themselves in the clause before. */
function isAtEndOfRemovedClause(base: readonly Token[], added: Hunk, removed: Hunk): boolean {
  return (
    added.from === added.to &&
    added.from === removed.to &&
    base.slice(removed.from, removed.to).some(({ piece }) => 'clause' in piece)
  )
}

/** They must not overlap. */
function applied(base: readonly Token[], hunks: readonly Hunk[]): Token[] {
  const inOrder = [...hunks].sort((a, b) => a.from - b.from || a.to - b.to)
  const out: Token[] = []
  let at = 0
  for (const { from, to, put } of inOrder) {
    out.push(...base.slice(at, from), ...put)
    at = to
  }
  return [...out, ...base.slice(at)]
}

/** null where words stand before the first marker. */
function clausesOf(tokens: readonly Token[]): Clause[] | null {
  const clauses: { clause: Marker; runs: Run[] }[] = []
  for (const { piece } of tokens) {
    if ('clause' in piece) clauses.push({ clause: piece.clause, runs: [] })
    else if (clauses.length === 0) return null
    else clauses.at(-1)?.runs.push(piece)
  }
  return clauses.map(({ clause, runs }) => ({ ...clause, runs: joinedRuns(runs) }))
}

/** How a text is cut into runs says nothing. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const joined = joinedRun(out.at(-1), run)
    if (joined) out[out.length - 1] = joined
    else out.push(run)
  }
  return out
}

/** null where they are not words of one formatting. */
function joinedRun(one: Run | undefined, other: Run): Run | null {
  if (typeof one?.insert !== 'string' || typeof other.insert !== 'string') return null
  if (sortedKey(one.attributes) !== sortedKey(other.attributes)) return null
  return { ...one, insert: one.insert + other.insert }
}

function isOneParagraph(clauses: readonly Clause[]): boolean {
  const ids = new Set(clauses.map(({ id }) => id))
  return ids.size === clauses.length && groupParagraphs(clauses).length === 1
}

function markerOf(clause: Marker): Token {
  const { id, kind, level, suppressed } = clause
  return { key: `\n${JSON.stringify([id, kind, level, suppressed])}`, text: '\n', piece: { clause } }
}

/** Letters and digits with what joins them, blanks, and every other character by itself. */
const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

export function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? []
}

function tokensOfRun({ insert, attributes }: Run): Token[] {
  const format = sortedKey(attributes)
  const run = (piece: string | Embed): Run => ({ insert: piece, ...(attributes ? { attributes } : {}) })
  if (typeof insert !== 'string') {
    return [{ key: `\0${sortedKey(insert)}${format}`, text: '\uFFFC', piece: run(insert) }]
  }
  return wordsOf(insert).map((text) => ({ key: `${text}\0${format}`, text, piece: run(text) }))
}

function within<T>(map: ByWording<ByWording<T>>, key: readonly Clause[]): ByWording<T> {
  const known = map.get(key)
  if (known) return known
  const made: ByWording<T> = new WeakMap()
  map.set(key, made)
  return made
}

function sortedKey(value: Attributes | Embed | undefined): string {
  if (value === undefined || Object.keys(value).length === 0) return ''
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}
