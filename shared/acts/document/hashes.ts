/** Hashes and readings of content that never changes, made once for each object. */
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs, type Paragraph } from '#shared/domain/paragraph.ts'
import { wordingHash } from '#shared/domain/wording.ts'
import { toUtf8 } from '#shared/acts/bytes.ts'
import { decodeRound } from '#shared/acts/round-blob.ts'
import type { Sha256 } from '#shared/acts/state.ts'

export type Hash = (bytes: Uint8Array) => Sha256

const hashes = new WeakMap<readonly Clause[], Sha256>()

export function hashOf(clauses: readonly Clause[], sha256: Hash): Sha256 {
  const known = hashes.get(clauses)
  if (known !== undefined) return known
  const hash = wordingHash(clauses, (utf8) => sha256(toUtf8(utf8)))
  hashes.set(clauses, hash)
  return hash
}

interface Frozen {
  readonly clauses: readonly Clause[]
  readonly paragraphs: readonly Paragraph[]
}

const readings = new WeakMap<Uint8Array, Frozen | null>()

/** null where the blob is not the text of a round. */
export function readFrozen(blob: Uint8Array): Frozen | null {
  const known = readings.get(blob)
  if (known !== undefined) return known
  const round = decodeRound(blob)
  const frozen = round && { clauses: round.clauses, paragraphs: groupParagraphs(round.clauses) }
  readings.set(blob, frozen)
  return frozen
}

const suppressions = new WeakMap<readonly Clause[], readonly Clause[]>()

/** The same words, marked as suppressed (rule 10). */
export function suppressed(clauses: readonly Clause[]): readonly Clause[] {
  const known = suppressions.get(clauses)
  if (known) return known
  const made = clauses.map((clause) => ({ ...clause, suppressed: true }))
  suppressions.set(clauses, made)
  return made
}
