/**
 * Where brackets stand among the runs of a clause. Places are in the wording's text with one line a clause and
 * blanks collapsed (`wordingText`); runs keep their blanks, so each place is looked for in them.
 */
import type { Clause, Run } from '#shared/domain/clause.ts'
import { plainText, wordingText } from '#shared/domain/wording.ts'

export interface TextMark {
  readonly key: string
  readonly from: number
  readonly to: number
  /** In small letters behind the opening bracket. */
  readonly tag: string
  /** What a screen reader hears there. */
  readonly said: string
}

type Piece =
  { readonly kind: 'run'; readonly run: Run } | { readonly kind: 'open' | 'close'; readonly mark: TextMark }

/** For each clause, in order, its runs cut where a bracket opens or closes. */
export function withBrackets(
  clauses: readonly Clause[],
  marks: readonly TextMark[],
): readonly (readonly Piece[])[] {
  let start = 0
  return clauses.map((clause) => {
    const line = wordingText([clause])
    const signs = marks.flatMap((mark) => signsIn(mark, start, line.length, keptOf(plainText(clause))))
    start += line.length + 1
    return cut(clause, signs)
  })
}

interface Sign {
  readonly kind: 'open' | 'close'
  /** In the raw words of the clause. */
  readonly at: number
  readonly mark: TextMark
}

function signsIn(mark: TextMark, start: number, length: number, kept: readonly number[]): Sign[] {
  const signs: Sign[] = []
  const [from, to] = [mark.from - start, mark.to - start]
  if (from >= 0 && from < length) signs.push({ kind: 'open', at: kept[from] ?? 0, mark })
  if (to > 0 && to <= length) signs.push({ kind: 'close', at: (kept[to - 1] ?? 0) + 1, mark })
  return signs
}

/** The places in the raw words of those that stay when blanks are collapsed. */
function keptOf(raw: string): readonly number[] {
  const kept: number[] = []
  const end = raw.trimEnd().length
  for (let at = raw.length - raw.trimStart().length; at < end; at++) {
    if (!/\s/u.test(raw.charAt(at)) || !/\s/u.test(raw.charAt(at - 1))) kept.push(at)
  }
  return kept
}

function cut(clause: Clause, signs: readonly Sign[]): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const run of clause.runs) {
    const length = plainText({ ...clause, runs: [run] }).length
    const end = start + length
    const here = signs
      .filter(({ kind, at }) => (kind === 'open' ? at >= start && at < end : at > start && at <= end))
      .sort((one, other) => one.at - other.at || Number(one.kind === 'open') - Number(other.kind === 'open'))
    let done = start
    for (const { kind, at, mark } of here) {
      if (at > done) pieces.push({ kind: 'run', run: part(run, done - start, at - start) })
      pieces.push({ kind, mark })
      done = Math.max(done, at)
    }
    if (done < end || length === 0) pieces.push({ kind: 'run', run: part(run, done - start, length) })
    start = end
  }
  return pieces
}

const part = (run: Run, from: number, to: number): Run =>
  typeof run.insert === 'string' ? { ...run, insert: run.insert.slice(from, to) } : run
