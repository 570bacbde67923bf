import { actId, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** A country no longer proposes it; it lives on while another confirmed proponent stays (rule 6). */
export const withdraw = defineKind({
  kind: 'withdraw',
  scopes: ['document'],
  body: { proposal: actId, reason },
  action: () => 'withdrawProposal',
})
