/** What the store holds of one room. */
import { lastPart, range } from './keys.ts'
import type { StoredLog } from './room-log.ts'
import type { Storage } from './storage.ts'

export interface StoredRoom {
  readonly owners: readonly (readonly [client: number, key: string])[]
  readonly log: StoredLog
}

export async function readRoom(storage: Storage, prefix: string): Promise<StoredRoom> {
  const owners: [number, string][] = []
  const updates: { n: number; value: Uint8Array }[] = []
  let snapshot: Uint8Array | null = null
  let first = 0
  for (const { key, value } of await storage.range(...range(prefix))) {
    const kind = key.charAt(prefix.length)
    if (kind === 'c') owners.push([Number(lastPart(key)), new TextDecoder().decode(value)])
    else if (kind === 's') {
      snapshot = value
      first = Number(lastPart(key))
    } else if (kind === 'u') updates.push({ n: Number(lastPart(key)), value })
  }
  // a relay killed between the fold and the removal of what was folded has both
  const tail = updates.filter(({ n }) => n >= first).map(({ value }) => value)
  return { owners, log: { snapshot, first, tail } }
}
