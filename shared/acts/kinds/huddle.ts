import { z } from 'zod'
import { countries, docId, paragraphId, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** A contact group of the delegations named on one paragraph; said again, it changes who is in it, or closes it. */
export const huddle = defineKind({
  kind: 'huddle',
  scopes: ['document'],
  body: {
    huddle: docId,
    paragraph: paragraphId.nullable(),
    delegations: countries.min(1),
    open: z.boolean(),
    reason,
  },
  action: () => 'openHuddle',
})
