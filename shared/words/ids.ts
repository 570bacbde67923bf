/**
 * Clause ids. Two peers may restore or move the same marker; the n-th copy is shown as `id~n` and
 * never rewritten in the text, so that every peer numbers the copies alike.
 */

/** What a marker may be called; `~` is kept for copies. */
export const CLAUSE_ID = /^[A-Za-z0-9_-]{1,64}$/

/** The id of text that stands before the first marker, where there is any. */
export const UNMARKED_ID = 'first'

export const rawId = (id: string): string => id.replace(/~\d+$/, '')

/** Gives each id its place among its copies: a, b, a -> a, b, a~2. null stays null (no marker). */
export function numberDoubles(ids: readonly (string | null)[]): (string | null)[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    if (id === null) return null
    const raw = rawId(id)
    const n = (seen.get(raw) ?? 0) + 1
    seen.set(raw, n)
    return n === 1 ? raw : `${raw}~${String(n)}`
  })
}
