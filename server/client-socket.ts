/**
 * One client's WebSocket as the rest of the relay sees it. Messages are handed over one at a time and
 * no faster than the limits allow: who says too much at once is read more slowly, and who does not
 * read what it is sent is not listened to. Binary frames are written to the socket ready made.
 */
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { CLOSE, type CloseCode, type FromRelay, type Refusal } from '#shared/sync/protocol.ts'
import { frames } from './frames.ts'
import { createBucket, type Limits } from './limits.ts'
import type { RoomPeer } from './room-peer.ts'

export type Incoming =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary'; readonly bytes: Uint8Array }

export interface Handlers {
  readonly message: (incoming: Incoming) => void | Promise<void>
  readonly closed: () => void
  /** A bug or a failure of the store: this client is sent away, the others stay. */
  readonly failed: (error: unknown) => void
}

/** Presence comes several times a second and costs little. */
const PRESENCE_COST = 0.2
const PRESENCE = 1

export class ClientSocket implements RoomPeer {
  readonly #ws: WebSocket
  readonly #raw: Duplex
  readonly #limits: Limits
  readonly #messages
  readonly #bytes
  readonly #inbox: Incoming[] = []
  #handlers: Handlers | null = null
  #busy = false
  #alive = true
  #ping: NodeJS.Timeout | undefined

  constructor(ws: WebSocket, raw: Duplex, limits: Limits) {
    const start = performance.now()
    this.#ws = ws
    this.#raw = raw
    this.#limits = limits
    this.#messages = createBucket(limits.messagesPerSecond, limits.messageBurst, start)
    this.#bytes = createBucket(limits.bytesPerSecond, limits.byteBurst, start)
  }

  get open(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  listen(handlers: Handlers): void {
    this.#handlers = handlers
    this.#ws.on('message', (data, isBinary) => {
      this.#inbox.push(incoming(data, isBinary))
      this.#pump()
    })
    // ws has answered a malformed or oversized frame by closing; without a listener the error would be thrown
    this.#ws.on('error', () => undefined)
    this.#ws.on('pong', () => {
      this.#alive = true
    })
    this.#ws.on('close', () => {
      clearInterval(this.#ping)
      this.#inbox.length = 0
      handlers.closed()
    })
    this.#ping = setInterval(() => {
      this.#checkAlive()
    }, this.#limits.pingMs).unref()
  }

  /** A half-open connection answers no ping. */
  #checkAlive(): void {
    if (!this.#alive) {
      this.#ws.terminate()
      return
    }
    this.#alive = false
    this.#ws.ping()
  }

  #pump(): void {
    if (this.#busy) return
    for (let next = this.#inbox[0]; next !== undefined && this.open; next = this.#inbox[0]) {
      if (this.#holdBack()) return
      this.#inbox.shift()
      // its pong may wait behind what it sent before
      this.#alive = true
      this.#charge(next)
      const handled = this.#handle(next)
      if (handled instanceof Promise) {
        this.#wait((resume) => void handled.finally(resume))
        return
      }
    }
  }

  #handle(next: Incoming): void | Promise<void> {
    try {
      const handled = this.#handlers?.message(next)
      return handled?.catch((error: unknown) => this.#handlers?.failed(error))
    } catch (error) {
      this.#handlers?.failed(error)
    }
  }

  /** True when the next message has to wait. */
  #holdBack(): boolean {
    if (this.backlog() > this.#limits.backlogBytes) {
      this.#wait((resume) => {
        this.onceDrained(resume)
      })
      return true
    }
    const moment = performance.now()
    const ms = Math.max(this.#messages.waitMs(moment), this.#bytes.waitMs(moment))
    if (ms === 0) return false
    this.#wait((resume) => setTimeout(resume, ms))
    return true
  }

  #wait(until: (resume: () => void) => void): void {
    this.#busy = true
    this.#ws.pause()
    until(() => {
      this.#busy = false
      this.#pump()
      this.#resumeUnlessBusy()
    })
  }

  #resumeUnlessBusy(): void {
    if (!this.#busy) this.#ws.resume()
  }

  #charge(next: Incoming): void {
    const size = next.kind === 'text' ? next.text.length : next.bytes.length
    this.#messages.take(next.kind === 'binary' && next.bytes[0] === PRESENCE ? PRESENCE_COST : 1)
    this.#bytes.take(size)
  }

  /** Answers that cost the relay much count against what the client may ask. */
  chargeBytes(bytes: number): void {
    this.#bytes.take(bytes)
  }

  send(message: FromRelay): void {
    if (this.open) this.#ws.send(JSON.stringify(message))
  }

  refuse(code: Refusal, detail: string, id?: string): void {
    this.send({ t: 'refused', code, detail, ...(id === undefined ? {} : { id }) })
  }

  sendFrames(messages: readonly (Uint8Array | string)[]): void {
    if (messages.length > 0) this.sendFramed(frames(messages))
  }

  sendFramed(bytes: Buffer): void {
    if (this.open) this.#raw.write(bytes)
  }

  backlog(): number {
    return this.#raw.writableLength
  }

  onceDrained(listener: () => void): void {
    if (this.#raw.writableNeedDrain) this.#raw.once('drain', listener)
    else setImmediate(listener)
  }

  /** The relay stops: the client may come back to it later. */
  goAway(): void {
    this.close(CLOSE.goingAway, 'relay stopping')
  }

  close(code: CloseCode, reason: string): void {
    this.#inbox.length = 0
    if (this.open) this.#ws.close(code, reason)
  }
}

/** Not copied: whoever keeps bytes copies them. */
function incoming(data: RawData, isBinary: boolean): Incoming {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)
  return isBinary ? { kind: 'binary', bytes } : { kind: 'text', text: bytes.toString('utf8') }
}
