/**
 * The rooms of one conference between windows, disk and relay: keeps every readable room in step also when
 * no window shows it, and answers windows from the disk. What is refused goes to {@link RefusedWords}.
 */
import { parseRoom } from '#shared/sync/rooms.ts'
import type { EnvelopeMessage } from '#shared/sync/protocol.ts'
import type { Pin } from '#main/link/certificate.ts'
import { RoomLink } from '#main/link/room-link.ts'
import type { Challenge } from '#main/link/challenged-socket.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { RoomReplica, WriteResult } from '#main/replica/room-replica.ts'
import type { Emit } from './emit.ts'
import { RefusedWords } from './refused-words.ts'
import { createRoomStanding, type RoomStanding } from './room-standing.ts'

export interface RoomDeskOptions {
  readonly replica: ConferenceReplica
  readonly relayKey: string
  readonly pin: Pin
  readonly keys: () => readonly string[]
  readonly answer: (challenge: Challenge, clients: readonly number[]) => readonly EnvelopeMessage[]
  readonly random: () => number
  readonly now: () => Date
  readonly emit: Emit
  readonly changed: () => void
}

/** A room a window shows. */
interface Shown {
  /** What it was last told of its right to write. */
  writable: boolean
  /** What it was told when it opened the room: until it opens it again it may not have heard otherwise. */
  readonly granted: boolean
  readonly client: number
}

interface Watched {
  readonly replica: RoomReplica
  readonly link: RoomLink
  readonly stop: () => void
}

export interface OpenedRoom {
  readonly state: Uint8Array
  readonly client: number
  readonly writable: boolean
}

type Author = { readonly client: number; readonly key: string }

export class RoomDesk {
  readonly #options: RoomDeskOptions
  readonly #standing: RoomStanding
  readonly #refused: RefusedWords
  readonly #watched = new Map<string, Watched>()
  readonly #shown = new Map<string, Shown>()
  readonly #authors = new Map<string, readonly Author[]>()
  readonly #waiters = new Set<() => void>()
  #base: string | null = null
  #closed = false
  #refreshing: Promise<void> = Promise.resolve()

  constructor(options: RoomDeskOptions) {
    this.#options = options
    this.#standing = createRoomStanding(options.replica, options.keys)
    this.#refused = new RefusedWords({
      ...options,
      standing: this.#standing,
      base: () => this.#base,
      room: (name) => this.#watched.get(name)?.replica,
      watch: async (name) => {
        await this.#watch(name)
      },
      connect: (name) => {
        if (this.#base !== null) this.#watched.get(name)?.link.connect(this.#base)
      },
      unwatch: (name) => {
        this.#unwatch(name)
      },
      isShown: (name) => this.#shown.has(name),
      hide: (name) => {
        this.#shown.delete(name)
      },
      untilSynced: (name, withinMs) => this.#untilSynced(name, withinMs),
      refresh: () => this.refresh(),
    })
  }

  /** `base`: the relay's address with the conference in it. */
  online(base: string): void {
    this.#base = base
    void this.refresh()
  }

  offline(): void {
    this.#base = null
    for (const { link } of this.#watched.values()) link.disconnect()
  }

  /** After acts have come or gone: who may be where has changed, and so may the list of rooms. */
  refresh(): Promise<void> {
    const result = this.#refreshing.then(() => this.#refreshNow())
    // A room that cannot be opened now (a full disk) must not keep the others from ever being looked at again.
    this.#refreshing = result.catch(() => undefined)
    return result
  }

  async #refreshNow(): Promise<void> {
    for (const name of this.#options.replica.knownRooms()) {
      if (this.#closed) return
      if (!this.#standing.readable(name)) {
        this.#watched.get(name)?.link.disconnect()
        await this.#refused.bringOut(name)
        continue
      }
      if (this.#refused.isWorking(name)) continue
      const watched = await this.#watch(name)
      if (this.#base !== null && this.#standing.isSettled(name)) watched.link.connect(this.#base)
    }
    for (const [name, shown] of this.#shown) {
      const writable = this.#standing.writable(name)
      if (writable === shown.writable) continue
      shown.writable = writable
      this.#options.emit('room.reset', { conf: this.#options.replica.conf, room: name, writable })
    }
  }

  readable(name: string): boolean {
    return this.#standing.readable(name)
  }

  async #watch(name: string): Promise<Watched> {
    const known = this.#watched.get(name)
    if (known !== undefined) return known
    const { replica, relayKey, pin, answer, random, emit, changed } = this.#options
    const { conf } = replica
    const room = await replica.openRoom(name)
    const link = new RoomLink({
      conf,
      relayKey,
      pin,
      replica: room,
      answer,
      random,
      changed,
      authors: (authors) => {
        this.#authors.set(name, authors)
      },
      awareness: (update) => {
        if (this.#shown.has(name)) emit('room.awareness', { conf, room: name, update })
      },
      refused: (code) => {
        void this.#refused.refused(name, code)
      },
    })
    const stop = room.onUpdate(({ update, from }) => {
      // A window knows what it wrote itself.
      if (from !== 'window' && this.#shown.has(name)) emit('room.update', { conf, room: name, update })
      changed()
    })
    const watched = { replica: room, link, stop }
    this.#watched.set(name, watched)
    return watched
  }

  #unwatch(name: string): void {
    const watched = this.#watched.get(name)
    watched?.stop()
    watched?.link.close()
    this.#watched.delete(name)
  }

  /** For a window. null: there is no such room, or none that this member may see. */
  async open(name: string): Promise<OpenedRoom | null> {
    if (parseRoom(name) === null || !this.#standing.readable(name)) return null
    await this.#refused.whenDone(name)
    const { replica, link } = await this.#watch(name)
    await this.refresh()
    const { client, fresh } = replica.takeClient()
    const writable = this.#standing.writable(name)
    this.#shown.set(name, { writable, granted: writable, client })
    this.#refused.forget(name)
    if (fresh) link.reconnect()
    const present = link.presence()
    if (present !== null) {
      // After the answer of the call, which carries the state it belongs to.
      setImmediate(() => {
        this.#options.emit('room.awareness', {
          conf: this.#options.replica.conf,
          room: name,
          update: present,
        })
      })
    }
    return { state: replica.state(), client, writable }
  }

  async write(
    name: string,
    update: Uint8Array,
  ): Promise<WriteResult | { readonly ok: false; readonly code: 'readOnly' | 'notOpen' }> {
    const aside = this.#refused.asideOf(name)
    if (aside !== undefined) return aside.write(update)
    const watched = this.#watched.get(name)
    const shown = this.#shown.get(name)
    if (watched === undefined || shown === undefined) return { ok: false, code: 'notOpen' }
    // What was typed before the window could hear that its right has ended is taken: the relay will refuse it,
    // and what it refuses is kept.
    if (!shown.granted && !this.#standing.writable(name)) return { ok: false, code: 'readOnly' }
    const result = await watched.replica.write(update)
    this.#options.changed()
    return result
  }

  awareness(name: string, update: Uint8Array): boolean {
    const shown = this.#shown.get(name)
    if (shown === undefined) return false
    this.#watched.get(name)?.link.applyAwareness(shown.client, update)
    return true
  }

  closeRoom(name: string): void {
    this.#shown.delete(name)
    this.#refused.forget(name)
  }

  authors(name: string): readonly Author[] {
    const own = this.#watched.get(name)?.replica.clients() ?? []
    const told = this.#authors.get(name) ?? []
    const [key] = this.#options.keys()
    const known = new Set(told.map(({ client }) => client))
    return [
      ...told,
      ...(key === undefined
        ? []
        : own.filter((client) => !known.has(client)).map((client) => ({ client, key }))),
    ]
  }

  /** The relay has everything of the room, and we have everything it has. */
  isSynced(name: string): boolean {
    return this.#watched.get(name)?.link.contact().kind === 'synced'
  }

  unsent(name: string): number {
    return this.#watched.get(name)?.replica.unsent() ?? 0
  }

  /** The relay has nothing we lack, and the room's first contact is over; false when there is no relay in time. */
  async whenSynced(name: string, withinMs: number): Promise<boolean> {
    await this.refresh()
    const watched = this.#watched.get(name)
    if (watched === undefined || this.#base === null) return false
    return this.#untilSynced(name, withinMs)
  }

  #untilSynced(name: string, withinMs: number): Promise<boolean> {
    if (this.isSynced(name)) return Promise.resolve(true)
    return new Promise((resolve) => {
      const end = (synced: boolean): void => {
        clearTimeout(late)
        this.#waiters.delete(check)
        resolve(synced)
      }
      const check = (): void => {
        if (this.isSynced(name)) end(true)
      }
      const late = setTimeout(() => {
        end(false)
      }, withinMs)
      this.#waiters.add(check)
    })
  }

  /** Called whenever something of the link may have changed. */
  notice(): void {
    for (const waiter of this.#waiters) waiter()
  }

  rooms(): readonly {
    readonly name: string
    readonly unsent: number
    readonly synced: boolean
    readonly unsaved: boolean
  }[] {
    return [...this.#watched.values()].map(({ replica, link }) => ({
      name: replica.name,
      unsent: replica.unsent(),
      synced: link.contact().kind === 'synced',
      unsaved: replica.unsaved(),
    }))
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#base = null
    await this.#refreshing
    for (const name of [...this.#watched.keys()]) this.#unwatch(name)
    this.#shown.clear()
  }
}
