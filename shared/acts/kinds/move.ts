import { z } from 'zod'
import { actId, base, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/** Gives a paragraph another place; inside its section positions stand (rule 16), elsewhere they lapse. */
export const move = defineKind({
  kind: 'move',
  scopes: ['document'],
  body: {
    paragraph: paragraphId,
    after: paragraphId.nullable(),
    base: base.min(1),
    before: sha256.nullable(),
    proposals: z.array(actId).max(64),
    reason,
  },
  action: () => 'move',
  coherent: ({ paragraph, after }) => paragraph !== after,
})
