/** What a round must have frozen, made again from its paragraphs (rule 25). */
import type { LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import type { VerifiedAct } from '#shared/acts/act.ts'
import { freeze, type FrozenText } from '#shared/acts/round-blob.ts'
import type { Hash } from './hashes.ts'

interface Made {
  readonly paragraphs: readonly Paragraph[]
  readonly layout: LayoutFamily
  readonly hashes: Omit<FrozenText, 'bytes'>
}

const made = new WeakMap<VerifiedAct, Made>()

/** Hashing a whole text is dear; the same round over the same paragraphs is hashed once. */
export function frozenHashes(
  round: VerifiedAct,
  paragraphs: readonly Paragraph[],
  layout: LayoutFamily,
  sha256: Hash,
): Omit<FrozenText, 'bytes'> {
  const known = made.get(round)
  if (known?.layout === layout && sameParagraphs(known.paragraphs, paragraphs)) return known.hashes
  const { blob, textHash } = freeze(paragraphs, layout, sha256)
  made.set(round, { paragraphs, layout, hashes: { blob, textHash } })
  return { blob, textHash }
}

/** By identity: the clauses of an act or blob never change. */
function sameParagraphs(a: readonly Paragraph[], b: readonly Paragraph[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => one.clauses === b[index]?.clauses && isSamePart(one, b[index]))
  )
}

function isSamePart(a: Paragraph, b: Paragraph): boolean {
  return a.part?.paragraph === b.part?.paragraph
}
