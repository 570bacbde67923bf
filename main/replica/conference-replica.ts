/**
 * Everything of one conference that this device holds: acts, blobs, rooms, kept drafts, and the states
 * derived from them. Works without any connection.
 */
import path from 'node:path'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { DocumentDeriver } from '#shared/acts/derive-document.ts'
import type { ConferenceState, DocumentState } from '#shared/acts/state.ts'
import { parseRoom, roomName, screenRoom } from '#shared/sync/rooms.ts'
import type { AccessView } from '#shared/sync/access.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { createBlobStore, opaqueName, type BlobStore } from '#main/store/blob-store.ts'
import { openRecordFile, type Damage } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'
import { ActsReplica } from './acts-replica.ts'
import { openKeptDrafts, type KeptDrafts } from './kept-drafts.ts'
import { createRegisterClock, type RegisterClock } from './register-clock.ts'
import { RoomReplica } from './room-replica.ts'
import { readRoomRecord } from './room-record.ts'

export interface ConferenceReplicaOptions {
  readonly disk: Disk
  readonly folder: string
  readonly masterKey: Uint8Array
  readonly conf: string
  readonly relayKey: string
  readonly monotonicMs: () => number
}

export class ConferenceReplica {
  readonly conf: string
  readonly acts: ActsReplica
  readonly drafts: KeptDrafts
  readonly clock: RegisterClock
  readonly #options: ConferenceReplicaOptions
  readonly #blobStore: BlobStore
  readonly #blobs = new Map<string, Uint8Array>()
  readonly #storing = new Map<string, Promise<boolean>>()
  readonly #rooms = new Map<string, RoomReplica>()
  readonly #opening = new Map<string, Promise<RoomReplica>>()
  readonly #derivers = new Map<string, DocumentDeriver>()
  readonly #damage: Damage[]
  #blobVersion = 0
  #conference: { readonly version: string; readonly state: ConferenceState } | null = null
  #documents = new Map<string, { readonly version: string; readonly state: DocumentState }>()
  #generation = ''

  private constructor(options: ConferenceReplicaOptions, acts: ActsReplica, drafts: KeptDrafts) {
    this.#options = options
    this.conf = options.conf
    this.acts = acts
    this.drafts = drafts
    this.clock = createRegisterClock(options.monotonicMs)
    this.#blobStore = createBlobStore(options.disk, path.join(options.folder, 'blobs'), options.masterKey)
    this.#damage = [...acts.damage]
  }

  static async open(options: ConferenceReplicaOptions): Promise<ConferenceReplica> {
    const { disk, folder, masterKey, conf, relayKey } = options
    await disk.makeFolder(path.join(folder, 'rooms'))
    await disk.makeFolder(path.join(folder, 'blobs'))
    const acts = await ActsReplica.open({ disk, path: path.join(folder, 'acts'), masterKey, conf, relayKey })
    const drafts = await openKeptDrafts(disk, path.join(folder, 'drafts'), masterKey)
    const replica = new ConferenceReplica(options, acts, drafts)
    const newest = acts.set.newestReceipt
    if (newest !== null) replica.clock.heard(newest.received)
    for (const hash of replica.#namedBlobs()) await replica.#loadBlob(hash)
    for (const name of await replica.#storedRooms()) await replica.openRoom(name)
    return replica
  }

  get damage(): readonly Damage[] {
    return this.#damage
  }

  conference(): ConferenceState | null {
    const { version, set } = this.acts
    if (this.#conference?.version === version) return this.#conference.state
    // Before the first act there is no conference to speak of.
    if (set.size === 0 || set.inOrder(['conf']).length === 0) return null
    this.#conference = { version, state: deriveConference(set, this.clock.now()) }
    return this.#conference.state
  }

  document(id: string): DocumentState | undefined {
    if (this.conference()?.documents.has(id) !== true) return undefined
    const version = `${this.acts.version}/${String(this.#blobVersion)}`
    const known = this.#documents.get(id)
    if (known?.version === version) return known.state
    const state = this.#deriver(id).derive({
      blobs: (hash) => this.#blobs.get(hash),
      sha256: (bytes) => nodeCrypto.sha256(bytes),
      now: this.clock.now(),
    })
    this.#documents.set(id, { version, state })
    return state
  }

  #deriver(id: string): DocumentDeriver {
    // After a withdrawal there is a new set, and what was derived from the old one is of no use.
    const generation = this.acts.version.split('.')[0] ?? ''
    if (generation !== this.#generation) {
      this.#derivers.clear()
      this.#documents = new Map()
      this.#generation = generation
    }
    const known = this.#derivers.get(id)
    if (known !== undefined) return known
    const made = new DocumentDeriver(this.acts.set, id)
    this.#derivers.set(id, made)
    return made
  }

  view(): AccessView | null {
    const conference = this.conference()
    if (conference === null) return null
    return { conference, document: (id) => this.document(id), now: this.clock.now() }
  }

  /**
   * Rooms that the acts say exist: each document's text in each of its phases, what is on the screen, contact
   * groups, and the drafts of the workshops whose acts are here.
   */
  knownRooms(): readonly string[] {
    const names = new Set(this.#rooms.keys())
    for (const record of this.conference()?.documents.values() ?? []) {
      const phase = this.document(record.id)?.phase ?? 0
      for (let n = 0; n <= phase; n += 1) names.add(`doc/${record.id}/text/${record.language}/${String(n)}`)
      names.add(screenRoom(record.id))
      for (const name of this.#listedRooms(record.id)) names.add(name)
    }
    return [...names]
  }

  #listedRooms(doc: string): string[] {
    const { set } = this.acts
    return set.inOrder(set.scopesOf(doc)).flatMap(({ act }) => {
      if (!act.known) return []
      const { payload, scope } = act
      if (payload.kind === 'huddle') return [roomName({ kind: 'huddle', doc, huddle: payload.huddle })]
      if (payload.kind !== 'draft' || scope.kind !== 'delegation') return []
      return [roomName({ kind: 'workshop', doc, country: scope.country, draft: payload.draft })]
    })
  }

  room(name: string): RoomReplica | undefined {
    return this.#rooms.get(name)
  }

  rooms(): readonly RoomReplica[] {
    return [...this.#rooms.values()]
  }

  async openRoom(name: string): Promise<RoomReplica> {
    const known = this.#rooms.get(name) ?? this.#opening.get(name)
    if (known !== undefined) return known
    if (parseRoom(name) === null) throw new Error('not the name of a room')
    const { disk, folder, masterKey } = this.#options
    const opaque = opaqueName(masterKey, `room\0${name}`)
    const opening = RoomReplica.open(disk, path.join(folder, 'rooms', opaque), opaque, name, masterKey)
    this.#opening.set(name, opening)
    try {
      const room = await opening
      this.#damage.push(...room.damage)
      this.#rooms.set(name, room)
      return room
    } finally {
      this.#opening.delete(name)
    }
  }

  /** The room starts again from the relay's state; what was in it is moved aside, never deleted. */
  async restartRoom(name: string): Promise<RoomReplica> {
    const room = this.#rooms.get(name)
    const { disk, folder, masterKey } = this.#options
    const opaque = opaqueName(masterKey, `room\0${name}`)
    const file = path.join(folder, 'rooms', opaque)
    if (room !== undefined) {
      await room.close()
      this.#rooms.delete(name)
      const taken = await disk.list(path.dirname(file))
      const n = taken.filter((entry) => entry.startsWith(`${opaque}.refused-`)).length + 1
      await disk.rename(file, `${file}.refused-${String(n)}`)
      await disk.remove(`${file}.head`)
    }
    return this.openRoom(name)
  }

  async #storedRooms(): Promise<readonly string[]> {
    const { disk, folder, masterKey } = this.#options
    const files = await disk.list(path.join(folder, 'rooms'))
    const names: string[] = []
    for (const opaque of files.filter((file) => /^[0-9a-f]{32}$/.test(file))) {
      const opened = await openRecordFile({
        disk,
        path: path.join(folder, 'rooms', opaque),
        name: `room/${opaque}`,
        masterKey,
      })
      await opened.file.close()
      this.#damage.push(...opened.damage)
      const first = opened.records[0]
      const record = first === undefined ? null : readRoomRecord(first)
      if (record?.kind === 'name' && parseRoom(record.name) !== null) names.push(record.name)
    }
    return names
  }

  blob(hash: string): Uint8Array | undefined {
    return this.#blobs.get(hash)
  }

  /** A blob that arrives twice at once is written once. */
  storeBlob(hash: string, content: Uint8Array): Promise<boolean> {
    if (this.#blobs.has(hash)) return Promise.resolve(true)
    const storing = this.#storing.get(hash) ?? this.#writeBlob(hash, content)
    this.#storing.set(hash, storing)
    return storing
  }

  async #writeBlob(hash: string, content: Uint8Array): Promise<boolean> {
    const saved = await this.#blobStore.write(hash, content)
    this.#storing.delete(hash)
    if (!saved) return false
    this.#blobs.set(hash, content)
    this.#blobVersion += 1
    return true
  }

  /** Blobs that acts name and that are not here. */
  missingBlobs(): readonly string[] {
    return this.#namedBlobs().filter((hash) => !this.#blobs.has(hash))
  }

  #namedBlobs(): readonly string[] {
    const names = new Set<string>()
    for (const { act } of this.acts.set.placed) {
      if (!act.known) continue
      const { payload } = act
      if (payload.kind === 'round' || payload.kind === 'publish') names.add(payload.blob)
    }
    return [...names]
  }

  async #loadBlob(hash: string): Promise<void> {
    const content = await this.#blobStore.read(hash)
    if (content !== null) this.#blobs.set(hash, content)
  }

  async close(): Promise<void> {
    await Promise.all(this.rooms().map((room) => room.close()))
    await this.drafts.close()
    await this.acts.close()
  }
}
