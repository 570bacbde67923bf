/**
 * One room: judges each update with the guard, has it stored, then sends it to everybody and back to
 * its sender. There is no live document: the log, the guard's bookkeeping and the members.
 */
import { RoomClock, type RoomKnowledge } from '#shared/words/room-clock.ts'
import { guardUpdate, type GuardVerdict } from '#shared/words/guard.ts'
import { EMPTY_UPDATE, encodeAwareness, encodeUpdate } from '#shared/sync/wire.ts'
import type { FromRelay, Refusal } from '#shared/sync/protocol.ts'
import type { Committer } from './committer.ts'
import type { Folder } from './folder.ts'
import { frames } from './frames.ts'
import { ownerKey, roomPrefix, updateKey } from './keys.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import { createPresence, type Badge } from './presence.ts'
import { readRoom } from './read-room.ts'
import type { Quota } from './quota.ts'
import { RoomLog } from './room-log.ts'
import { framesFor, keep, type Outgoing, type Standing } from './room-outgoing.ts'
import type { RoomMember } from './room-peer.ts'
import type { Change, Storage } from './storage.ts'

export interface RoomServices {
  readonly storage: Storage
  readonly committer: Committer
  readonly folder: Folder
  readonly limits: Limits
  readonly quota: Quota
  readonly log: Log
  /** The room has something to send after the batch. */
  readonly dirty: (room: Room) => void
}

export type UpdateOutcome =
  { readonly ok: true } | { readonly ok: false; readonly code: Refusal; readonly detail: string }

export class Room {
  readonly name: string
  readonly #services: RoomServices
  readonly #prefix: string
  readonly #clock: RoomClock
  readonly #log: RoomLog
  readonly #presence = createPresence()
  readonly #members = new Map<RoomMember, Standing>()
  #nextUpdate: number
  #waitingBytes = 0
  #outgoing: Outgoing[] = []
  /** Who has written here for the first time, to be told with the next batch. */
  #newcomers: { client: number; key: string }[] = []
  #presenceTimer: NodeJS.Timeout | undefined
  #folding = false
  #version = 0

  static async load(services: RoomServices, conf: string, name: string): Promise<Room> {
    const prefix = roomPrefix(conf, name)
    const { owners, log } = await readRoom(services.storage, prefix)
    const clock = RoomClock.fromSnapshot(log.snapshot ?? EMPTY_UPDATE, owners)
    for (const update of log.tail) clock.accept(update, '')
    return new Room(services, name, prefix, clock, new RoomLog(prefix, log, clock.stateVector()))
  }

  private constructor(services: RoomServices, name: string, prefix: string, clock: RoomClock, log: RoomLog) {
    this.#services = services
    this.name = name
    this.#prefix = prefix
    this.#clock = clock
    this.#log = log
    this.#nextUpdate = log.next
  }

  /** Grows with each accepted update: whoever looked before may see whether the room has moved on. */
  get version(): number {
    return this.#version
  }

  get idle(): boolean {
    return (
      this.#members.size === 0 && this.#outgoing.length === 0 && !this.#folding && this.#waitingBytes === 0
    )
  }

  /** What is on disk; an honest answer to "what do you hold". */
  durableState(): Uint8Array {
    return this.#log.stateVector()
  }

  /** Whether the room, with everything accepted so far, is where this state vector says. */
  isAt(state: Uint8Array): boolean {
    return this.#log.isAt(state) && this.#nextUpdate === this.#log.next
  }

  /** Every committed update, the snapshot first. */
  updates(): Uint8Array[] {
    return this.#log.all()
  }

  authors(): { client: number; key: string }[] {
    return this.#clock.owners().map(([client, key]) => ({ client, key }))
  }

  join(member: RoomMember): void {
    this.#members.set(member, { live: false, missed: null })
    const present = this.#presence.all()
    if (present !== null) member.peer.sendFrames([encodeAwareness(present)])
  }

  leave(member: RoomMember): void {
    const own = new Set([...member.clients].filter((client) => !this.#isAnothers(client, member)))
    if (!this.#members.delete(member)) return
    this.#presence.leave(own)
    this.#schedulePresence()
  }

  /** Answers a step 1; `bytes` is what it cost, so that asking again and again has its price. */
  serve(member: RoomMember, state: Uint8Array): { bytes: number } {
    const standing = this.#members.get(member)
    if (standing === undefined) return { bytes: 0 }
    const frames = this.#log.answer(state)
    standing.live = true
    member.peer.sendFrames(frames)
    return { bytes: frames.reduce((sum, frame) => sum + frame.length, 0) }
  }

  /**
   * `writer`: the key of the member that may write here now, null when none may. `raw`: the frame it came in,
   * where that is an update frame already.
   */
  update(
    member: RoomMember,
    update: Uint8Array,
    writer: string | null,
    raw: Uint8Array | null = null,
  ): UpdateOutcome {
    const identity = writer ?? [...member.keys][0] ?? ''
    const verdict = guardUpdate(update, identity, writer !== null, this.#asSeenBy(member, identity))
    if (!verdict.ok) return { ok: false, code: verdict.code, detail: verdict.detail }
    if (!verdict.changes) {
      this.#services.committer.add([], () => {
        this.#queue({ sender: member, stored: null, echo: encodeUpdate(update) })
      })
      return { ok: true }
    }
    if (this.#log.bytes + this.#waitingBytes + update.length > this.#services.limits.roomBytes) {
      return { ok: false, code: 'tooLarge', detail: 'room' }
    }
    if (!this.#services.quota(identity, update.length)) return { ok: false, code: 'tooFast', detail: 'quota' }
    this.#store(member, update, raw, verdict, identity)
    return { ok: true }
  }

  #store(
    member: RoomMember,
    update: Uint8Array,
    raw: Uint8Array | null,
    verdict: Extract<GuardVerdict, { ok: true }>,
    writer: string,
  ): void {
    // the bytes lie in the socket's large buffer, which must not be kept for their sake
    const { stored, frame, echo } = keep(update, verdict.update, raw)
    const changes: Change[] = [
      { type: 'put', key: updateKey(this.#prefix, this.#nextUpdate++), value: stored },
    ]
    const newcomers = verdict.clients.filter((client) => this.#clock.owner(client) === undefined)
    for (const client of newcomers) {
      changes.push({ type: 'put', key: ownerKey(this.#prefix, client), value: Buffer.from(writer) })
    }
    this.#clock.acceptDecoded(verdict.decoded, writer)
    this.#version++
    this.#waitingBytes += stored.length
    const ends = verdict.clients.map((client) => [client, this.#clock.clock(client)] as const)
    this.#services.committer.add(changes, () => {
      this.#waitingBytes -= stored.length
      this.#log.append(stored, ends)
      this.#newcomers.push(...newcomers.map((client) => ({ client, key: writer })))
      this.#queue({ sender: member, stored: frame, echo })
    })
  }

  #takeNewcomers(): string[] {
    const authors = this.#newcomers
    this.#newcomers = []
    const message: FromRelay = { t: 'authors', authors }
    return authors.length === 0 ? [] : [JSON.stringify(message)]
  }

  /** A device's keys write with the same clientIDs: what one of them began another may go on with. */
  #asSeenBy(member: RoomMember, identity: string): RoomKnowledge {
    const clock = this.#clock
    return {
      clock: (client) => clock.clock(client),
      deleted: (client, start, end) => clock.deleted(client, start, end),
      stateVector: () => clock.stateVector(),
      owner: (client) => {
        const owner = clock.owner(client) ?? this.#claimant(client, member)
        return owner !== undefined && member.keys.has(owner) ? identity : owner
      },
    }
  }

  /** Who was here first with a clientID that has written nothing yet: nobody takes it away, to write or to be seen. */
  #claimant(client: number, member: RoomMember): string | undefined {
    for (const other of this.#members.keys()) {
      if (other === member) return undefined
      const same = [...other.keys].some((key) => member.keys.has(key))
      if (!same && other.clients.has(client)) return [...other.keys][0]
    }
    return undefined
  }

  #isAnothers(client: number, member: RoomMember): boolean {
    const owner = this.#clock.owner(client) ?? this.#claimant(client, member)
    return owner !== undefined && !member.keys.has(owner)
  }

  #queue(outgoing: Outgoing): void {
    this.#outgoing.push(outgoing)
    this.#services.dirty(this)
  }

  /** After a batch: one write per member. */
  flush(): void {
    const batch = this.#outgoing
    this.#outgoing = []
    const told = this.#takeNewcomers()
    const news = batch.flatMap(({ stored }) => (stored === null ? [] : [stored]))
    const common = news.length === 0 ? null : frames([...told, ...news])
    const special = new Set(batch.filter(({ stored, echo }) => stored !== echo).map(({ sender }) => sender))
    for (const [member, standing] of this.#members) {
      const echoes = standing.live && !special.has(member) ? null : framesFor(member, standing, batch)
      if (this.#lags(member, standing, news.length, batch)) continue
      if (echoes !== null) member.peer.sendFrames([...told, ...echoes])
      else if (common !== null) member.peer.sendFramed(common)
    }
    this.#foldWhenLong()
  }

  /** A slow reader costs the relay a bounded buffer: it is sent nothing until it has drained, then what it missed. */
  #lags(member: RoomMember, standing: Standing, stored: number, batch: readonly Outgoing[]): boolean {
    if (standing.missed === null) {
      if (member.peer.backlog() <= this.#services.limits.backlogBytes) return false
      standing.missed = { from: this.#log.next - stored, echoes: [] }
      this.#services.log('slowReader', { room: this.name })
      member.peer.onceDrained(() => {
        this.#catchUp(member)
      })
    }
    standing.missed.echoes.push(
      ...batch.flatMap(({ sender, stored: sent, echo }) =>
        sender === member && sent !== echo ? [echo] : [],
      ),
    )
    return true
  }

  #catchUp(member: RoomMember): void {
    const standing = this.#members.get(member)
    if (standing === undefined || standing.missed === null) return
    const { from, echoes } = standing.missed
    standing.missed = null
    member.peer.sendFrames([...this.#log.since(from), ...echoes])
  }

  presence(member: RoomMember, update: Uint8Array, badge: Badge, writes: boolean): boolean {
    const own = new Set([...member.clients].filter((client) => !this.#isAnothers(client, member)))
    if (!this.#presence.receive(update, own, badge, writes)) return false
    this.#schedulePresence()
    return true
  }

  /** Answers a query for everybody's presence. */
  servePresence(member: RoomMember): void {
    const present = this.#presence.all()
    if (present !== null) member.peer.sendFrames([encodeAwareness(present)])
  }

  #schedulePresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined
      const changes = this.#presence.changes()
      if (changes === null) return
      let framed: Buffer | undefined
      for (const [{ peer }, { live, missed }] of this.#members) {
        // presence is the first thing a slow reader does without
        if (!live || missed !== null || peer.backlog() > this.#services.limits.backlogBytes / 4) continue
        peer.sendFramed((framed ??= frames([encodeAwareness(changes)])))
      }
    }, this.#services.limits.presenceMs)
  }

  #foldWhenLong(): void {
    const { foldUpdates, foldBytes } = this.#services.limits
    const log = this.#log
    const long = log.updates >= foldUpdates || log.looseBytes >= Math.max(foldBytes, log.snapshotBytes / 2)
    if (long && !this.#folding) void this.#fold()
  }

  async #fold(): Promise<void> {
    this.#folding = true
    const count = this.#log.updates
    const { snapshot, tail, replace } = this.#log.foldJob()
    const folded = await this.#services.folder.fold({ snapshot, tail })
    if (folded === null) return
    const replacement = replace(folded)
    if (replacement === null) {
      this.#services.log('foldDiffers', { room: this.name })
      return // stays marked as folding: the log is whole, only longer than it need be
    }
    this.#services.committer.add(replacement.changes, () => {
      replacement.apply()
      this.#folding = false
      void this.#services.storage.clear(...replacement.folded)
      this.#services.log('folded', { room: this.name, updates: count, bytes: this.#log.bytes })
    })
  }

  close(): void {
    clearTimeout(this.#presenceTimer)
    this.#members.clear()
  }
}
