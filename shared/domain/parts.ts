/**
 * A paragraph split for negotiation (rule 11): where it is cut, and how its parts become one again. Cutting
 * takes no word away and adds none, so that joining what nobody changed gives the same wording.
 */
import type { Clause, ClauseLevel, Run } from './clause.ts'
import { plainText } from './wording.ts'

export interface Part {
  readonly clauses: readonly Clause[]
  /** What its first clause is in the whole: 0 goes on in the clause before it, 1 to 3 is a sub-paragraph. */
  readonly level: ClauseLevel
}

/** Before the clause of that index, or at a blank within its text: the offset in its words. */
export interface Cut {
  readonly clause: number
  readonly at: number
}

/** The parts in order, as one paragraph; footnotes come after all of it. */
export function joinParts(parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = []
  const notes: Clause[] = []
  for (const part of parts) {
    const [first, ...others] = part.clauses
    if (!first) continue
    const last = clauses.at(-1)
    if (!last) clauses.push(first)
    else if (part.level > 0) clauses.push({ ...first, level: part.level })
    else clauses.splice(-1, 1, { ...last, runs: goneOn(last, first) })
    clauses.push(...others.filter(({ kind }) => kind !== 'footnote'))
    notes.push(...others.filter(({ kind }) => kind === 'footnote'))
  }
  return [...clauses, ...notes]
}

function goneOn(last: Clause, next: Clause): readonly Run[] {
  const words = next.runs.length > 0
  return last.runs.length > 0 && words
    ? [...last.runs, { insert: ' ' }, ...next.runs]
    : [...last.runs, ...next.runs]
}

/**
 * null where a cut is not at a blank, not before a sub-paragraph, out of order, or leaves a part without
 * words. The ids are of the parts that follow the first.
 */
export function cutParagraph(
  clauses: readonly Clause[],
  cuts: readonly Cut[],
  ids: readonly string[],
): Part[] | null {
  const body = clauses.filter(({ kind }) => kind !== 'footnote')
  const head = body[0]
  if (head?.level !== 0 || cuts.length === 0 || ids.length !== cuts.length) return null
  const places = [{ clause: 0, at: 0 }, ...cuts]
  const parts = places.map((from, index): Part | null => {
    const to = places[index + 1] ?? { clause: body.length, at: 0 }
    const isCut = index === 0 || isPlace(body, from)
    if (!isCut || !isBefore(from, to)) return null
    const level: ClauseLevel = from.at === 0 ? (body[from.clause]?.level ?? 0) : 0
    const id = index === 0 ? head.id : (ids[index - 1] ?? '')
    const [first, ...others] = between(body, from, to)
    if (!first || plainText(first).trim() === '') return null
    return { level, clauses: [{ ...first, id, level: 0 }, ...others] }
  })
  const whole = parts.flatMap((part) => part ?? [])
  return whole.length === parts.length ? withNotes(whole, clauses) : null
}

function isPlace(body: readonly Clause[], { clause, at }: Cut): boolean {
  const cut = body[clause]
  if (!cut || clause < 0) return false
  if (at === 0) return clause > 0 && cut.level > 0
  const text = plainText(cut)
  return at < text.length && /\s/u.test(text.charAt(at))
}

function isBefore(a: Cut, b: Cut): boolean {
  return a.clause < b.clause || (a.clause === b.clause && a.at < b.at)
}

function between(body: readonly Clause[], from: Cut, to: Cut): Clause[] {
  return body.flatMap((clause, index) => {
    const start = index === from.clause ? from.at : 0
    const end = index === to.clause ? to.at : Infinity
    if (index < from.clause || index > to.clause || end === 0) return []
    return start === 0 && end === Infinity
      ? [clause]
      : [{ ...clause, runs: trimmed(sliced(clause.runs, start, end)) }]
  })
}

/** Offsets count what {@link plainText} shows; what shows nothing stays with the words before it. */
function sliced(runs: readonly Run[], start: number, end: number): Run[] {
  let offset = 0
  return runs.flatMap((run) => {
    const from = offset
    const length = plainText({ id: '', kind: 'text', level: 0, suppressed: false, runs: [run] }).length
    offset += length
    if (typeof run.insert !== 'string') {
      const stays = length === 0 ? from > start || start === 0 : from >= start
      return stays && (length === 0 ? from <= end : from < end) ? [run] : []
    }
    const insert = run.insert.slice(Math.max(0, start - from), Math.max(0, end - from))
    return insert === '' ? [] : [{ ...run, insert }]
  })
}

/** Without the blanks at the cut: joining puts one back. */
function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ insert }) => typeof insert !== 'string' || insert.trim() !== '')
  const last = runs.findLastIndex(({ insert }) => typeof insert !== 'string' || insert.trim() !== '')
  return runs.slice(first, last + 1).map((run, index, all) => {
    if (typeof run.insert !== 'string') return run
    const from = index === 0 ? run.insert.trimStart() : run.insert
    return { ...run, insert: index === all.length - 1 ? from.trimEnd() : from }
  })
}

/** Each footnote goes with the part that refers to it; one that nothing refers to stays with the last. */
function withNotes(parts: readonly Part[], clauses: readonly Clause[]): Part[] {
  const notes = clauses.filter(({ kind }) => kind === 'footnote')
  const home = new Map(notes.map(({ id }) => [id, parts.length - 1]))
  parts.forEach((part, index) => {
    for (const { runs } of part.clauses) {
      for (const { insert } of runs) {
        const note = typeof insert === 'string' ? undefined : insert['footnote']
        if (typeof note === 'string' && home.has(note)) home.set(note, index)
      }
    }
  })
  return parts.map((part, index) => ({
    ...part,
    clauses: [...part.clauses, ...notes.filter(({ id }) => home.get(id) === index)],
  }))
}
