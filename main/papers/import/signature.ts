import type { ImportedClause } from '#shared/ipc/contract.ts'

const SIGNATURE =
  /^(?:hech[oa]|dad[oa]|adoptad[oa]|aprobad[oa]|suscrit[oa]|firmad[oa]|feit[oa]|adotad[oa]|aprovad[oa]|assinad[oa]|done|adopted|signed)\s(?:en|em|at|in|on|por|by|la|el|this)(?=\s)/iu
const PLACE_AND_DATE = /^\p{Lu}[\p{L} ]{2,40}, (?:a )?\d{1,2}(?:º|°)? (?:de )?\p{L}+ (?:de )?\d{4}\.?$/u

/** The closing formula and what stands under it, among the last lines of the text. */
export function markSignature(clauses: readonly ImportedClause[]): readonly ImportedClause[] {
  const from = Math.max(clauses.length - 16, Math.ceil(clauses.length / 2))
  const start = clauses.findIndex(
    ({ kind, level, text }, at) =>
      at >= from && kind === 'text' && level === 0 && (SIGNATURE.test(text) || PLACE_AND_DATE.test(text)),
  )
  if (start < 0) return clauses
  return clauses.map((clause, at) =>
    at >= start && clause.kind === 'text' && clause.text.length < 400
      ? { ...clause, kind: 'signature' }
      : clause,
  )
}
