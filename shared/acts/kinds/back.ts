import { z } from 'zod'
import { BACKINGS } from '#shared/domain/proposal.ts'
import { actId, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** What a country holds of this version of a proposal (rule 5); null takes back what it said. */
export const back = defineKind({
  kind: 'back',
  scopes: ['document'],
  body: { proposal: actId, value: z.enum(BACKINGS).nullable(), reason: reason.nullable() },
  action: ({ value }) =>
    value === 'object' ? 'objectToProposal' : value === 'reserve' ? 'reserveOnProposal' : 'supportProposal',
})
