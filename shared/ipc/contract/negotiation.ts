/** What a member means to do in the negotiation; main builds the act and signs it. */
import { z } from 'zod'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { clauseId, country, hex, id, text } from './fields.ts'
import { importedClause } from './papers.ts'
import { actIds, base, clauses, done, level, target } from './wording.ts'

const reason = text(4_000).min(1)

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
  'round.close': {
    input: z.strictObject({
      ...target,
      publish: z.boolean(),
      /** Split paragraphs to join although not all their parts are agreed (rule 11); the others are joined anyway. */
      join: z.array(clauseId).max(200).optional(),
    }),
    output: done,
  },
  /** Gives paragraphs a wording, in one act; a deletion is a wording whose clauses are suppressed (rule 10). */
  'text.incorporate': {
    input: z.strictObject({
      ...target,
      paragraphs: z
        .array(
          z.strictObject({
            /** Existing paragraph to set, or null for a new one placed after `after` (null: at the start). */
            paragraph: clauseId.nullable(),
            after: clauseId.nullable(),
            base,
            clauses,
          }),
        )
        .min(1)
        .max(200),
      /** Those whose words were used, whole or in part. */
      proposals: actIds,
      reason: text(4_000),
    }),
    output: done,
  },
  'text.move': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      after: clauseId.nullable(),
      base,
      proposals: actIds,
      reason: text(4_000),
    }),
    output: done,
  },
  /** Into parts with positions of their own (rule 11); `level` is what the part's first clause is in the whole. */
  'text.split': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      base,
      parts: z.array(z.strictObject({ clauses, level })).min(2).max(50),
      proposals: actIds,
      reason: text(4_000),
    }),
    output: done,
  },
  'text.suppress': {
    input: z.strictObject({ ...target, paragraph: clauseId, base, reason }),
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
