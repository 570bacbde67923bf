/**
 * The rooms of one conference between windows, disk and relay: keeps every readable room in step also when
 * no window shows it, answers windows from the disk, and keeps refused words as readable drafts.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { canReadRoom, canWriteRoom, isRoomClosed } from '#shared/sync/access.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import type { EnvelopeMessage, Refusal } from '#shared/sync/protocol.ts'
import { fetchRoom } from '#main/link/fetch-room.ts'
import type { Pin } from '#main/link/certificate.ts'
import { RoomLink } from '#main/link/room-link.ts'
import type { Challenge } from '#main/link/challenged-socket.ts'
import { Aside } from '#main/replica/aside.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { RoomReplica, WriteResult } from '#main/replica/room-replica.ts'
import type { Emit } from './emit.ts'

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

/** How long a room that starts again may take to fill from the relay. */
const FILL_MS = 15_000

type Author = { readonly client: number; readonly key: string }

export class RoomDesk {
  readonly #options: RoomDeskOptions
  readonly #watched = new Map<string, Watched>()
  readonly #shown = new Map<string, Shown>()
  readonly #authors = new Map<string, readonly Author[]>()
  readonly #settingAside = new Map<string, Promise<void>>()
  /** For what a window writes before it has opened the room again. */
  readonly #asides = new Map<string, Aside>()
  readonly #waiters = new Set<() => void>()
  #base: string | null = null
  #closed = false
  #refreshing: Promise<void> = Promise.resolve()

  constructor(options: RoomDeskOptions) {
    this.#options = options
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
      if (!this.readable(name)) {
        this.#watched.get(name)?.link.disconnect()
        await this.#bringOut(name)
        continue
      }
      if (this.#settingAside.has(name)) continue
      const watched = await this.#watch(name)
      if (this.#base !== null && this.#isSettled(name)) watched.link.connect(this.#base)
    }
    for (const [name, shown] of this.#shown) {
      const writable = this.writable(name)
      if (writable === shown.writable) continue
      shown.writable = writable
      this.#options.emit('room.reset', { conf: this.#options.replica.conf, room: name, writable })
    }
  }

  /**
   * Whether the relay can know the room already: while the act that makes it is still on its way here, the
   * relay would turn us away, and words written meanwhile would look refused.
   */
  #isSettled(name: string): boolean {
    const doc = parseRoom(name)?.doc
    return !this.#options.replica.acts
      .unsent()
      .some(
        ({ payload }) =>
          (payload.kind === 'document' && 'doc' in payload && payload.doc === doc) ||
          (payload.scope === `doc/${doc ?? ''}` && (payload.kind === 'stage' || payload.kind === 'round')),
      )
  }

  readable(name: string): boolean {
    const view = this.#options.replica.view()
    if (view === null) return false
    return this.#options.keys().some((key) => canReadRoom(view, key, name) || canWriteRoom(view, key, name))
  }

  writable(name: string): boolean {
    const view = this.#options.replica.view()
    return view !== null && this.#options.keys().some((key) => canWriteRoom(view, key, name))
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
        void this.#refused(name, code)
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
    if (parseRoom(name) === null || !this.readable(name)) return null
    await this.#settingAside.get(name)
    const { replica, link } = await this.#watch(name)
    await this.refresh()
    const { client, fresh } = replica.takeClient()
    const writable = this.writable(name)
    this.#shown.set(name, { writable, granted: writable, client })
    this.#asides.delete(name)
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
    const aside = this.#asides.get(name)
    if (aside !== undefined) return aside.write(update)
    const watched = this.#watched.get(name)
    const shown = this.#shown.get(name)
    if (watched === undefined || shown === undefined) return { ok: false, code: 'notOpen' }
    // What was typed before the window could hear that its right has ended is taken: the relay will refuse it,
    // and what it refuses is kept.
    if (!shown.granted && !this.writable(name)) return { ok: false, code: 'readOnly' }
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
    this.#asides.delete(name)
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

  async #refused(name: string, code: Refusal): Promise<void> {
    const watched = this.#watched.get(name)
    if (watched === undefined || this.#settingAside.has(name)) return
    if (watched.replica.unsent() === 0) {
      // Nothing of ours is lost: only the door is closed. The acts will say when it opens.
      await this.refresh()
      return
    }
    await this.#whileAside(name, () => this.#setAside(name, watched.replica, code))
    await this.refresh()
  }

  /** Nobody opens the room or connects it meanwhile. */
  async #whileAside(name: string, work: () => Promise<void>): Promise<void> {
    const working = work().finally(() => {
      this.#settingAside.delete(name)
    })
    this.#settingAside.set(
      name,
      working.catch(() => undefined),
    )
    await working
    this.#options.emit('drafts', { conf: this.#options.replica.conf })
  }

  /**
   * The refused words become a draft on the disk before the room starts again from what the relay holds. If
   * anything of this fails, the words stay in the room as they are, and it is tried at the next contact.
   */
  async #setAside(name: string, room: RoomReplica, code: Refusal): Promise<void> {
    const { replica, relayKey, pin, answer, emit } = this.#options
    const { conf } = replica
    const view = replica.view()
    const reason = code === 'readOnly' && view !== null && isRoomClosed(view, name) ? 'roomClosed' : code
    const address = this.#base
    const theirs =
      address === null ? null : await fetchRoom({ address, conf, relayKey, pin, room: name, answer })
    if (theirs === null) return
    if (!(await this.#startAgain(name, room, theirs, reason))) return
    const { link } = await this.#watch(name)
    if (this.#base !== null) link.connect(this.#base)
    // The window asks for the room again once the relay's state is there.
    await this.#untilSynced(name, FILL_MS)
    this.#shown.delete(name)
    emit('room.reset', { conf, room: name, writable: this.writable(name) })
  }

  /** False: the words could not be kept, and stay where they are. */
  async #startAgain(
    name: string,
    room: RoomReplica,
    theirs: readonly Clause[],
    reason: Refusal,
  ): Promise<boolean> {
    const { replica, emit, now } = this.#options
    const { conf, drafts } = replica
    const aside = new Aside({
      ...{ drafts, conf, room: name, at: now().toISOString(), reason, theirs },
      // While it goes on it is told once, at its end.
      changed: () => {
        if (!this.#settingAside.has(name)) emit('drafts', { conf })
      },
    })
    if (!(await aside.take(room.state()))) return false
    // From here on nothing more reaches the room; what had reached it meanwhile belongs to the draft too.
    this.#unwatch(name)
    if (this.#shown.has(name)) this.#asides.set(name, aside)
    await room.settled()
    if (!(await aside.take(room.state()))) {
      this.#asides.delete(name)
      await this.#watch(name)
      return false
    }
    await replica.restartRoom(name)
    return true
  }

  /**
   * A room that this member may not enter any more, with words in it that never went out: a window cannot show
   * it and the relay says nothing of it, so the words come out as a draft. Only once the relay has told all it
   * holds; until then the acts here may be incomplete.
   */
  async #bringOut(name: string): Promise<void> {
    const room = this.#options.replica.room(name)
    if (room === undefined || room.unsent() === 0 || this.#settingAside.has(name)) return
    if (this.#base === null || !this.#isSettled(name)) return
    const { conf } = this.#options.replica
    await this.#whileAside(name, async () => {
      if (!(await this.#startAgain(name, room, room.acknowledgedClauses(), 'notAuthorised'))) return
      this.#shown.delete(name)
      this.#options.emit('room.reset', { conf, room: name, writable: false })
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#base = null
    await this.#refreshing
    for (const name of [...this.#watched.keys()]) this.#unwatch(name)
    this.#shown.clear()
  }
}
