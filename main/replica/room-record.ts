/** What a record of a room's file says: one byte for its kind, then its content. Unknown kinds are skipped. */
import { z } from 'zod'

export type RoomRecord =
  | { readonly kind: 'name'; readonly name: string }
  /** An update that the relay has, or had before it came here. */
  | { readonly kind: 'remote'; readonly update: Uint8Array }
  | { readonly kind: 'local'; readonly update: Uint8Array }
  /** The relay holds every local update before this record. */
  | { readonly kind: 'acknowledged' }
  /** After the file was written anew: how many local updates in it are not acknowledged. */
  | { readonly kind: 'unsent'; readonly count: number; readonly clients: readonly number[] }

const TAGS = ['name', 'remote', 'local', 'acknowledged', 'unsent'] as const satisfies RoomRecord['kind'][]
const unsent = z.strictObject({ count: z.int().nonnegative(), clients: z.array(z.int()) })

export function roomRecord(record: RoomRecord): Uint8Array {
  return Buffer.concat([Buffer.of(TAGS.indexOf(record.kind)), content(record)])
}

function content(record: RoomRecord): Uint8Array {
  switch (record.kind) {
    case 'name':
      return Buffer.from(record.name, 'utf8')
    case 'remote':
    case 'local':
      return record.update
    case 'acknowledged':
      return new Uint8Array(0)
    case 'unsent':
      return Buffer.from(JSON.stringify({ count: record.count, clients: record.clients }), 'utf8')
  }
}

export function readRoomRecord(bytes: Uint8Array): RoomRecord | null {
  const kind = TAGS[bytes[0] ?? TAGS.length]
  const body = bytes.subarray(1)
  switch (kind) {
    case 'name':
      return { kind, name: Buffer.from(body).toString('utf8') }
    case 'remote':
    case 'local':
      return { kind, update: body }
    case 'acknowledged':
      return { kind }
    case 'unsent': {
      const parsed = unsent.safeParse(JSON.parse(Buffer.from(body).toString('utf8')))
      return parsed.success ? { kind, ...parsed.data } : null
    }
    default:
      return null
  }
}
