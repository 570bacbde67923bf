/**
 * The relay put together: one store, one committer, the conferences in it, and what a socket becomes once
 * its challenge has been answered.
 */
import type { Envelope } from '#shared/acts/act.ts'
import { openAct } from '#shared/acts/envelope.ts'
import {
  ACTS_ROOM,
  CLOSE,
  ENROL_ROOM,
  type CloseCode,
  type Enrolment,
  type FromClient,
  type Refusal,
} from '#shared/sync/protocol.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import { ActLog } from './act-log.ts'
import { openActsSession } from './acts-session.ts'
import { openBlobs } from './blobs.ts'
import type { ClientSocket } from './client-socket.ts'
import { createCommitter, type Committer } from './committer.ts'
import { Conference } from './conference.ts'
import type { Opening } from './connection.ts'
import { nodeCrypto } from './crypto.ts'
import { openEnrolSession } from './enrol-session.ts'
import { openEnrolments } from './enrolments.ts'
import { createFolder, type Folder } from './folder.ts'
import { checkAnswer, provesKey, type Challenge } from './handshake.ts'
import { CONFERENCES, conferenceKey, lastPart, range } from './keys.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import { createQuota } from './quota.ts'
import type { RelayKey } from './relay-key.ts'
import type { Room } from './room.ts'
import { openRoomSession } from './room-session.ts'
import { createRooms } from './rooms.ts'
import type { Session } from './session.ts'
import type { Storage } from './storage.ts'

/** Time passes without acts too: a guest's accreditation ends with a date. */
const REVIEW_MS = 30_000

export interface RelayOptions {
  readonly data: string
  readonly storage: Storage
  readonly key: RelayKey
  readonly limits: Limits
  readonly log: Log
  readonly now: () => Date
  /** The store failed: nothing can be promised any more. */
  readonly onFailure: (error: unknown) => void
}

export type Founding =
  | { readonly ok: true; readonly conf: string; readonly title: string }
  | { readonly ok: false; readonly code: Refusal; readonly detail: string }

interface Listener {
  readonly enrolment: (changed: Enrolment) => void
}

const no = (code: Refusal, detail: string, close: CloseCode, failure = false): Opening => ({
  ok: false,
  code,
  detail,
  close,
  failure,
})

export class Relay {
  readonly #options: RelayOptions
  readonly #committer: Committer
  readonly #folder: Folder
  readonly #conferences = new Map<string, Conference>()
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #dirty = new Set<Room>()
  #review: NodeJS.Timeout | undefined

  constructor(options: RelayOptions) {
    this.#options = options
    this.#folder = createFolder(options.log)
    this.#committer = createCommitter({
      storage: options.storage,
      minIntervalMs: options.limits.minCommitIntervalMs,
      afterBatch: () => {
        this.#afterBatch()
      },
      onFailure: options.onFailure,
    })
  }

  async open(): Promise<void> {
    for (const { key } of await this.#options.storage.range(...range(CONFERENCES))) {
      await this.#openConference(lastPart(key))
    }
    this.#review = setInterval(() => {
      for (const conference of this.#conferences.values()) conference.review()
    }, REVIEW_MS).unref()
  }

  get conferences(): readonly { readonly conf: string; readonly title: string }[] {
    return [...this.#conferences.values()].map(({ id, view }) => ({
      conf: id,
      title: view.conference.title.es,
    }))
  }

  /** Only whoever runs the relay founds a conference on it; the first act names the relay's key. */
  async found(envelopes: readonly Envelope[]): Promise<Founding> {
    const first = openAct(envelopes[0], () => undefined, nodeCrypto)
    if (!first.ok) return { ok: false, code: 'badAct', detail: first.error }
    const { act } = first
    if (!act.known || act.payload.kind !== 'conference') {
      return { ok: false, code: 'badAct', detail: 'the first act must be the conference' }
    }
    if (act.payload.relayKey !== this.#options.key.publicKey) {
      return { ok: false, code: 'badAct', detail: 'the conference names another relay' }
    }
    const { conf } = act.payload
    const conference = this.#conferences.get(conf) ?? (await this.#openConference(conf))
    const refusals: Founding[] = []
    await conference.put(envelopes, (outcome) => {
      if (!outcome.ok) refusals.push({ ok: false, code: outcome.code, detail: outcome.detail })
    })
    this.#committer.add(
      [{ type: 'put', key: conferenceKey(conf), value: new Uint8Array(0) }],
      () => undefined,
    )
    await this.#committer.settled()
    this.#options.log('founded', { conf })
    return refusals[0] ?? { ok: true, conf, title: conference.view.conference.title.es }
  }

  async #openConference(conf: string): Promise<Conference> {
    const { data, storage, key, now, log, limits } = this.#options
    const committer = this.#committer
    const acts = new ActLog(conf, key, now)
    await acts.load(storage)
    const enrolments = await openEnrolments({
      ...{ data, conf, storage, committer, now, log },
      changed: (entry) => {
        for (const listener of this.#listeners.get(conf) ?? []) listener.enrolment(entry)
      },
    })
    const quota = createQuota(limits, () => performance.now())
    const dirty = (room: Room): void => void this.#dirty.add(room)
    const rooms = createRooms(conf, { storage, committer, folder: this.#folder, quota, limits, log, dirty })
    const blobs = await openBlobs(conf, storage, committer)
    const conference = new Conference(conf, { acts, blobs, enrolments, rooms, committer, quota, now, log })
    await conference.load()
    this.#conferences.set(conf, conference)
    return conference
  }

  /** What the first message of a connection opens. */
  async session(socket: ClientSocket, challenge: Challenge, first: FromClient): Promise<Opening> {
    const conference = this.#conferences.get(challenge.conf)
    if (conference === undefined) return no('unknownConference', challenge.conf, CLOSE.unknownRoom)
    if (first.t === 'enrol' && challenge.room === ENROL_ROOM) {
      return this.#enrol(socket, challenge, first, conference)
    }
    if (first.t !== 'answer' || challenge.room === ENROL_ROOM) {
      return no('notChallenged', first.t, CLOSE.notAnswered, true)
    }
    const answer = checkAnswer(challenge, first.statements, (key) => conference.key(key), nodeCrypto)
    if (!answer.ok) return no(answer.code, answer.detail, closeFor(answer.code), isFailure(answer.code))
    if (challenge.room === ACTS_ROOM) return this.#joinActs(socket, conference, answer.keys)
    return this.#joinRoom(socket, conference, challenge.room, answer)
  }

  #joinActs(socket: ClientSocket, conference: Conference, keys: readonly string[]): Opening {
    const { limits } = this.#options
    if (!conference.enter(keys, limits.connectionsPerKey)) return no('tooFast', 'connections', CLOSE.tooFast)
    const session = openActsSession({
      ...{ socket, conference, keys },
      backlogBytes: limits.backlogBytes,
      maxBlobBytes: limits.payloadBytes,
      ended: () => {
        conference.leave(keys)
        conference.sessions.delete(session)
        this.#listeners.get(conference.id)?.delete(session)
      },
    })
    conference.sessions.add(session)
    this.#listen(conference.id, session)
    return { ok: true, session }
  }

  async #joinRoom(
    socket: ClientSocket,
    conference: Conference,
    name: string,
    { keys, clients, outdated }: { keys: readonly string[]; clients: ReadonlySet<number>; outdated: boolean },
  ): Promise<Opening> {
    const { limits, now, log } = this.#options
    if (parseRoom(name) === null) return no('unknownRoom', name, CLOSE.unknownRoom)
    const rights = whileSame(
      () => conference.view,
      () => {
        const current = conference.roomRights(keys, name)
        return outdated ? { ...current, writer: null, code: 'oldVersion' as const } : current
      },
    )
    if (!rights().read) return no('notAuthorised', name, CLOSE.notAuthorised)
    if (!conference.enter(keys, limits.connectionsPerKey)) return no('tooFast', 'connections', CLOSE.tooFast)
    const room = await conference.parts.rooms.open(name)
    const ended = (): void => {
      conference.leave(keys)
      conference.sessions.delete(session)
    }
    const { presenceBytes } = limits
    const session: Session = openRoomSession({
      ...{ socket, room, keys, clients, rights, presenceBytes, now, log, ended },
    })
    conference.sessions.add(session)
    return { ok: true, session }
  }

  async #enrol(
    socket: ClientSocket,
    challenge: Challenge,
    { code, publicKey, label, statement }: Extract<FromClient, { t: 'enrol' }>,
    conference: Conference,
  ): Promise<Opening> {
    if (!provesKey(challenge, statement, publicKey, nodeCrypto)) {
      return no('badAnswer', 'statement', CLOSE.notAnswered, true)
    }
    const enrolment = await conference.parts.enrolments.request(code, publicKey, label)
    if (enrolment === null) return no('badInvitation', 'code', CLOSE.notAuthorised, true)
    const session = openEnrolSession(socket, enrolment, () => {
      this.#listeners.get(conference.id)?.delete(session)
    })
    this.#listen(conference.id, session)
    return { ok: true, session }
  }

  #listen(conf: string, listener: Listener): void {
    const listeners = this.#listeners.get(conf) ?? new Set()
    this.#listeners.set(conf, listeners.add(listener))
  }

  #afterBatch(): void {
    const dirty = [...this.#dirty]
    this.#dirty.clear()
    for (const room of dirty) room.flush()
    for (const conference of this.#conferences.values()) conference.afterBatch()
  }

  async close(): Promise<void> {
    clearInterval(this.#review)
    await this.#committer.settled()
    for (const { parts } of this.#conferences.values()) parts.rooms.close()
    await this.#folder.close()
  }
}

/** Asked for every message, worked out again only when what it rests on is another value. */
function whileSame<T>(basis: () => object, work: () => T): () => T {
  let last: { readonly basis: object; readonly value: T } | null = null
  return () => {
    const now = basis()
    if (last?.basis !== now) last = { basis: now, value: work() }
    return last.value
  }
}

/** A closed or unknown key has at least signed correctly or named itself; a wrong answer is a failed authentication. */
const isFailure = (code: Refusal): boolean => code === 'badAnswer' || code === 'notAccredited'

const closeFor = (code: Refusal): CloseCode =>
  code === 'oldVersion' ? CLOSE.oldVersion : code === 'badAnswer' ? CLOSE.notAnswered : CLOSE.notAuthorised
