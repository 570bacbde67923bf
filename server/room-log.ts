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

/** So many updates become one in the memory: a newcomer is sent few large frames instead of many small ones. */
const SEGMENT = 200

interface Segment {
  /** Number of the first update after it. */
  readonly to: number
  readonly update: Uint8Array
}

export class RoomLog {
  readonly #prefix: string
  readonly #clocks: Map<number, number>
  #snapshot: Uint8Array | null
  /** Number of the first update after the snapshot. */
  #first: number
  #segments: Segment[] = []
  #tail: Uint8Array[]
  /** Number of the first update of the tail. */
  #tailFrom: number
  /** Of segments and tail. */
  #looseBytes: number

  /** `state`: the state vector of everything stored. */
  constructor(prefix: string, stored: StoredLog, state: Uint8Array) {
    this.#prefix = prefix
    this.#snapshot = stored.snapshot
    this.#first = stored.first
    this.#tail = stored.tail
    this.#tailFrom = stored.first
    this.#looseBytes = sizeOf(stored.tail)
    this.#clocks = new Map(decodeStateVector(state))
  }

  /** Number of the next update to become durable. */
  get next(): number {
    return this.#tailFrom + this.#tail.length
  }

  get bytes(): number {
    return (this.#snapshot?.length ?? 0) + this.#looseBytes
  }

  /** Updates that are not in the snapshot. */
  get updates(): number {
    return this.next - this.#first
  }

  get looseBytes(): number {
    return this.#looseBytes
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
    this.#looseBytes += update.length
    for (const [client, clock] of ends) this.#clocks.set(client, clock)
    if (this.#tail.length < SEGMENT * 2) return
    // the older half: whoever lags a little still finds single updates
    const merged = Y.mergeUpdates(this.#tail.splice(0, SEGMENT))
    this.#tailFrom += SEGMENT
    this.#segments.push({ to: this.#tailFrom, update: merged })
  }

  all(): Uint8Array[] {
    const loose = [...this.#segments.map(({ update }) => update), ...this.#tail]
    return this.#snapshot === null ? loose : [this.#snapshot, ...loose]
  }

  /** The answer to a step 1: what is needed as update frames, and a step 2 last, so that "synced" is true then. */
  answer(state: Uint8Array): Uint8Array[] {
    const parts = this.all()
    if (this.#snapshot !== null) parts[0] = beyond(this.#snapshot, state)
    const last = parts.pop() ?? EMPTY_UPDATE
    return [...parts.map(encodeUpdate), encodeStep2(last)]
  }

  /** Everything from that update on, and before it what is no longer kept apart. */
  since(n: number): Uint8Array[] {
    if (n < this.#first) return this.all().map(encodeUpdate)
    const segments = this.#segments.filter(({ to }) => to > n).map(({ update }) => update)
    return [...segments, ...this.#tail.slice(Math.max(0, n - this.#tailFrom))].map(encodeUpdate)
  }

  /** What to fold now, and how to put the result in the place of what it was made from. */
  foldJob(): FoldJob & { readonly replace: (folded: Uint8Array) => Replacement | null } {
    const tail = [...this.#segments.map(({ update }) => update), ...this.#tail]
    const [to, state] = [this.next, this.stateVector()]
    return { snapshot: this.#snapshot, tail, replace: (folded) => this.#replacement(folded, to, state) }
  }

  #replacement(folded: Uint8Array, to: number, state: Uint8Array): Replacement | null {
    if (!foldsTo(folded, state)) return null
    const from = this.#first
    const changes: Change[] = [{ type: 'put', key: snapshotKey(this.#prefix, to), value: folded }]
    if (this.#snapshot !== null) changes.push({ type: 'del', key: snapshotKey(this.#prefix, from) })
    const apply = (): void => {
      this.#snapshot = folded
      this.#first = to
      // a segment made meanwhile may begin before the fold's end: saying something twice changes nothing
      this.#segments = this.#segments.filter((segment) => segment.to > to)
      if (this.#tailFrom < to) {
        this.#tail = this.#tail.slice(to - this.#tailFrom)
        this.#tailFrom = to
      }
      this.#looseBytes = sizeOf(this.#tail) + sizeOf(this.#segments.map(({ update }) => update))
    }
    return { changes, apply, folded: [updateKey(this.#prefix, from), updateKey(this.#prefix, to)] }
  }

  /** Whether that is exactly what is durable. */
  isAt(state: Uint8Array): boolean {
    return sameState(state, this.stateVector())
  }
}

const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0)

function beyond(snapshot: Uint8Array, state: Uint8Array): Uint8Array {
  const known = decodeStateVector(state)
  return known === null || known.size === 0 ? snapshot : Y.diffUpdate(snapshot, state)
}

export interface Replacement {
  readonly changes: readonly Change[]
  /** Call once the changes are durable. */
  readonly apply: () => void
  /** Range of records that may be removed then; whoever loads the room passes over them. */
  readonly folded: readonly [from: string, to: string]
}
