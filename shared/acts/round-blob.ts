/**
 * The frozen text of a round as a blob: canonical JSON, named by its SHA-256. Everybody who holds the acts
 * can make the same bytes, so a blob that says something else than the acts is noticed.
 */
import { z } from 'zod'
import type { Clause } from '#shared/domain/clause.ts'
import { numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { canonicalWording } from '#shared/domain/wording.ts'
import { fromUtf8, toUtf8 } from './bytes.ts'
import { canonicalJson, tryCanonicalJson } from './canonical.ts'
import { frozenClause, paragraphId } from './kinds/fields.ts'
import type { Sha256 } from './state.ts'

const MAX_BLOB_BYTES = 4 * 1024 * 1024

export interface RoundText {
  readonly v: 1
  readonly clauses: readonly Clause[]
  /** Number by id of paragraph; those without a number are left out. */
  readonly numbers: Readonly<Record<string, string>>
}

const roundText = z.strictObject({
  v: z.literal(1),
  clauses: z.array(frozenClause).max(20_000),
  numbers: z.record(paragraphId, z.string().max(40)),
})

/** Numbers are given by paragraph; empty ones are left out. */
export function encodeRound(clauses: readonly Clause[], numbers: ReadonlyMap<string, string>): Uint8Array {
  const numbered = [...numbers].filter(([, number]) => number !== '')
  const text: RoundText = { v: 1, clauses, numbers: Object.fromEntries(numbered) }
  return toUtf8(canonicalJson(text))
}

/** null where the bytes are not a round's text in canonical form. */
export function decodeRound(bytes: Uint8Array): RoundText | null {
  if (bytes.length > MAX_BLOB_BYTES) return null
  const text = fromUtf8(bytes)
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    const parsed = roundText.safeParse(value)
    return parsed.success && tryCanonicalJson(value) === text ? parsed.data : null
  } catch {
    return null // not JSON
  }
}

/** Hash of all the words, in order; numbers, marks and ids excluded, as in a wording's hash. */
export function textHash(clauses: readonly Clause[], sha256: (bytes: Uint8Array) => Sha256): Sha256 {
  return sha256(toUtf8(canonicalWording(clauses)))
}

export interface FrozenText {
  readonly bytes: Uint8Array
  /** Name of the blob. */
  readonly blob: Sha256
  readonly textHash: Sha256
}

/** What a `round` act names: the whole text, its paragraphs numbered afresh (rule 9). */
export function freeze(
  paragraphs: readonly Paragraph[],
  layout: LayoutFamily,
  sha256: (bytes: Uint8Array) => Sha256,
): FrozenText {
  const clauses = paragraphs.flatMap((paragraph) => paragraph.clauses)
  const bytes = encodeRound(clauses, numberParagraphs(paragraphs, layout))
  return { bytes, blob: sha256(bytes), textHash: textHash(clauses, sha256) }
}
