import { z } from 'zod'
import { actId, base, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/** Deletion incorporated: the paragraph stays, marked, and can come back (rule 10). */
export const suppress = defineKind({
  kind: 'suppress',
  scopes: ['document'],
  body: {
    paragraph: paragraphId,
    base: base.min(1),
    before: sha256.nullable(),
    /** Those that asked for it. */
    proposals: z.exactOptional(z.array(actId).max(64)),
    reason,
  },
  action: () => 'suppress',
})
