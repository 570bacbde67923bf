import { actId, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** The Chair does not take a proposal up, and says why; the record stays (rule 4). */
export const decline = defineKind({
  kind: 'decline',
  scopes: ['document'],
  body: { proposal: actId, reason: reason.min(1) },
  action: () => 'decline',
})
