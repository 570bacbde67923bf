/** Proposals: the drafts of a delegation's workshop, what is tabled of them, and what others hold of it. */
import { z } from 'zod'
import { BACKINGS, NATURES, OPERATIONS } from '#shared/domain/proposal.ts'
import { clauseId, country, hex, id, text } from './fields.ts'
import { actIds, clauses, done, target } from './wording.ts'

const reason = text(4_000)
const rests = { paragraph: clauseId, hash: hex(64) }

/** What a proposal would do, with its exact words (rule 2). */
const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['amend', 'alternative']), ...rests, clauses }),
  z.strictObject({ kind: z.literal('insert'), after: clauseId.nullable(), clauses }),
  z.strictObject({ kind: z.literal('delete'), ...rests }),
  z.strictObject({ kind: z.literal('move'), ...rests, after: clauseId.nullable() }),
  z.strictObject({ kind: z.literal('split'), ...rests, parts: z.array(clauses).min(2).max(50) }),
  z.strictObject({
    kind: z.literal('merge'),
    paragraphs: z.array(z.strictObject(rests)).min(2).max(20),
    clauses,
  }),
])

export const proposalCalls = {
  /** A room of the own workshop, filled once: from the paragraphs, or from the version it follows or answers. */
  'draft.open': {
    input: z.strictObject({
      ...target,
      operation: z.enum(OPERATIONS),
      targets: z.array(clauseId).max(20),
      /** For insert and move. */
      after: clauseId.nullable(),
      previous: hex(64).nullable(),
      answers: hex(64).nullable(),
    }),
    output: z.strictObject({ draft: id, room: text(200) }),
  },
  'draft.describe': {
    input: z.strictObject({ ...target, draft: id, nature: z.enum(NATURES), reason, note: text(200) }),
    output: done,
  },
  /** Off the list; its room stays. */
  'draft.putAway': { input: z.strictObject({ ...target, draft: id }), output: done },
  'proposal.table': {
    input: z.strictObject({
      ...target,
      /** The draft it comes from; null where there is none in the own workshop. */
      draft: id.nullable(),
      operation,
      /** The own country and those that are asked to confirm; none for the Chair's bridging proposal. */
      proponents: z.array(country),
      nature: z.enum(NATURES),
      reason,
      previous: hex(64).nullable(),
      answers: hex(64).nullable(),
      /** Versions that a bridging proposal would take the place of. */
      replaces: actIds,
      huddle: id.nullable(),
      /** The name it keeps through its versions; null: that of the version before, or a new one. */
      proposal: id.nullable(),
    }),
    output: z.strictObject({ act: hex(64), proposal: id }),
  },
  /** The own country confirms it as co-proponent (rule 6). */
  'proposal.join': { input: z.strictObject({ ...target, proposal: hex(64) }), output: done },
  /** What the own country holds of this version; null takes it back (rule 5). */
  'proposal.back': {
    input: z.strictObject({
      ...target,
      proposal: hex(64),
      value: z.enum(BACKINGS).nullable(),
      reason: reason.nullable(),
    }),
    output: done,
  },
  'proposal.withdraw': { input: z.strictObject({ ...target, proposal: hex(64), reason }), output: done },
  'proposal.decline': {
    input: z.strictObject({ ...target, proposal: hex(64), reason: reason.min(1) }),
    output: done,
  },
  /** The words from `from` to `to` of the paragraph's text with one line a clause (rule 8). */
  'bracket.open': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      hash: hex(64),
      from: z.int().nonnegative(),
      to: z.int().positive(),
      /** null: for the own country; a list: by the Chair, for those who asked for it. */
      countries: z.array(country).min(1).nullable(),
      reason: reason.optional(),
    }),
    output: done,
  },
  'bracket.lift': {
    input: z.strictObject({
      ...target,
      bracket: hex(64),
      /** null: the own country's; a meeting: by the Chair, "without objection". */
      meeting: z.strictObject({ meeting: text(200).min(1), attendance: z.array(country).min(1) }).nullable(),
    }),
    output: done,
  },
} as const
