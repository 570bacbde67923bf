/** How a client speaks to each relay: the same y-protocols messages in three kinds of envelope. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { fromRelay } from '#shared/sync/protocol.ts'
import { signAnswer, type Answering } from '#test/kit/device.ts'

export interface Speech {
  readonly url: string
  /** Whether the relay itself answers a question for the room's state. */
  readonly answers: boolean
  /** Whether the room may be used only when a text message has said so. */
  readonly challenges: boolean
  /** What to say as soon as the socket is open. */
  readonly greeting: Uint8Array | null
  /** What to answer to a text message; `open` when the room may be used from now on. */
  hear(text: string, client: number): { readonly answer: string } | 'open' | null
  /** Begins a message; a y-protocols sync message follows. */
  begin(): encoding.Encoder
  /** Stands before the sync message when there is one in it. */
  enter(decoder: decoding.Decoder): boolean
}

const SYNC = 0

export const plain = (url: string, answers = true): Speech => ({
  url,
  answers,
  challenges: false,
  greeting: null,
  hear: () => null,
  begin() {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    return encoder
  },
  enter: (decoder) => decoding.readVarUint(decoder) === SYNC,
})

export const ours = (address: string, answering: Answering): Speech => ({
  ...plain(`${address}/${answering.conf}/${answering.room}`),
  challenges: true,
  hear(text, client) {
    const message = fromRelay.parse(JSON.parse(text))
    if (message.t === 'refused') throw new Error(`refused: ${message.code}`)
    if (message.t === 'welcome') return 'open'
    if (message.t !== 'challenge') return null
    const statements = signAnswer(message, { ...answering, clients: [client] })
    return { answer: JSON.stringify({ t: 'answer', statements }) }
  },
})

const AUTHENTICATE = 2
const TOKEN = 0
const SYNC_REPLY = 4

export const hocuspocus = (url: string, room: string): Speech => {
  const named = (type: number) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, room)
    encoding.writeVarUint(encoder, type)
    return encoder
  }
  const greeting = named(AUTHENTICATE)
  encoding.writeVarUint(greeting, TOKEN)
  encoding.writeVarString(greeting, 'anybody')
  return {
    url,
    answers: true,
    challenges: false,
    greeting: encoding.toUint8Array(greeting),
    hear: () => null,
    begin: () => named(SYNC),
    enter(decoder) {
      decoding.readVarString(decoder)
      const type = decoding.readVarUint(decoder)
      return type === SYNC || type === SYNC_REPLY
    },
  }
}
