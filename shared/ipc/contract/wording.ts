/** Wordings as they cross the border: clauses of exactly one paragraph, and what rests on a wording. */
import { z } from 'zod'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { clauseId, hex, id } from './fields.ts'

const primitive = z.union([z.string(), z.number(), z.boolean()])

const run = z.strictObject({
  insert: z.union([z.string(), z.record(z.string(), z.unknown())]),
  attributes: z.record(z.string(), primitive).optional(),
})

export const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

const clause = z.strictObject({
  id: clauseId,
  kind: z.enum(CLAUSE_KINDS),
  level,
  suppressed: z.boolean(),
  runs: z.array(run).max(5_000),
})
export const clauses = z.array(clause).min(1).max(500)
export type GivenClauses = z.infer<typeof clauses>

/** Of every intent about one document. */
export const target = { conf: hex(32), doc: id, hat: hex(32) }

/** Acts that last set a paragraph, as the window showed it; empty for a new one. */
export const base = z.array(hex(64)).max(64)

export const actIds = z.array(hex(64)).max(64)

/** Every intent answers with the id of the act it made; it is on this disk by then. */
export const done = z.strictObject({ act: hex(64) })
