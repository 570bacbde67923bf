/**
 * One conference, open on this device: replica, hats, link and rooms put together. What a member may ask of
 * it is in main/intents; what the windows are told goes through `emit`.
 */
import path from 'node:path'
import type { CatalogueEntry, Hat, SyncState } from '#shared/ipc/contract.ts'
import type { Enrolment, EnvelopeMessage } from '#shared/sync/protocol.ts'
import { openHats, type Hats } from '#main/identity/hats.ts'
import { signStatement } from '#main/identity/statements.ts'
import { ActsLink } from '#main/link/acts-link.ts'
import type { BackOff } from '#main/link/back-off.ts'
import type { Challenge } from '#main/link/challenged-socket.ts'
import { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { Withdrawn } from '#main/replica/acts-replica.ts'
import type { Damage } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'
import type { Emit } from './emit.ts'
import { openPeer, type Peer, type PeerFile } from './peer.ts'
import { RoomDesk } from './room-desk.ts'
import { createSigning, type Signing } from './signing.ts'
import { draftOfWithdrawn } from './withdrawn-draft.ts'

export interface Surroundings {
  readonly disk: Disk
  readonly now: () => Date
  readonly monotonicMs: () => number
  readonly random: () => number
  readonly emit: Emit
  /** Waits between attempts to connect; tests have shorter ones. */
  readonly backOff?: () => BackOff
}

export interface ConferenceOptions extends Surroundings {
  readonly folder: string
  readonly masterKey: Uint8Array
  readonly peer: Peer
  /** Where the relay is now, where that can change (a relay hosted on this computer). */
  readonly address?: () => Promise<string | null>
}

/** States of the link are told at most this often: a fast typist changes them with every key. */
const TELL_MS = 100

export class Conference {
  readonly conf: string
  readonly replica: ConferenceReplica
  readonly hats: Hats
  readonly link: ActsLink
  readonly rooms: RoomDesk
  readonly signing: Signing
  readonly peer: PeerFile
  readonly #options: ConferenceOptions
  #enrolments: readonly Enrolment[] = []
  #tellTimer: NodeJS.Timeout | undefined
  #hatsTold = ''
  #closed = false

  private constructor(options: ConferenceOptions, replica: ConferenceReplica, hats: Hats, peer: PeerFile) {
    this.#options = options
    this.conf = options.peer.conf
    this.replica = replica
    this.hats = hats
    this.peer = peer
    const { relayKey, pin, relay } = options.peer
    const { now, random, emit, backOff } = options
    const changed = (): void => {
      this.#tellSoon()
      this.rooms.notice()
    }
    const answer = (challenge: Challenge, clients: readonly number[] = []): readonly EnvelopeMessage[] =>
      hats.list().map(({ signer }) => signStatement(signer, challenge, clients))
    this.rooms = new RoomDesk({
      ...{ replica, relayKey, pin, answer, random, now, emit, changed },
      keys: () => this.#keys(),
    })
    this.link = new ActsLink({
      ...{ conf: this.conf, relayKey, pin, replica, random, now, changed },
      ...(backOff === undefined ? {} : { backOff: backOff() }),
      address: options.address ?? (() => Promise.resolve(relay)),
      answer: (challenge) => answer(challenge),
      online: (address) => {
        this.rooms.online(address)
      },
      offline: () => {
        this.rooms.offline()
      },
      withdrawn: (acts) => void this.#withdrawn(acts),
      blob: (hash) => {
        emit('blob', { conf: this.conf, hash })
        void this.rooms.refresh()
      },
      enrolments: (list) => {
        const ids = new Set(list.map(({ id }) => id))
        this.#enrolments = [...this.#enrolments.filter(({ id }) => !ids.has(id)), ...list]
        emit('enrolments', { conf: this.conf })
      },
    })
    this.signing = createSigning({ replica, hats, link: this.link, now })
    replica.acts.onActs((acts) => {
      emit('acts', { conf: this.conf, acts: [...acts] })
      this.#tellHats()
      changed()
      void this.rooms.refresh()
    })
  }

  static async open(options: ConferenceOptions): Promise<Conference> {
    const { disk, folder, masterKey, peer, monotonicMs } = options
    const peerFile = await openPeer(disk, path.join(folder, 'peer'), masterKey)
    if (peerFile.read() === null) await peerFile.write(peer)
    const { conf, relayKey } = peer
    const replica = await ConferenceReplica.open({ disk, folder, masterKey, conf, relayKey, monotonicMs })
    const hats = await openHats(disk, path.join(folder, 'hats'), masterKey)
    const conference = new Conference(options, replica, hats, peerFile)
    await conference.rooms.refresh()
    return conference
  }

  get damage(): readonly Damage[] {
    return [...this.replica.damage, ...this.hats.damage]
  }

  /** Starts to look for the relay. */
  connect(): void {
    if (this.peer.read()?.offline === true) this.link.setOffline(true)
    this.link.open()
  }

  /** The choice holds until it is taken back, also over the end of the program. False: it could not be stored. */
  async setOffline(offline: boolean): Promise<boolean> {
    const peer = this.peer.read()
    if (peer !== null && peer.offline !== offline && !(await this.peer.write({ ...peer, offline })))
      return false
    this.link.setOffline(offline)
    return true
  }

  #keys(): readonly string[] {
    return this.hats.list().map(({ signer }) => signer.id)
  }

  hatList(): Hat[] {
    const members = this.replica.conference()?.members
    return this.hats.list().map(({ signer, label }) => {
      const record = members?.get(signer.id)
      const member = record === undefined || record.closed !== null ? null : record.member
      return { key: signer.id, member, label: record?.label ?? label }
    })
  }

  #tellHats(): void {
    const hats = this.hatList()
    const told = JSON.stringify(hats)
    if (told === this.#hatsTold) return
    this.#hatsTold = told
    this.#options.emit('hats', { conf: this.conf, hats })
    this.#options.emit('catalogue', null)
  }

  title(): string {
    const title = this.replica.conference()?.title
    return title?.es ?? this.peer.read()?.title ?? ''
  }

  entry(): CatalogueEntry {
    return {
      conf: this.conf,
      title: this.title(),
      unsent: this.#unsent(),
      lastContact: this.link.lastContact(),
      hats: this.hatList(),
    }
  }

  #unsent(): number {
    return this.replica.acts.unsent().length + this.rooms.rooms().reduce((sum, { unsent }) => sum + unsent, 0)
  }

  /** True at every moment: `acknowledged` only when nothing is unsent and every room has been heard out. */
  sync(): SyncState {
    const rooms = this.rooms.rooms()
    const unsent = this.replica.acts.unsent()
    const online = this.link.isOnline()
    const documents = [...(this.replica.conference()?.documents.keys() ?? [])].map((doc) => {
      const own = rooms.filter(({ name }) => name.startsWith(`doc/${doc}/`))
      const acts = unsent.filter(
        ({ payload }) =>
          payload.scope === `doc/${doc}` ||
          payload.scope.startsWith(`doc/${doc}/`) ||
          ('doc' in payload && payload.doc === doc),
      )
      const count = own.reduce((sum, room) => sum + room.unsent, acts.length)
      const readable = own.filter(({ name }) => this.rooms.readable(name))
      return {
        doc,
        unsent: count,
        acknowledged: online && count === 0 && readable.every(({ synced }) => synced),
        lastContact: this.link.lastContact(),
        unsaved: own.some(({ unsaved }) => unsaved),
      }
    })
    return { conf: this.conf, link: this.link.state(), documents }
  }

  #tellSoon(): void {
    if (this.#closed) return
    this.#tellTimer ??= setTimeout(() => {
      this.#tellTimer = undefined
      this.#options.emit('sync', this.sync())
    }, TELL_MS)
  }

  async #withdrawn(acts: readonly Withdrawn[]): Promise<void> {
    const at = this.#options.now().toISOString()
    for (const withdrawn of acts) {
      await this.replica.drafts.keep(draftOfWithdrawn(this.conf, withdrawn, at), new Uint8Array(0))
    }
    if (this.#closed) return
    // The window's own set still holds what has been withdrawn: it asks for everything again.
    this.#options.emit('conference.reset', { conf: this.conf })
    this.#options.emit('drafts', { conf: this.conf })
    await this.rooms.refresh()
  }

  enrolments(): readonly Enrolment[] {
    return this.#enrolments
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#tellTimer)
    this.link.close()
    await this.rooms.close()
    await this.replica.close()
    await this.hats.close()
    await this.peer.close()
  }
}
