/**
 * Find and replace in wordings. Matches stay inside a clause and never reach over a break, a footnote or what
 * only a newer version shows; they may go over formatting, and what replaces them has that of their first
 * letter. Nothing but the matches changes: clauses and runs without one are the very same objects.
 */
import type { Clause, Run } from '#shared/domain/clause.ts'

export interface Search {
  readonly find: string
  readonly replace: string
  readonly isCaseExact: boolean
  readonly isAccentExact: boolean
}

export interface Replaced {
  readonly clauses: readonly Clause[]
  readonly count: number
}

export function replaceIn(clauses: readonly Clause[], search: Search): Replaced {
  let count = 0
  const changed = clauses.map((clause) => {
    const matches = matchesIn(clause.runs, search)
    count += matches.length
    return matches.length === 0
      ? clause
      : { ...clause, runs: joined(replaced(clause.runs, matches, search.replace)) }
  })
  return count === 0 ? { clauses, count } : { clauses: changed, count }
}

interface Match {
  readonly from: number
  readonly to: number
}

/** Stands for what is not a letter, which no search can hold. */
const OBJECT = '\uFFFC'

const widthOf = ({ insert }: Run): number => (typeof insert === 'string' ? insert.length : 1)

function matchesIn(runs: readonly Run[], search: Search): readonly Match[] {
  const { find } = search
  if (find === '' || find.includes(OBJECT)) return []
  const words = runs.map(({ insert }) => (typeof insert === 'string' ? insert : OBJECT)).join('')
  const [text, wanted] = [fold(words, search), fold(find, search)]
  const matches: Match[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    matches.push({ from: at, to: at + wanted.length })
  return matches
}

/** Letter by letter, and never longer or shorter than before: an index is a place in the clause. */
export function fold(text: string, { isCaseExact, isAccentExact }: Omit<Search, 'find' | 'replace'>): string {
  let out = ''
  for (const letter of text) {
    const bare = isAccentExact ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')
    const plain = isCaseExact ? bare : bare.toLowerCase()
    out += plain.length === letter.length ? plain : letter
  }
  return out
}

function replaced(runs: readonly Run[], matches: readonly Match[], replacement: string): readonly Run[] {
  let start = 0
  return runs.flatMap((run): readonly Run[] => {
    const [from, to] = [start, start + widthOf(run)]
    start = to
    const here = matches.filter((match) => match.from < to && match.to > from)
    const { insert } = run
    if (here.length === 0 || typeof insert !== 'string') return [run]
    let words = ''
    let kept = from
    for (const match of here) {
      words += insert.slice(kept - from, Math.max(match.from, from) - from)
      if (match.from >= from) words += replacement
      kept = Math.min(match.to, to)
    }
    words += insert.slice(kept - from)
    return words === '' ? [] : [{ ...run, insert: words }]
  })
}

/** Runs that have come to stand side by side with one formatting are one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last !== undefined && isText(last) && isText(run) && formatOf(last) === formatOf(run))
      out[out.length - 1] = { ...last, insert: last.insert + run.insert }
    else out.push(run)
  }
  return out
}

const isText = (run: Run): run is Run & { readonly insert: string } => typeof run.insert === 'string'

const formatOf = ({ attributes = {} }: Run): string =>
  JSON.stringify(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)))
