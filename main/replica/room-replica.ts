/**
 * The durable copy of one room. Guarantees: what a window wrote is on the medium before it is applied
 * or sent (so "saved" is true, and the relay never holds words this device could forget); what the
 * guard of the relay would refuse for its form is refused here first; how much the relay has not yet
 * acknowledged survives a restart, as do the clientIDs it was written with.
 *
 * Leaves to others: the connection (main/link) and who may write (shared/sync).
 */
import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { guardUpdate, type GuardCode } from '#shared/words/guard.ts'
import { receivedFrom } from '#shared/words/origin.ts'
import { RoomClock } from '#shared/words/room-clock.ts'
import { clausesToDelta, readClauses } from '#shared/words/clauses.ts'
import { bodyOf, encodeRoom, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { openRecordFile, type Damage, type OpenedFile } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'
import { readRoomRecord, roomRecord } from './room-record.ts'

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly code: GuardCode | 'storage' }

/** clientIDs declared to the relay at each connection; one is used up each time a window opens the room. */
const POOL = 8
/** Records after which the file is written anew as one state. */
const COMPACT_RECORDS = 2_000

/** Highest bits are left alone: Yjs writes clientIDs as integers of up to 53 bits, the guard asks for 48. */
const newClient = (): number => randomInt(1, 2 ** 48 - 1)

const STORE = receivedFrom('store')
const WINDOW = receivedFrom('window')
/** What main itself writes: filling a room, putting a paragraph on the screen. */
const MAIN = receivedFrom('file')

export interface RoomUpdate {
  readonly update: Uint8Array
  readonly from: 'relay' | 'window' | 'main'
}

export class RoomReplica {
  readonly name: string
  readonly doc: Y.Doc
  readonly damage: readonly Damage[]
  readonly #opened: OpenedFile
  readonly #clock = new RoomClock()
  /** What main itself writes with, where it writes (filling a room, the screen). */
  readonly #own: number
  readonly #pool: number[]
  readonly #unsentClients = new Set<number>()
  readonly #listeners = new Set<(update: RoomUpdate) => void>()
  #unsent = 0
  #issued = 1
  #unsaved = false
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(name: string, opened: OpenedFile) {
    this.name = name
    this.damage = opened.damage
    this.#opened = opened
    this.#own = newClient()
    this.#pool = [this.#own, ...Array.from({ length: POOL }, newClient)]
    this.doc = newRoomDoc()
  }

  static async open(
    disk: Disk,
    path: string,
    opaque: string,
    name: string,
    masterKey: Uint8Array,
  ): Promise<RoomReplica> {
    const opened = await openRecordFile({ disk, path, name: `room/${opaque}`, masterKey })
    const replica = new RoomReplica(name, opened)
    replica.#load()
    if (opened.records.length === 0) await opened.file.append(roomRecord({ kind: 'name', name }))
    if (opened.records.length > COMPACT_RECORDS) await replica.compact()
    replica.doc.on('update', replica.#onUpdate)
    return replica
  }

  #load(): void {
    this.doc.transact(() => {
      for (const bytes of this.#opened.records) {
        const record = readRoomRecord(bytes)
        switch (record?.kind) {
          case 'remote':
            Y.applyUpdate(this.doc, record.update, STORE)
            this.#clock.accept(record.update, 'relay')
            break
          case 'local':
            Y.applyUpdate(this.doc, record.update, STORE)
            this.#noteLocal(record.update)
            break
          case 'acknowledged':
            this.#unsent = 0
            this.#unsentClients.clear()
            break
          case 'unsent':
            this.#unsent = record.count
            for (const client of record.clients) this.#unsentClients.add(client)
            break
          case 'name':
          case undefined:
            break
        }
      }
    }, STORE)
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === STORE) return
    const from = origin === WINDOW ? 'window' : origin === MAIN ? 'main' : 'relay'
    if (from === 'relay') {
      this.#clock.accept(update, 'relay')
      // What the relay holds it will send again; a failed write here is tried again with the next one.
      void this.#append(roomRecord({ kind: 'remote', update }))
    }
    for (const listener of this.#listeners) listener({ update, from })
  }

  async #append(record: Uint8Array): Promise<boolean> {
    const saved = await this.#opened.file.append(record)
    this.#unsaved = !saved
    return saved
  }

  #noteLocal(update: Uint8Array): void {
    this.#clock.accept(update, 'self')
    this.#unsent += 1
    for (const { id } of Y.decodeUpdate(update).structs) this.#unsentClients.add(id.client)
  }

  /** What a window wrote. */
  write(update: Uint8Array): Promise<WriteResult> {
    return this.#inTurn(() => this.#take(update, WINDOW))
  }

  /** Fills an empty room once, on behalf of whoever opens it. */
  seed(clauses: readonly Clause[]): Promise<WriteResult> {
    return this.#inTurn(() => this.#change((copy) => seedRoom(copy, clauses)))
  }

  /** Takes out what is there and puts this in its place, as one change. */
  replace(clauses: readonly Clause[]): Promise<WriteResult> {
    return this.#inTurn(() =>
      this.#change((copy) => {
        const body = bodyOf(copy)
        copy.transact(() => {
          body.delete(0, body.length)
          body.applyDelta(clausesToDelta(clauses))
        })
      }),
    )
  }

  /** A change of main's own is made on a copy, so that it too is on the medium before it is in the document. */
  #change(change: (copy: Y.Doc) => void): Promise<WriteResult> {
    const copy = newRoomDoc()
    Y.applyUpdate(copy, this.state(), STORE)
    // Set after what it has written before is there: Yjs changes an id that it meets from outside.
    copy.clientID = this.#own
    const before = Y.encodeStateVector(copy)
    change(copy)
    const update = Y.encodeStateAsUpdate(copy, before)
    copy.destroy()
    return this.#take(update, MAIN)
  }

  /** Checked, on the medium, then applied: in this order and one after the other. */
  async #take(update: Uint8Array, origin: typeof WINDOW): Promise<WriteResult> {
    const verdict = guardUpdate(update, 'self', true, this.#clock)
    if (!verdict.ok) return { ok: false, code: verdict.code }
    if (!verdict.changes) return { ok: true }
    if (!(await this.#append(roomRecord({ kind: 'local', update })))) return { ok: false, code: 'storage' }
    this.#noteLocal(update)
    Y.applyUpdate(this.doc, update, origin)
    return { ok: true }
  }

  #inTurn(work: () => Promise<WriteResult>): Promise<WriteResult> {
    const result = this.#writing.then(work)
    this.#writing = result
    return result
  }

  state(): Uint8Array {
    return encodeRoom(this.doc)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** Local updates the relay has not acknowledged. */
  unsent(): number {
    return this.#unsent
  }

  /**
   * The words here without those of clientIDs that the relay has not acknowledged: what it holds, as far as this
   * device can tell by itself.
   */
  acknowledgedClauses(): Clause[] {
    const clocks = [...Y.decodeStateVector(this.stateVector())]
    const known = new Map(clocks.filter(([client]) => !this.#unsentClients.has(client)))
    const deleted = Y.createDeleteSetFromStructStore(this.doc.store)
    const doc = Y.createDocFromSnapshot(this.doc, Y.createSnapshot(deleted, known), newRoomDoc())
    return readClauses(bodyOf(doc))
  }

  /** Everything that was given to be written has been, or has been refused. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** The last write failed; typing is to be held. */
  unsaved(): boolean {
    return this.#unsaved
  }

  /** The relay answered for all but `waiting` of what was written here. */
  acknowledged(waiting: number): void {
    if (waiting > 0) {
      this.#unsent = Math.min(this.#unsent, waiting)
      return
    }
    if (this.#unsent === 0) return
    this.#unsent = 0
    this.#unsentClients.clear()
    // Lost in a crash it only means that more is shown as unsent than is, until the next contact.
    void this.#opened.file.append(roomRecord({ kind: 'acknowledged' }))
  }

  /** What the device's keys declare to the relay for this room. */
  clients(): readonly number[] {
    return [...new Set([...this.#pool, ...this.#unsentClients])].slice(0, 64)
  }

  /** A clientID for a window that opens the room; `fresh`: it must first be declared by connecting again. */
  takeClient(): { readonly client: number; readonly fresh: boolean } {
    const known = this.#pool[this.#issued]
    this.#issued += 1
    if (known !== undefined) return { client: known, fresh: false }
    const client = newClient()
    this.#pool.push(client)
    return { client, fresh: true }
  }

  onUpdate(listener: (update: RoomUpdate) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** One state instead of many updates, written aside and renamed; what is unsent stays unsent. */
  compact(): Promise<boolean> {
    return this.#opened.file.replace([
      roomRecord({ kind: 'name', name: this.name }),
      roomRecord({ kind: 'remote', update: this.state() }),
      ...(this.#unsent > 0
        ? [roomRecord({ kind: 'unsent', count: this.#unsent, clients: [...this.#unsentClients] })]
        : []),
    ])
  }

  async close(): Promise<void> {
    this.doc.off('update', this.#onUpdate)
    this.#listeners.clear()
    await this.#writing
    await this.#opened.file.close()
    this.doc.destroy()
  }
}
