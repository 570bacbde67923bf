import { z } from 'zod'
import { isConsentKind } from '#shared/domain/paragraph.ts'
import { actId, base, paragraphClauses, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/**
 * Splits a paragraph for negotiation (rule 11): its parts are negotiated as paragraphs of their own until the
 * round that closes names them among its `rejoins`. `level` is what the part's first clause is in the whole:
 * 0 goes on in the clause before it, above that it is a sub-paragraph.
 */
export const split = defineKind({
  kind: 'split',
  scopes: ['document'],
  body: {
    paragraph: paragraphId,
    base: base.min(1),
    before: sha256,
    parts: z
      .array(
        z.strictObject({
          clauses: paragraphClauses,
          level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
        }),
      )
      .min(2)
      .max(50),
    proposals: z.array(actId).max(64),
    reason,
  },
  action: () => 'split',
  coherent: ({ paragraph, parts }) =>
    parts.every(({ clauses: [first] }) => first?.level === 0 && isConsentKind(first.kind)) &&
    parts[0]?.clauses[0]?.id === paragraph &&
    new Set(parts.flatMap(({ clauses }) => clauses.map(({ id }) => id))).size ===
      parts.reduce((sum, { clauses }) => sum + clauses.length, 0),
})
