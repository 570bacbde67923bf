import { z } from 'zod'
import { actId, base, paragraphClauses, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

const change = z.strictObject({
  paragraph: paragraphId,
  /** For a new paragraph (no `base`): the one before it, null for the start of the text. */
  after: paragraphId.nullable(),
  /** The acts that last set it, as the signer knew them; empty for a new paragraph. */
  base,
  /** Hash of the wording replaced; null where there is none or more than one. */
  before: sha256.nullable(),
  clauses: paragraphClauses,
})

/** The Chair gives paragraphs a wording (rule 2). */
export const incorporate = defineKind({
  kind: 'incorporate',
  scopes: ['document'],
  body: { paragraphs: z.array(change).min(1).max(200), proposals: z.array(actId).max(64), reason },
  action: () => 'incorporate',
  coherent: ({ paragraphs }) =>
    paragraphs.every(({ paragraph, clauses }) => clauses[0]?.id === paragraph) &&
    new Set(paragraphs.map(({ paragraph }) => paragraph)).size === paragraphs.length,
})
