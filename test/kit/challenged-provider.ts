/**
 * y-websocket's own provider, unchanged, over a WebSocket that answers the challenge before it says that it is
 * open and keeps the relay's text messages to itself. This is all a program has to do to join a room.
 */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { fromRelay, type Refusal } from '#shared/sync/protocol.ts'
import { signAnswer, type Answering } from './device.ts'

export interface Refused {
  readonly code: Refusal
}

function challengedSocket(answering: Answering, refused: (refusal: Refused) => void) {
  return class ChallengedSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    readonly OPEN = 1
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    readonly #ws: WebSocket
    #answered = false

    constructor(url: string) {
      this.#ws = new WebSocket(url)
      this.#ws.on('message', (data: Buffer, isBinary) => {
        if (isBinary) this.onmessage?.({ data: Uint8Array.from(data).buffer })
        else this.#text(data.toString())
      })
      this.#ws.on('close', (code, reason) => this.onclose?.({ code, reason: reason.toString() }))
      this.#ws.on('error', (error) => this.onerror?.(error))
    }

    get readyState(): number {
      return this.#answered ? this.#ws.readyState : ChallengedSocket.CONNECTING
    }

    #text(json: string): void {
      const message = fromRelay.parse(JSON.parse(json))
      if (message.t === 'challenge') {
        this.#ws.send(JSON.stringify({ t: 'answer', statements: signAnswer(message, answering) }))
      } else if (message.t === 'welcome') {
        this.#answered = true
        this.onopen?.()
      } else if (message.t === 'refused') refused(message)
    }

    send(data: Uint8Array): void {
      this.#ws.send(data)
    }

    close(): void {
      this.#ws.close()
    }
  }
}

export function challengedProvider(
  address: string,
  answering: Answering,
  doc: Y.Doc,
  refused: (refusal: Refused) => void = () => undefined,
): WebsocketProvider {
  const Socket = challengedSocket({ clients: [doc.clientID], ...answering }, refused)
  return new WebsocketProvider(`${address}/${answering.conf}`, answering.room, doc, {
    // @ts-expect-error only the few members of a WebSocket that the provider uses
    WebSocketPolyfill: Socket,
    disableBc: true,
  })
}
