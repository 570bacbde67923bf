/**
 * What the guard must know of a room, without a live document: how far each clientID has written,
 * whose key it belongs to, and what has been deleted. Grows only by updates that the guard let
 * pass, and can be rebuilt from the stored updates with their writers.
 */
import * as Y from 'yjs'
import { ClockRanges } from './ranges.ts'

export interface RoomKnowledge {
  /** The next clock of that client; 0 when it has written nothing. */
  readonly clock: (client: number) => number
  /** The key that first used the clientID. */
  readonly owner: (client: number) => string | undefined
  readonly deleted: (client: number, start: number, end: number) => boolean
  readonly stateVector: () => Uint8Array
}

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

export interface StoredUpdate {
  readonly update: Uint8Array
  readonly writer: string
}

export class RoomClock implements RoomKnowledge {
  readonly #clocks = new Map<number, number>()
  readonly #owners = new Map<number, string>()
  readonly #deleted = new ClockRanges()

  static rebuild(stored: Iterable<StoredUpdate>): RoomClock {
    const room = new RoomClock()
    for (const { update, writer } of stored) room.accept(update, writer)
    return room
  }

  /** From a merged snapshot, in which writers can no longer be told apart: owners are stored beside it. */
  static fromSnapshot(snapshot: Uint8Array, owners: Iterable<readonly [number, string]>): RoomClock {
    const room = new RoomClock()
    for (const [client, key] of owners) room.#owners.set(client, key)
    room.accept(snapshot, '')
    return room
  }

  clock(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  owner(client: number): string | undefined {
    return this.#owners.get(client)
  }

  deleted(client: number, start: number, end: number): boolean {
    return this.#deleted.covers(client, start, end)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#clocks)
  }

  owners(): [client: number, key: string][] {
    return [...this.#owners]
  }

  /** Call with what `guardUpdate` returned, after it has been stored. Accepting twice changes nothing. */
  accept(update: Uint8Array, writer: string): void {
    this.acceptDecoded(Y.decodeUpdate(update), writer)
  }

  acceptDecoded({ structs, ds }: DecodedUpdate, writer: string): void {
    for (const { id, length } of structs) {
      const end = id.clock + length
      if (end > this.clock(id.client)) this.#clocks.set(id.client, end)
      if (!this.#owners.has(id.client)) this.#owners.set(id.client, writer)
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) this.#deleted.add(client, clock, clock + len)
    }
  }
}
