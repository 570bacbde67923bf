/** What makes one text of another, as a person would mark it: stretches of whole words, in characters. */
import { changesBetween, wordsOf } from '#shared/acts/three-way.ts'

/** Characters `from` to `to` give way to `put`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly put: string
}

/** A blank or comma between two changes joins them: a passage rewritten is not cut into splinters. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const [places, putPlaces] = [offsets(old), offsets(fresh)]
  const edits: { from: number; to: number; putFrom: number; putTo: number }[] = []
  for (const { from, to, put } of changesBetween(old, fresh)) {
    const next = {
      from: places[from] ?? 0,
      to: places[to] ?? 0,
      putFrom: putPlaces[put.from] ?? 0,
      putTo: putPlaces[put.to] ?? 0,
    }
    const last = edits.at(-1)
    if (last !== undefined && isIsland(before.slice(last.to, next.from))) {
      last.to = next.to
      last.putTo = next.putTo
    } else edits.push(next)
  }
  return edits.map(({ from, to, putFrom, putTo }) => ({ from, to, put: after.slice(putFrom, putTo) }))
}

const isIsland = (words: string): boolean => !/[\p{L}\p{N}]/u.test(words)

/** Where each word begins, and where the text ends. */
function offsets(words: readonly string[]): readonly number[] {
  const out = [0]
  for (const word of words) out.push((out.at(-1) ?? 0) + word.length)
  return out
}

/** Changes that only touch do not overlap; two insertions at one place do. */
export const overlap = (a: Edit, b: Edit): boolean =>
  (a.from < b.to && b.from < a.to) || (a.from === a.to && b.from === b.to && a.from === b.from)
