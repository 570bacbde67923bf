import { z } from 'zod'
import { reason } from './fields.ts'
import { defineKind } from './kind.ts'

/** Moves the document, or suspends and resumes it (rule 1). Negotiation is opened by a round instead. */
export const stage = defineKind({
  kind: 'stage',
  scopes: ['document'],
  body: {
    to: z.enum(['preparation', 'jointDrafting', 'suspended', 'resumed']),
    phase: z.int().nonnegative().max(999_999),
    reason,
  },
  action: () => 'moveStage',
})
