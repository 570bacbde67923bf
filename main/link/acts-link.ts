/**
 * The one socket of a conference that carries acts, receipts and blobs, and with it the answer to "is there
 * a relay". Guarantees: what the relay has and we lack is asked for before anything of ours is sent (so a
 * restored backup is noticed before it can fork); what is unsent goes out again, byte for byte, on every
 * connection until the relay has answered; what a relay that was set back has forgotten is given back to it
 * before anything newer, and nothing is withdrawn for what it still lacks; the state is always one of a union,
 * and true.
 */
import type { LinkState } from '#shared/ipc/contract.ts'
import {
  ACTS_ROOM,
  type EnvelopeMessage,
  type Enrolment,
  type FromRelay,
  type Refusal,
} from '#shared/sync/protocol.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { Withdrawn } from '#main/replica/acts-replica.ts'
import { checkAddress } from './address.ts'
import { ANSWER_MS, Answers, FINAL, type ActOutcome } from './answers.ts'
import { createBackOff, type BackOff } from './back-off.ts'
import { BlobExchange } from './blob-exchange.ts'
import type { Pin } from './certificate.ts'
import { ChallengedSocket, type Challenge } from './challenged-socket.ts'
import { GivingBack } from './giving-back.ts'

export interface ActsLinkOptions {
  readonly conf: string
  readonly relayKey: string
  readonly pin: Pin
  readonly replica: ConferenceReplica
  /** Where the relay is now; null: nowhere. Asked before each attempt. */
  readonly address: () => Promise<string | null>
  readonly answer: (challenge: Challenge) => readonly EnvelopeMessage[]
  readonly backOff?: BackOff
  readonly random: () => number
  readonly now: () => Date
  readonly changed: () => void
  /** Everything the relay had for us is here; `address` is where it is. */
  readonly online: (address: string) => void
  readonly offline: () => void
  readonly withdrawn: (acts: readonly Withdrawn[]) => void
  readonly blob: (hash: string) => void
  readonly enrolments: (list: readonly Enrolment[]) => void
}

/** An act in a batch of 200 is at most 120 kB; the relay takes 4 MiB at once. */
const PUT_BATCH = 30
export class ActsLink {
  readonly #options: ActsLinkOptions
  readonly #backOff: BackOff
  readonly #answers = new Answers()
  readonly #caughtUpWaiters: (() => void)[] = []
  readonly #blobs: BlobExchange
  readonly #back = new GivingBack()
  #behind = false
  #socket: ChallengedSocket | null = null
  #state: LinkState
  #wanted = false
  #chosen = false
  #caughtUp = false
  #everCaughtUp = false
  #lastContact: string | null = null
  #retry: NodeJS.Timeout | undefined
  #attempt = 0

  constructor(options: ActsLinkOptions) {
    this.#options = options
    this.#blobs = new BlobExchange(options.replica)
    this.#backOff = options.backOff ?? createBackOff(options.random)
    this.#state = { kind: 'offline', since: options.now().toISOString(), chosen: false, retryAt: null }
  }

  state(): LinkState {
    return this.#state
  }

  lastContact(): string | null {
    return this.#lastContact
  }

  /** Since this start the relay has told us everything it holds; signing cannot fork any more. */
  everCaughtUp(): boolean {
    return this.#everCaughtUp
  }

  isOnline(): boolean {
    return this.#state.kind === 'online' && this.#caughtUp
  }

  open(): void {
    if (this.#wanted) return
    this.#wanted = true
    void this.#connect()
  }

  close(): void {
    this.#wanted = false
    this.#attempt += 1
    clearTimeout(this.#retry)
    this.#drop()
  }

  setOffline(chosen: boolean): void {
    if (this.#chosen === chosen) return
    this.#chosen = chosen
    clearTimeout(this.#retry)
    this.#attempt += 1
    if (chosen) {
      this.#drop()
      this.#become({ kind: 'offline', since: this.#at(), chosen: true, retryAt: null })
    } else void this.#connect()
  }

  retry(): void {
    if (this.#socket !== null || this.#chosen || !this.#wanted) return
    this.#backOff.reset()
    void this.#connect()
  }

  /** Resolves when everything the relay has is here, or false when there is no relay in time. */
  caughtUp(withinMs = ANSWER_MS): Promise<boolean> {
    if (this.#caughtUp) return Promise.resolve(true)
    if (this.#state.kind !== 'connecting' && this.#state.kind !== 'online') return Promise.resolve(false)
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        resolve(this.#caughtUp)
      }, withinMs)
      this.#caughtUpWaiters.push(() => {
        clearTimeout(late)
        resolve(this.#caughtUp)
      })
    })
  }

  /** What the relay answers for an act of ours. Call before `push`. */
  outcome(id: string): Promise<ActOutcome> {
    if (this.#options.replica.acts.receiptOf(id) !== null) return Promise.resolve({ kind: 'received' })
    return this.#answers.wait(id)
  }

  /** Sends what is unsent. An act that names a blob waits, with all after it, until the relay has the blob. */
  push(only?: ReadonlySet<string>): void {
    const socket = this.#socket
    if (socket === null || !this.#caughtUp) return
    const { acts } = this.#options.replica
    const blobs = acts.unsentBlobs()
    for (const { hash, scope } of blobs) this.#blobs.send(socket, hash, scope)
    const unsent = acts.unsent()
    const waiting = new Set(blobs.map(({ hash }) => hash))
    const held = unsent.findIndex(({ payload }) => 'blob' in payload && waiting.has(String(payload.blob)))
    const ready = (held < 0 ? unsent : unsent.slice(0, held)).filter(({ id }) => only?.has(id) ?? true)
    for (let at = 0; at < ready.length; at += PUT_BATCH) {
      socket.say({ t: 'put', acts: ready.slice(at, at + PUT_BATCH).map(({ envelope }) => ({ ...envelope })) })
    }
  }

  wantBlobs(): void {
    if (this.#socket !== null && this.#caughtUp) this.#blobs.want(this.#socket)
  }

  settle(id: string, state: 'approved' | 'refused'): boolean {
    if (this.#socket === null || !this.isOnline()) return false
    this.#socket.say({ t: 'settle', id, state })
    return true
  }

  #at(): string {
    return this.#options.now().toISOString()
  }

  #become(state: LinkState): void {
    this.#state = state
    this.#options.changed()
  }

  async #connect(): Promise<void> {
    if (!this.#wanted || this.#chosen || this.#socket !== null) return
    this.#attempt += 1
    const attempt = this.#attempt
    if (this.#state.kind !== 'connecting') this.#become({ kind: 'connecting', since: this.#at() })
    const address = await this.#options.address()
    if (attempt !== this.#attempt) return
    const checked = address === null ? null : checkAddress(address)
    if (checked?.ok !== true) {
      this.#lost(null)
      return
    }
    this.#open(`${checked.url.protocol}//${checked.url.host}`)
  }

  #open(address: string): void {
    const { conf, relayKey, pin } = this.#options
    const base = `${address}/${conf}`
    let refusedCode: Refusal | null = null
    const socket = new ChallengedSocket(`${base}/${ACTS_ROOM}`, {
      conf,
      room: ACTS_ROOM,
      relayKey,
      pin,
      answer: (challenge) => ({ t: 'answer', statements: [...this.#options.answer(challenge)] }),
      welcomed: ({ now }) => {
        this.#options.replica.clock.heard(now)
        this.#heard()
        this.#askForMissing()
      },
      message: (message) => {
        this.#heard()
        if (message.t === 'refused' && message.id === undefined) refusedCode = message.code
        void this.#message(message, base)
      },
      received: (frame) => {
        this.#heard()
        void this.#blob(frame)
      },
      alive: () => {
        this.#heard()
      },
      distrusted: (why) => {
        refusedCode = why === 'certificate' ? 'badCertificate' : 'badAnswer'
      },
    })
    socket.onerror = () => undefined
    socket.onclose = () => {
      if (this.#socket !== socket) return
      this.#socket = null
      this.#lost(refusedCode)
    }
    this.#socket = socket
  }

  #askForMissing(): void {
    this.#back.asked()
    this.#socket?.say({ t: 'have', scopes: this.#options.replica.acts.wanted() })
  }

  #heard(): void {
    this.#lastContact = this.#at()
  }

  async #message(message: FromRelay, base: string): Promise<void> {
    const { replica } = this.#options
    switch (message.t) {
      case 'acts': {
        for (const { r } of message.acts) replica.clock.heard(r.received)
        await replica.acts.receive(message.acts)
        for (const { r } of message.acts) this.#answer(r.of, { kind: 'received' })
        if (message.done) this.#heardOut(base, message.acts.length > 0)
        this.wantBlobs()
        return
      }
      case 'lacks':
        this.#back.told(message.scopes)
        return
      case 'stored':
        replica.acts.blobStored(message.hash)
        this.push()
        this.#options.changed()
        return
      case 'enrolments':
        this.#options.enrolments(message.list)
        return
      case 'enrolled':
        this.#options.enrolments([message.enrolment])
        return
      case 'refused':
        if (message.id !== undefined) await this.#refused(message.id, message.code)
        return
      case 'challenge':
      case 'welcome':
      case 'rights':
      case 'noBlob':
      case 'authors':
        return
    }
  }

  /** The relay has answered all we asked; `news`: with acts we lacked. */
  #heardOut(base: string, news: boolean): void {
    const socket = this.#socket
    if (socket === null) return
    const wasBehind = this.#behind
    this.#behind = this.#back.isBehind
    if (this.#giveBack(socket)) this.#askForMissing()
    else if (!this.#caughtUp) this.#nowCaughtUp(base)
    // Somebody else may have brought what ours rests on.
    else if (this.#behind && news) this.#askForMissing()
    else if (wasBehind && !this.#behind) this.push()
  }

  #giveBack(socket: ChallengedSocket): boolean {
    const { acts } = this.#options.replica
    const lost = this.#back.next(acts)
    for (const { r } of lost) {
      const payload = acts.set.get(r.of)?.payload
      if (payload === undefined || !('blob' in payload)) continue
      this.#blobs.send(socket, String(payload.blob), payload.scope)
    }
    for (let at = 0; at < lost.length; at += PUT_BATCH) {
      socket.say({ t: 'return', acts: lost.slice(at, at + PUT_BATCH) })
    }
    return lost.length > 0
  }

  #nowCaughtUp(base: string): void {
    this.#caughtUp = true
    this.#everCaughtUp = true
    this.#backOff.reset()
    this.#become({ kind: 'online', since: this.#at() })
    for (const waiter of this.#caughtUpWaiters.splice(0)) waiter()
    this.push()
    this.#options.online(base)
  }

  async #refused(id: string, code: Refusal): Promise<void> {
    // A relay that lacks what ours rests on may take it once somebody has brought that.
    if (!FINAL.has(code) || this.#back.isBehind) return
    const withdrawn = await this.#options.replica.acts.withdraw(id, code)
    for (const { act } of withdrawn) this.#answer(act.id, { kind: 'refused', code })
    if (withdrawn.length === 0) return
    this.#options.withdrawn(withdrawn)
    // In the place of what was withdrawn the relay may hold something else of this key.
    this.#askForMissing()
  }

  #answer(id: string, outcome: ActOutcome): void {
    if (this.#answers.give(id, outcome)) this.#options.changed()
  }

  async #blob(frame: Uint8Array): Promise<void> {
    const hash = await this.#blobs.receive(frame)
    if (hash !== null) this.#options.blob(hash)
  }

  #drop(): void {
    const socket = this.#socket
    this.#socket = null
    this.#afterLoss()
    socket?.close()
  }

  #afterLoss(): void {
    const was = this.#caughtUp
    this.#caughtUp = false
    this.#blobs.reset()
    this.#back.reset()
    this.#behind = false
    for (const waiter of this.#caughtUpWaiters.splice(0)) waiter()
    this.#answers.giveUp()
    if (was) this.#options.offline()
  }

  #lost(code: Refusal | null): void {
    this.#afterLoss()
    if (!this.#wanted || this.#chosen) return
    const waitMs = this.#backOff.nextMs()
    const retryAt = new Date(this.#options.now().getTime() + waitMs).toISOString()
    if (code === null || code === 'tooFast' || code === 'storage') {
      const since = this.#state.kind === 'offline' ? this.#state.since : this.#at()
      this.#become({ kind: 'offline', since, chosen: false, retryAt })
    } else this.#become({ kind: 'refused', code, since: this.#at() })
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#connect(), waitMs)
  }
}
