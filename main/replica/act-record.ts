/** Records of a conference's acts file: JSON, one fact each. Unknown ones are skipped and left in the file. */
import { z } from 'zod'
import { envelope, receipt, refusal } from '#shared/sync/protocol.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const actRecord = z.union([
  /** An act, with the relay's receipt where it came from there. */
  z.strictObject({ act: envelope, receipt: receipt.nullable() }),
  /** The relay's later answer for an act of this device. */
  z.strictObject({ received: receipt }),
  /** An act of this device that the relay will never take: it is as if it had not been signed. */
  z.strictObject({ withdrawn: hash, code: refusal }),
  /** A blob of this device that is to be sent, and that the relay has it. */
  z.strictObject({ blob: hash, scope: z.string() }),
  z.strictObject({ stored: hash }),
])
export type ActRecord = z.infer<typeof actRecord>

export const writeActRecord = (record: ActRecord): Uint8Array => Buffer.from(JSON.stringify(record), 'utf8')

export function readActRecord(bytes: Uint8Array): ActRecord | null {
  const parsed = actRecord.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  return parsed.success ? parsed.data : null
}
