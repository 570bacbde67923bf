/** Comments for those who may read them, and contact groups on one paragraph. */
import { z } from 'zod'
import { clauseId, country, hex, id, text } from './fields.ts'
import { done, target } from './wording.ts'

const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({ kind: z.literal('paragraph'), paragraph: clauseId }),
  z.strictObject({
    kind: z.literal('words'),
    paragraph: clauseId,
    hash: hex(64),
    /** In the paragraph's text with one line a clause. */
    from: z.int().nonnegative(),
    to: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal('proposal'), proposal: hex(64) }),
])

export const commentCalls = {
  /** What an observer writes goes into the observers' channel as a contribution (rule 38). */
  'comment.write': {
    input: z.strictObject({
      ...target,
      /** `audience`: the own delegation and the bureau, or, written by the bureau, the delegation of `country`. */
      audience: z.enum(['all', 'delegation', 'audience', 'bureau', 'observers']),
      country: country.optional(),
      /** The act that began the thread it answers; it is about what that is about. */
      thread: hex(64).nullable(),
      about,
      text: text(8_000).min(1),
      mentions: z.array(country),
    }),
    output: done,
  },
  'comment.resolve': {
    input: z.strictObject({ ...target, thread: hex(64), resolved: z.boolean() }),
    output: done,
  },
  /** Opens a contact group, or changes who is in it, or closes it. */
  'huddle.set': {
    input: z.strictObject({
      ...target,
      huddle: id.nullable(),
      paragraph: clauseId.nullable(),
      delegations: z.array(country).min(1),
      open: z.boolean(),
      reason: text(4_000),
    }),
    output: z.strictObject({ act: hex(64), huddle: id, room: text(200) }),
  },
  /**
   * The group's room, which begins empty: were each of its delegations to fill it, those apart would double
   * the words. Whoever wants the paragraph there copies it, as an edit like any other.
   */
  'huddle.enter': {
    input: z.strictObject({ ...target, huddle: id }),
    output: z.strictObject({ room: text(200) }),
  },
  /** Whether the advisers of the own delegation may table (rule 4). */
  'delegation.allow': {
    input: z.strictObject({ conf: hex(32), hat: hex(32), advisersTable: z.boolean() }),
    output: done,
  },
} as const
