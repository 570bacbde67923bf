/** The exchange file (rule 36): what a member has, for a colleague who cannot reach the relay. */
import { z } from 'zod'
import { EXCHANGE_AUDIENCES } from '#shared/sync/exchange.ts'
import { bytes, hex, id, text } from './fields.ts'

const count = z.int().nonnegative()

export const exchangeCalls = {
  'exchange.export': {
    input: z.strictObject({
      conf: hex(32),
      hat: hex(32),
      /** null: all documents. */
      doc: id.nullable(),
      /** What every delegation may read, or also what is the own delegation's alone. */
      for: z.enum(EXCHANGE_AUDIENCES),
      /** Where to write; null asks the member. Only honoured in a demonstration or test. */
      path: text(4_000).nullable(),
    }),
    output: z.strictObject({ path: text(4_000), acts: count, blobs: count }).nullable(),
  },
  'exchange.import': {
    /** null asks the member for the file. */
    input: z.strictObject({ conf: hex(32), content: bytes.nullable() }),
    output: z.strictObject({ taken: z.strictObject({ acts: count, blobs: count }) }).nullable(),
  },
} as const
