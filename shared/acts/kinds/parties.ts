import { z } from 'zod'
import { countries } from './fields.ts'
import { defineKind } from './kind.ts'

/** The countries whose consent the document needs; without this act, all twelve. */
export const parties = defineKind({
  kind: 'parties',
  scopes: ['document'],
  body: { parties: countries.min(1), basis: z.enum(['all', 'present']) },
  action: () => 'setParties',
})
