/**
 * A socket that answers the relay's challenge before anybody above it hears that it is open. It has the
 * few members of a browser's WebSocket that y-websocket's provider uses, so the provider runs over it
 * unchanged; JSON text frames go to the hooks, binary frames to the provider.
 *
 * Nothing is sent before the challenge has been checked: it must come from the relay key that the
 * conference's acts name, for this conference and this room.
 */
import { WebSocket, type RawData } from 'ws'
import { fromRelay, PROTOCOL, type FromClient, type FromRelay } from '#shared/sync/protocol.ts'
import { certificateCheck, type Pin } from './certificate.ts'

export type Challenge = Extract<FromRelay, { t: 'challenge' }>
export type Welcome = Extract<FromRelay, { t: 'welcome' }>

export interface SocketHooks {
  readonly conf: string
  readonly room: string
  /** Raw key, base64url: the conference's first act names it, and so does an invitation. */
  readonly relayKey: string
  readonly pin: Pin
  /** What to say to the challenge: statements signed by each hat, or an enrolment. */
  answer(challenge: Challenge): Extract<FromClient, { t: 'answer' | 'enrol' }>
  welcomed(welcome: Welcome): void
  message(message: FromRelay): void
  /** Asked of a binary frame first: true keeps it back. */
  holds?(frame: Uint8Array): boolean
  /** A binary frame about to be sent, or just received. */
  sent?(frame: Uint8Array): void
  received?(frame: Uint8Array): void
  /** Anything at all came from the other side. */
  alive?(): void
  /** What arrived is not the protocol, or not our relay. */
  distrusted?(why: Distrust): void
}

export type Distrust = 'protocol' | 'relayKey' | 'frame' | 'certificate'

/** Above the relay's own limit for one message: a whole room's state may come at once. */
const MAX_PAYLOAD_BYTES = 96 * 1024 * 1024
const HANDSHAKE_MS = 10_000
/** The provider gives a silent connection up after 30 s; asking every 10 s tells silence from a dead line. */
const PING_MS = 10_000

interface MessageEventLike {
  readonly data: ArrayBuffer
}
interface CloseEventLike {
  readonly code: number
  readonly reason: string
}

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3

export class ChallengedSocket {
  readonly CONNECTING = CONNECTING
  readonly OPEN = OPEN
  readonly CLOSING = CLOSING
  readonly CLOSED = CLOSED
  binaryType = 'arraybuffer'
  onopen: (() => void) | null = null
  onmessage: ((event: MessageEventLike) => void) | null = null
  onclose: ((event: CloseEventLike) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readyState: number = CONNECTING
  readonly #socket: WebSocket
  readonly #hooks: SocketHooks
  readonly #host: string
  #phase: 'waiting' | 'answered' | 'welcomed' = 'waiting'
  readonly #pinging: NodeJS.Timeout

  constructor(url: string, hooks: SocketHooks) {
    this.#hooks = hooks
    this.#host = new URL(url).host
    this.#socket = new WebSocket(url, {
      ...certificateCheck(hooks.pin, () => hooks.distrusted?.('certificate')),
      maxPayload: MAX_PAYLOAD_BYTES,
      perMessageDeflate: false,
      handshakeTimeout: HANDSHAKE_MS,
      followRedirects: false,
    })
    this.#socket.on('message', (data, isBinary) => {
      this.#hooks.alive?.()
      const bytes = toBytes(data)
      if (isBinary) this.#binary(bytes)
      else this.#text(Buffer.from(bytes).toString('utf8'))
    })
    this.#socket.on('pong', () => this.#hooks.alive?.())
    this.#socket.on('error', (error) => this.onerror?.(error))
    this.#socket.on('close', (code, reason) => {
      clearInterval(this.#pinging)
      this.readyState = CLOSED
      this.onclose?.({ code, reason: reason.toString('utf8') })
    })
    this.#pinging = setInterval(() => {
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping()
    }, PING_MS)
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== OPEN || this.#hooks.holds?.(frame) === true) return
    this.#hooks.sent?.(frame)
    this.#socket.send(frame)
  }

  say(message: FromClient): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  close(code = 1000): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSING
    clearInterval(this.#pinging)
    if (this.#socket.readyState === WebSocket.CONNECTING) this.#socket.terminate()
    else this.#socket.close(code)
  }

  #distrust(why: Distrust): void {
    this.#hooks.distrusted?.(why)
    this.close(1002)
  }

  #binary(bytes: Uint8Array): void {
    if (this.#phase !== 'welcomed') {
      this.#distrust('frame')
      return
    }
    this.#hooks.received?.(bytes)
    // A copy of its own: the provider and Yjs keep what they are given.
    const copy = new Uint8Array(bytes)
    this.onmessage?.({ data: copy.buffer })
  }

  #text(json: string): void {
    const message = parseMessage(json)
    if (message === null) {
      this.#distrust('frame')
      return
    }
    if (message.t === 'challenge') this.#challenged(message)
    else if (message.t === 'welcome' && this.#phase === 'answered') {
      this.#phase = 'welcomed'
      this.readyState = OPEN
      this.#hooks.welcomed(message)
      this.onopen?.()
    } else if (this.#phase === 'welcomed' || message.t === 'refused' || this.#hooks.room === 'enrol') {
      this.#hooks.message(message)
    } else this.#distrust('frame')
  }

  #challenged(challenge: Challenge): void {
    const { conf, room, relayKey } = this.#hooks
    if (challenge.protocol !== PROTOCOL || challenge.conf !== conf || challenge.room !== room) {
      this.#distrust('protocol')
      return
    }
    // Signing for another host would let whoever stands there pass for us at the real one.
    if (challenge.relay !== relayKey || challenge.host !== this.#host) {
      this.#distrust('relayKey')
      return
    }
    this.#phase = 'answered'
    this.say(this.#hooks.answer(challenge))
  }
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

function parseMessage(json: string): FromRelay | null {
  try {
    const parsed = fromRelay.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    // Not JSON: the same as a message we do not know.
    return null
  }
}
