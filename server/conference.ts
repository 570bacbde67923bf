/**
 * One conference on the relay: its acts, blobs, enrolments and rooms, and who may do what now. Rights are
 * derived from the acts and asked for every message; they are derived again only when an act has come.
 */
import type { Envelope, VerifiedAct } from '#shared/acts/act.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { DocumentDeriver } from '#shared/acts/derive-document.ts'
import { scopeName } from '#shared/acts/scope.ts'
import type { ConferenceState, DocumentState } from '#shared/acts/state.ts'
import type { Receipt, Receipted, Refusal } from '#shared/sync/protocol.ts'
import {
  canReadRoom,
  canReadScope,
  canWriteRoom,
  canWriteScope,
  isRoomClosed,
  standingOf,
  type AccessView,
} from '#shared/sync/access.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import type { ActLog, HeldAct } from './act-log.ts'
import type { Blobs } from './blobs.ts'
import type { Committer } from './committer.ts'
import { nodeCrypto } from './crypto.ts'
import type { Enrolments } from './enrolments.ts'
import type { KnownKey } from './handshake.ts'
import type { Log } from './log.ts'
import type { RoomRights } from './room-session.ts'
import { ACT_COST, type Quota } from './quota.ts'
import type { Rooms } from './rooms.ts'
import { checkSource } from './round-source.ts'
import type { Session } from './session.ts'

export interface ConferenceParts {
  readonly acts: ActLog
  readonly blobs: Blobs
  readonly enrolments: Enrolments
  readonly rooms: Rooms
  readonly committer: Committer
  readonly quota: Quota
  readonly now: () => Date
  readonly log: Log
}

export type PutOutcome =
  | { readonly ok: true; readonly held: HeldAct }
  | { readonly ok: false; readonly code: Refusal; readonly detail: string; readonly id?: string }

/** Asked in the turn in which the act is accepted. */
interface Check {
  readonly holds: () => boolean
  readonly code: Refusal
  readonly detail: string
}
const SOUND: Check = { holds: () => true, code: 'badAct', detail: '' }

const CONFERENCE_SCOPE = scopeName({ kind: 'conference' })

/** A guest's time may run out without any act. */
const VIEW_MS = 1_000

export class Conference {
  readonly id: string
  readonly parts: ConferenceParts
  readonly sessions = new Set<Session>()
  readonly #connections = new Map<string, number>()
  readonly #documents = new Map<string, DocumentDeriver>()
  /** Texts of rounds, which the derivation of a document's stage needs at hand. */
  readonly #rounds = new Map<string, Uint8Array>()
  #view: { readonly version: number; readonly at: number; readonly access: AccessView } | null = null
  /** Grows with each act that rights depend on. */
  #rights = 0
  #news: 'none' | 'acts' | 'rights' = 'none'
  #putting: Promise<unknown> = Promise.resolve()

  constructor(id: string, parts: ConferenceParts) {
    this.id = id
    this.parts = parts
  }

  async load(): Promise<void> {
    const { acts } = this.parts
    for (const { act } of acts.between(0, acts.durable)) await this.#keepRound(act)
  }

  get view(): AccessView {
    const at = this.parts.now().getTime()
    const known = this.#view
    if (known !== null && known.version === this.#rights && Math.abs(at - known.at) < VIEW_MS) {
      return known.access
    }
    const instant = new Date(at).toISOString()
    const access = this.#derive(instant, known?.version === this.#rights ? known.access : null)
    this.#view = { version: this.#rights, at, access }
    return access
  }

  #derive(now: string, unchanged: AccessView | null): AccessView {
    if (unchanged !== null) return { ...unchanged, now }
    const { set } = this.parts.acts
    const documents = new Map<string, DocumentState>()
    const conference: ConferenceState = deriveConference(set, now)
    return {
      conference,
      now,
      document: (id) => {
        if (!conference.documents.has(id)) return undefined
        const state = documents.get(id) ?? this.#deriveDocument(id, now)
        documents.set(id, state)
        return state
      },
    }
  }

  #deriveDocument(id: string, now: string): DocumentState {
    const { set } = this.parts.acts
    const deriver = this.#documents.get(id) ?? new DocumentDeriver(set, id)
    this.#documents.set(id, deriver)
    return deriver.derive({ blobs: (hash) => this.#rounds.get(hash), sha256: nodeCrypto.sha256, now })
  }

  /** The root key may come in person, to let the first member in: it is known from the conference's first act. */
  key(id: string): KnownKey | undefined {
    const root = id === this.id ? this.parts.acts.set.keyOf(id) : undefined
    if (root !== undefined) return { publicKey: toBase64url(root), closed: false }
    const record = this.view.conference.members.get(id)
    return record && { publicKey: record.publicKey, closed: record.closed !== null }
  }

  /** Counts a connection of these keys; false when one of them has too many. */
  enter(keys: readonly string[], most: number): boolean {
    if (keys.some((key) => (this.#connections.get(key) ?? 0) >= most)) return false
    for (const key of keys) this.#connections.set(key, (this.#connections.get(key) ?? 0) + 1)
    return true
  }

  leave(keys: readonly string[]): void {
    for (const key of keys) this.#connections.set(key, (this.#connections.get(key) ?? 1) - 1)
  }

  mayRead(keys: readonly string[], scope: string): boolean {
    return (
      (this.#isRoot(keys) && scope === CONFERENCE_SCOPE) ||
      keys.some((key) => canReadScope(this.view, key, scope))
    )
  }

  mayWrite(keys: readonly string[], scope: string): boolean {
    return keys.some((key) => canWriteScope(this.view, key, scope))
  }

  /** The Secretariat, by a member's key or by the root itself. */
  isSecretariat(keys: readonly string[]): boolean {
    return this.#isRoot(keys) || keys.some((key) => standingOf(this.view, key)?.role === 'secretariat')
  }

  /** Whether any of the keys still stands for somebody. */
  stands(keys: readonly string[]): boolean {
    return this.#isRoot(keys) || keys.some((key) => standingOf(this.view, key) !== null)
  }

  #isOffice(key: string): boolean {
    const role = standingOf(this.view, key)?.role
    return role === 'presidency' || role === 'secretariat'
  }

  #isRoot(keys: readonly string[]): boolean {
    return keys.includes(this.id)
  }

  roomRights(keys: readonly string[], room: string): RoomRights {
    const { view } = this
    // of several hats the office is worn: it is the Chair who types on the screen, not the delegation
    const worn = [...keys].sort((a, b) => Number(this.#isOffice(b)) - Number(this.#isOffice(a)))
    const reader = worn.find((key) => canReadRoom(view, key, room))
    const writer = worn.find((key) => canWriteRoom(view, key, room)) ?? null
    const record = view.conference.members.get(writer ?? reader ?? '')
    return {
      read: reader !== undefined || writer !== null,
      writer,
      code: this.#whyNot(keys, room, reader !== undefined),
      badge: {
        key: record?.key ?? '',
        name: record?.label ?? '',
        role: record?.member.role ?? '',
        country: record !== undefined && 'country' in record.member ? record.member.country : null,
      },
    }
  }

  #whyNot(keys: readonly string[], room: string, reads: boolean): Refusal {
    if (!this.stands(keys)) return 'closedKey'
    if (!reads) return parseRoom(room) === null ? 'unknownRoom' : 'notAuthorised'
    return isRoomClosed(this.view, room) ? 'roomClosed' : 'readOnly'
  }

  /** Judges acts one after the other; `told` is called for each once it is durable, or refused. */
  put(envelopes: readonly Envelope[], told: (outcome: PutOutcome) => void): Promise<void> {
    return this.#inTurn(async () => {
      for (const envelope of envelopes) await this.#putOne(envelope, null, told)
    })
  }

  /** Acts that this relay had taken and has forgotten: judged like others, but they keep what it said of them. */
  putBack(acts: readonly Receipted[], told: (outcome: PutOutcome) => void): Promise<void> {
    return this.#inTurn(async () => {
      for (const { e, r } of acts) await this.#putOne(e, r, told)
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#putting.then(work)
    this.#putting = done.catch(() => undefined)
    return done
  }

  async #putOne(
    envelope: Envelope,
    receipt: Receipt | null,
    told: (outcome: PutOutcome) => void,
  ): Promise<void> {
    const { acts, committer, quota } = this.parts
    const first = acts.judge(envelope)
    if (first.kind === 'refused') {
      told({ ok: false, ...first })
      return
    }
    if (first.kind === 'held') {
      committer.add([], () => {
        told({ ok: true, held: first.held })
      })
      return
    }
    const earlier = receipt !== null && acts.gave(receipt, first.act) ? receipt : null
    const check = await this.#check(first.act, earlier !== null)
    if (!check.holds()) {
      told({ ok: false, id: first.act.id, code: check.code, detail: check.detail })
      return
    }
    const { by } = first.act.payload
    if (earlier === null && by !== this.id && !quota(by, ACT_COST + envelope.p.length)) {
      told({ ok: false, id: first.act.id, code: 'tooFast', detail: 'quota' })
      return
    }
    const { held, changes } = acts.accept(first.act, earlier)
    if (movesRights(first.act)) this.#rights++
    committer.add(changes, () => {
      acts.confirm()
      this.#accepted(held)
      told({ ok: true, held })
    })
  }

  /**
   * What the act names besides other acts must be here: the blob, and the room as it says. The room was compared
   * when the act was taken first; a relay that has forgotten the act may have forgotten words too.
   */
  async #check(act: VerifiedAct, takenBefore: boolean): Promise<Check> {
    const { blobs, rooms, committer } = this.parts
    if (!act.known) return SOUND
    const { payload } = act
    if (payload.kind !== 'publish' && payload.kind !== 'round') return SOUND
    if (!blobs.isIn(payload.blob, payload.scope)) await committer.settled()
    if (!blobs.isIn(payload.blob, payload.scope)) {
      return { holds: () => false, code: 'badBlob', detail: 'not in this scope' }
    }
    if (payload.kind === 'publish') return SOUND
    await this.#keepRound(act)
    if (payload.source === null || takenBefore) return SOUND
    const same = await checkSource(payload.source, payload.textHash, rooms, committer)
    return { holds: same ?? (() => false), code: 'roomMoved', detail: payload.source.room }
  }

  async #keepRound(act: VerifiedAct): Promise<void> {
    if (!act.known || act.payload.kind !== 'round') return
    const { blob } = act.payload
    const content = this.#rounds.get(blob) ?? (await this.parts.blobs.read(blob))
    if (content !== undefined) this.#rounds.set(blob, content)
  }

  #accepted({ act, receipt }: HeldAct): void {
    const { log, enrolments } = this.parts
    const { kind, scope, by } = act.payload
    log('act', { conf: this.id, id: act.id, kind, scope, by, n: receipt.n })
    if (act.known && act.payload.kind === 'accredit') enrolments.accredited(act.payload.publicKey)
    if (movesRights(act)) this.#news = 'rights'
    else if (this.#news === 'none') this.#news = 'acts'
  }

  /** Looks at everybody's rights again, as time alone may have changed them. */
  review(): void {
    for (const session of [...this.sessions]) session.review()
  }

  /** After a batch: passes on its acts, ends who lost a right, tells who gained one. */
  afterBatch(): void {
    const news = this.#news
    this.#news = 'none'
    if (news === 'none') return
    for (const session of [...this.sessions]) {
      if (news === 'rights') session.review()
      session.acts()
    }
  }
}

/** Members, offices and documents are of the conference's scope; of a document's acts these move its stage, or say who is in a contact group. */
const movesRights = ({ payload: { scope, kind } }: VerifiedAct): boolean =>
  scope === 'conf' || kind === 'stage' || kind === 'round' || kind === 'huddle'
