/**
 * What is durable of one room: a snapshot and the updates after it, in the memory while the room has
 * members and on disk always. Nothing enters before it is committed, so whoever is served from here
 * is served committed words only.
 */
import * as Y from 'yjs'
import { EMPTY_UPDATE, decodeStateVector, encodeStep2, encodeUpdate, sameState } from '#shared/sync/wire.ts'
import { foldsTo, type FoldJob } from './fold.ts'
import { snapshotKey, updateKey } from './keys.ts'
import type { Change } from './storage.ts'

export interface StoredLog {
  readonly snapshot: Uint8Array | null
  /** Number of the first update after the snapshot. */
  readonly first: number
  readonly tail: Uint8Array[]
}

export class RoomLog {
  readonly #prefix: string
  readonly #clocks: Map<number, number>
  #snapshot: Uint8Array | null
  #first: number
  #tail: Uint8Array[]
  #tailBytes: number

  /** `state`: the state vector of everything stored. */
  constructor(prefix: string, stored: StoredLog, state: Uint8Array) {
    this.#prefix = prefix
    this.#snapshot = stored.snapshot
    this.#first = stored.first
    this.#tail = stored.tail
    this.#tailBytes = stored.tail.reduce((sum, update) => sum + update.length, 0)
    this.#clocks = new Map(decodeStateVector(state))
  }

  /** Number of the next update to become durable. */
  get next(): number {
    return this.#first + this.#tail.length
  }

  get bytes(): number {
    return (this.#snapshot?.length ?? 0) + this.#tailBytes
  }

  get updates(): number {
    return this.#tail.length
  }

  get tailBytes(): number {
    return this.#tailBytes
  }

  get snapshotBytes(): number {
    return this.#snapshot?.length ?? 0
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#clocks)
  }

  /** Called once the update is on disk; `ends` are the clocks its clients have reached with it. */
  append(update: Uint8Array, ends: readonly (readonly [client: number, clock: number])[]): void {
    this.#tail.push(update)
    this.#tailBytes += update.length
    for (const [client, clock] of ends) this.#clocks.set(client, clock)
  }

  all(): Uint8Array[] {
    return this.#snapshot === null ? [...this.#tail] : [this.#snapshot, ...this.#tail]
  }

  /** The answer to a step 1: what is needed as update frames, and a step 2 last, so that "synced" is true then. */
  answer(state: Uint8Array): Uint8Array[] {
    const parts = this.#snapshot === null ? [] : [this.#beyond(this.#snapshot, state)]
    parts.push(...this.#tail)
    const last = parts.pop() ?? EMPTY_UPDATE
    return [...parts.map(encodeUpdate), encodeStep2(last)]
  }

  /** Everything from that update on, or the whole room where it has been folded away since. */
  since(n: number): Uint8Array[] {
    return (n >= this.#first ? this.#tail.slice(n - this.#first) : this.all()).map(encodeUpdate)
  }

  #beyond(snapshot: Uint8Array, state: Uint8Array): Uint8Array {
    const known = decodeStateVector(state)
    return known === null || known.size === 0 ? snapshot : Y.diffUpdate(snapshot, state)
  }

  /** What to fold now, and how to put the result in the place of what it was made from. */
  foldJob(): FoldJob & { readonly replace: (folded: Uint8Array) => Replacement | null } {
    const count = this.#tail.length
    const tail = this.#tail.slice()
    const state = this.stateVector()
    return { snapshot: this.#snapshot, tail, replace: (folded) => this.#replacement(folded, count, state) }
  }

  #replacement(folded: Uint8Array, count: number, state: Uint8Array): Replacement | null {
    if (!foldsTo(folded, state)) return null
    const from = this.#first
    const to = from + count
    const changes: Change[] = [{ type: 'put', key: snapshotKey(this.#prefix, to), value: folded }]
    if (this.#snapshot !== null) changes.push({ type: 'del', key: snapshotKey(this.#prefix, from) })
    for (let n = from; n < to; n++) changes.push({ type: 'del', key: updateKey(this.#prefix, n) })
    const apply = (): void => {
      this.#snapshot = folded
      this.#first = to
      this.#tail = this.#tail.slice(count)
      this.#tailBytes = this.#tail.reduce((sum, update) => sum + update.length, 0)
    }
    return { changes, apply }
  }

  /** Whether that is exactly what is durable. */
  isAt(state: Uint8Array): boolean {
    return sameState(state, this.stateVector())
  }
}

export interface Replacement {
  readonly changes: readonly Change[]
  /** Call once the changes are durable. */
  readonly apply: () => void
}
