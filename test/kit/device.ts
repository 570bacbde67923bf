/**
 * A member's device as the relay sees it: signs the challenge with its keys, speaks y-websocket frames in
 * rooms and JSON on the `acts` socket. Everything received is kept, and waited for without sleeping.
 */
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import type { Envelope } from '#shared/acts/act.ts'
import { seal, STATEMENT_TYPE } from '#shared/acts/envelope.ts'
import {
  fromRelay,
  PROTOCOL,
  SCHEMA,
  type FromClient,
  type FromRelay,
  type Statement,
} from '#shared/sync/protocol.ts'
import { decodeFrame, encodeStep1, encodeStep2, encodeUpdate, type RoomFrame } from '#shared/sync/wire.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import type { TestKey } from './crypto.ts'

export interface Answering {
  readonly conf: string
  readonly room: string
  readonly keys: readonly TestKey[]
  readonly clients?: readonly number[]
  /** Changes what is signed, as a thief or an old client would. */
  readonly tamper?: (statement: Statement) => Statement
}

type Challenge = Extract<FromRelay, { t: 'challenge' }>
export type Message = FromRelay | { readonly t: 'frame'; readonly frame: RoomFrame; readonly raw: Uint8Array }
export type Closed = { readonly code: number; readonly reason: string }
type Of<T extends Message['t']> = Extract<Message, { t: T }>

export function signAnswer(
  challenge: Challenge,
  { conf, room, keys, clients = [], tamper }: Answering,
): Envelope[] {
  return keys.map((key) => {
    const statement: Statement = {
      v: 1,
      ...{ conf, key: key.id, nonce: challenge.nonce, host: challenge.host, relay: challenge.relay, room },
      ...{ protocol: PROTOCOL, schema: SCHEMA, clients: [...clients] },
    }
    return seal(tamper?.(statement) ?? statement, STATEMENT_TYPE, key.sign)
  })
}

export class Wire {
  readonly ws: WebSocket
  readonly received: Message[] = []
  readonly #waiting = new Set<() => void>()
  closed: Closed | null = null

  constructor(address: string, conf: string, room: string) {
    this.ws = new WebSocket(`${address}/${conf}/${room}`, { perMessageDeflate: false })
    this.ws.on('message', (data, isBinary) => {
      const bytes = new Uint8Array(data as Buffer) // ws gives Buffers unless told otherwise
      this.received.push(
        isBinary ? binary(bytes) : fromRelay.parse(JSON.parse(Buffer.from(bytes).toString())),
      )
      this.#wake()
    })
    this.ws.on('error', () => undefined)
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
      this.#wake()
    })
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look()
  }

  /** The first message, received or to come, that fits; fails when the socket closes before one does. */
  next<T extends Message['t']>(t: T, fits: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
    let looked = 0
    return this.until(() => {
      while (looked < this.received.length) {
        const message = this.received[looked++]
        if (message?.t === t && fits(message as Of<T>)) return message as Of<T> // t says which
      }
      if (this.closed === null) return undefined
      throw new Error(`closed (${String(this.closed.code)} ${this.closed.reason}) while waiting for ${t}`)
    })
  }

  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        try {
          const found = look()
          if (found === undefined) return
          this.#waiting.delete(attempt)
          resolve(found)
        } catch (error) {
          this.#waiting.delete(attempt)
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      this.#waiting.add(attempt)
      attempt()
    })
  }

  end(): Promise<Closed> {
    return this.until(() => this.closed ?? undefined)
  }

  say(message: FromClient): void {
    this.ws.send(JSON.stringify(message))
  }

  async answer(answering: Answering): Promise<void> {
    const challenge = await this.next('challenge')
    this.say({ t: 'answer', statements: signAnswer(challenge, answering) })
  }

  async close(): Promise<void> {
    this.ws.close()
    await this.end()
  }
}

function binary(bytes: Uint8Array): Message {
  const frame = decodeFrame(bytes)
  return { t: 'frame', frame: frame ?? { kind: 'queryAwareness' }, raw: bytes }
}

/** Connects and answers; resolves when the relay has said welcome. */
export async function connect(address: string, answering: Answering): Promise<Wire> {
  const wire = new Wire(address, answering.conf, answering.room)
  await wire.answer(answering)
  await wire.next('welcome')
  return wire
}

export interface RoomDevice {
  readonly wire: Wire
  readonly doc: Y.Doc
  readonly text: () => string
  /** Types at the end, and resolves with the update sent. */
  readonly type: (words: string) => Uint8Array
  /** Resolves once the relay has sent that update back. */
  readonly acknowledged: (update: Uint8Array) => Promise<void>
  readonly shows: (words: string) => Promise<void>
  readonly settles: (fits: (text: string) => boolean) => Promise<void>
  readonly close: () => Promise<void>
}

/** In a room with a document of its own, synchronised before it resolves. */
export async function joinRoom(
  address: string,
  answering: Answering,
  doc = newRoomDoc(),
): Promise<RoomDevice> {
  const wire = await connect(address, { clients: [doc.clientID], ...answering })
  const { ws } = wire
  const text = bodyOf(doc)
  let seen = 0
  let synced = false
  const take = (): void => {
    for (; seen < wire.received.length; seen++) {
      const message = wire.received[seen]
      if (message?.t !== 'frame') continue
      const { frame } = message
      if (frame.kind === 'step1') ws.send(encodeStep2(Y.encodeStateAsUpdate(doc, frame.state)))
      if (frame.kind === 'step2' || frame.kind === 'update') Y.applyUpdate(doc, frame.update, wire)
      synced ||= frame.kind === 'step2'
    }
  }
  ws.on('message', take)
  take()
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== wire && ws.readyState === ws.OPEN) ws.send(encodeUpdate(update))
  })
  ws.send(encodeStep1(Y.encodeStateVector(doc)))
  await wire.until(() => {
    take()
    if (!synced && wire.closed !== null) throw new Error(`closed: ${wire.closed.reason}`)
    return synced || undefined
  })
  const settles = async (fits: (text: string) => boolean): Promise<void> => {
    await wire.until(() => {
      take()
      return fits(text.toJSON()) || undefined
    })
  }
  const echoed = (update: Uint8Array) => (message: Of<'frame'>) =>
    message.frame.kind === 'update' && Buffer.compare(message.frame.update, update) === 0
  return {
    wire,
    doc,
    text: () => text.toJSON(),
    type: (words) => {
      let sent: Uint8Array = new Uint8Array()
      const remember = (update: Uint8Array): void => void (sent = update)
      doc.once('update', remember)
      text.insert(text.length, words)
      return sent
    },
    acknowledged: async (update) => {
      await wire.next('frame', echoed(update))
    },
    shows: (words) => settles((shown) => shown.includes(words)),
    settles,
    close: () => wire.close(),
  }
}
