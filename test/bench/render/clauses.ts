/** A long text to draft in: operative clauses of fifty words. */
import type { Clause } from '#shared/domain/clause.ts'

const WORDS_EACH = 50
const WORDS =
  'acuerdan promover una migración segura ordenada y regular con pleno respeto de los derechos de las personas migrantes y de sus familias en la región'.split(
    ' ',
  )

export const longText = (count: number): readonly Clause[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `long-${String(index)}`,
    kind: 'operative',
    level: 0,
    suppressed: false,
    runs: [{ insert: wordsFrom(index) }],
  }))

const wordsFrom = (index: number): string =>
  Array.from({ length: WORDS_EACH }, (_, i) => WORDS[(index * 7 + i) % WORDS.length] ?? '').join(' ')
