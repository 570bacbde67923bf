import { actId, paragraphId, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** Opens an agreed paragraph again, with a reason; its wording and the positions on it stay (rule 22). */
export const reopen = defineKind({
  kind: 'reopen',
  scopes: ['document'],
  body: { paragraph: paragraphId, agreement: actId, reason: reason.min(1) },
  action: () => 'reopen',
})
