/** What a member means to do in the negotiation; main builds the act and signs it. */
import { z } from 'zod'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { clauseId, country, hex, id, text } from './fields.ts'
import { importedClause } from './papers.ts'

const primitive = z.union([z.string(), z.number(), z.boolean()])

const run = z.strictObject({
  insert: z.union([z.string(), z.record(z.string(), z.unknown())]),
  attributes: z.record(z.string(), primitive).optional(),
})
const clause = z.strictObject({
  id: clauseId,
  kind: z.enum(CLAUSE_KINDS),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  suppressed: z.boolean(),
  runs: z.array(run).max(5_000),
})

const target = { conf: hex(32), doc: id, hat: hex(32) }
const reason = text(4_000).min(1)

/** Every intent answers with the id of the act it made; it is on this disk by then. */
const done = z.strictObject({ act: hex(64) })

export const negotiationCalls = {
  'document.create': {
    input: z.strictObject({
      conf: hex(32),
      hat: hex(32),
      type: z.enum(['declaration', 'recommendation', 'message', 'annex']),
      title: text(300).min(1),
      symbol: text(60).min(1),
      language: text(20),
      layout: z.enum(['gerund', 'headingVerb', 'plural', 'sections']),
      network: id.nullable(),
      draftingGroup: z.array(country),
      clauses: z.array(importedClause).min(1).max(5_000),
    }),
    output: z.strictObject({ act: hex(64), doc: id }),
  },
  'parties.set': {
    input: z.strictObject({ ...target, parties: z.array(country).min(1), basis: z.enum(['all', 'present']) }),
    output: done,
  },
  /** preparation to joint drafting, negotiation back to joint drafting (a fresh room, seeded once). */
  'stage.set': {
    input: z.strictObject({ ...target, to: z.enum(['preparation', 'jointDrafting']), reason: text(4_000) }),
    output: done,
  },
  /** Freezes the drafting room into round 0; the first of the acts that follow is the text. */
  'negotiation.open': { input: z.strictObject(target), output: done },
  'round.close': { input: z.strictObject({ ...target, publish: z.boolean() }), output: done },
  'text.incorporate': {
    input: z.strictObject({
      ...target,
      /** Existing paragraph to set, or null for a new one placed after `after` (null: at the start). */
      paragraph: clauseId.nullable(),
      after: clauseId.nullable(),
      /** The acts that last set it, as the window showed it; empty for a new paragraph. */
      base: z.array(hex(64)),
      clauses: z.array(clause).min(1),
      reason: text(4_000),
    }),
    output: done,
  },
  'text.suppress': {
    input: z.strictObject({ ...target, paragraph: clauseId, base: z.array(hex(64)), reason }),
    output: done,
  },
  'position.take': {
    input: z.strictObject({
      ...target,
      paragraphs: z.array(z.strictObject({ paragraph: clauseId, hash: hex(64) })).min(1),
      value: z.enum(POSITION_VALUES),
      reason: text(4_000).nullable(),
    }),
    output: z.strictObject({ acts: z.array(hex(64)) }),
  },
  'position.prepare': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      hash: hex(64),
      value: z.enum(POSITION_VALUES),
      reason: text(4_000).nullable(),
      /** For the Secretariat, which prepares on behalf of a country (rule 31); a delegation prepares its own. */
      country: country.optional(),
    }),
    output: done,
  },
  'paragraph.agree': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      hash: hex(64),
      /** "Any objection?" at a meeting, with who was there to answer (rule 21). */
      lastCall: z.strictObject({ meeting: text(200).min(1), attendance: z.array(country).min(1) }).optional(),
    }),
    output: done,
  },
  'paragraph.reopen': {
    input: z.strictObject({ ...target, paragraph: clauseId, reason }),
    output: done,
  },
  /** The Chair's draft on the screen: opens its room, seeded from the paragraph. */
  'screen.open': {
    input: z.strictObject({ ...target, paragraph: clauseId }),
    output: z.strictObject({ room: text(200) }),
  },
} as const
