import { actId, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/** Lets observers read a closed round: its clean text, written into their own scope (rule 38). */
export const publish = defineKind({
  kind: 'publish',
  scopes: ['observers'],
  body: { round: actId, blob: sha256 },
  action: () => 'publish',
})
