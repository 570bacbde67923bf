import { z } from 'zod'
import { countries, line, paragraphId, sha256, wording } from './fields.ts'
import { defineKind } from './kind.ts'

/** The Chair marks a paragraph agreed (rule 21); the gate is judged at the act's place. */
export const agree = defineKind({
  kind: 'agree',
  scopes: ['document'],
  body: {
    paragraph: paragraphId,
    hash: sha256,
    wording,
    lastCall: z.strictObject({ meeting: line(200), attendance: countries }).nullable(),
  },
  action: () => 'agree',
})
