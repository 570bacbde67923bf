import { base, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/** Deletion incorporated: the paragraph stays, marked, and can come back (rule 10). */
export const suppress = defineKind({
  kind: 'suppress',
  scopes: ['document'],
  body: { paragraph: paragraphId, base: base.min(1), before: sha256.nullable(), reason },
  action: () => 'suppress',
})
