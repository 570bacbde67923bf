/** Rooms of words, and the drafts kept of what one refused. */
import { z } from 'zod'
import { refusal } from '#shared/sync/protocol.ts'
import { bytes, hex, instant, text } from './fields.ts'

/** Words the relay refused, kept readable (trust: "a refused update never loses words"). */
export const keptDraft = z.strictObject({
  id: z.string(),
  conf: hex(32),
  room: z.string(),
  at: instant,
  reason: refusal,
  /** Paragraph by paragraph: what the relay holds and what this member had written. */
  paragraphs: z.array(z.strictObject({ id: z.string(), theirs: z.string(), mine: z.string() })),
})
export type KeptDraft = z.infer<typeof keptDraft>

export const roomCalls = {
  'room.open': {
    input: z.strictObject({ conf: hex(32), room: text(200) }),
    /** `state` is a Yjs update with everything this device holds; `client` the id to write with. */
    output: z.strictObject({ state: bytes, client: z.int(), writable: z.boolean() }),
  },
  /** Answers once the update is on this disk. */
  'room.write': {
    input: z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
    output: z.null(),
  },
  /** y-protocols awareness update of this window, not stored. */
  'room.awareness': {
    input: z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
    output: z.null(),
  },
  'room.close': { input: z.strictObject({ conf: hex(32), room: text(200) }), output: z.null() },
  'room.authors': {
    input: z.strictObject({ conf: hex(32), room: text(200) }),
    output: z.array(z.strictObject({ client: z.int(), key: hex(32) })),
  },
  'drafts.list': { input: z.strictObject({ conf: hex(32) }), output: z.array(keptDraft) },
  'drafts.dismiss': { input: z.strictObject({ conf: hex(32), id: z.string() }), output: z.null() },
} as const
