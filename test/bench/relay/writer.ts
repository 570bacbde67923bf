/** One client of a relay: a document, a socket, and y-protocols between them. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Speech } from './speech.ts'

export interface Writer {
  readonly client: number
  /** Types one letter somewhere in the text. */
  type(random: () => number): void
  /** How much of each client's writing is here. */
  clocks(): ReadonlyMap<number, number>
  readonly gone: Promise<void>
  close(): void
}

const REMOTE = 'remote'

export async function join(speech: Speech): Promise<Writer> {
  const doc = new Y.Doc({ gc: false })
  const text = doc.getText('body')
  const socket = new WebSocket(speech.url, { perMessageDeflate: false })
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  let tellSynced: () => void = () => undefined
  const synced = new Promise<void>((resolve) => (tellSynced = resolve))
  let tellOpen: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (tellOpen = resolve))
  let fail: (error: Error) => void = () => undefined
  const failed = new Promise<never>((_resolve, reject) => (fail = reject))

  socket.on('open', () => {
    if (speech.greeting) socket.send(speech.greeting)
    if (!speech.challenges) tellOpen()
  })
  socket.on('message', (data: Buffer, binary) => {
    if (!binary) {
      const heard = speech.hear(data.toString(), doc.clientID)
      if (heard === 'open') tellOpen()
      else if (heard !== null) socket.send(heard.answer)
      return
    }
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (!speech.enter(decoder)) return
    const reply = speech.begin()
    const empty = encoding.length(reply)
    if (readSyncMessage(decoder, reply, doc, REMOTE) === messageYjsSyncStep2) tellSynced()
    if (encoding.length(reply) > empty) socket.send(encoding.toUint8Array(reply))
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === REMOTE) return
    const message = speech.begin()
    writeUpdate(message, update)
    socket.send(encoding.toUint8Array(message))
  })
  socket.once('close', (code) => fail(new Error(`closed with ${String(code)} before it was open`)))
  await Promise.race([opened, failed])
  failed.catch(() => undefined) // from now on `gone` tells
  // Where only the others could answer, all of them would, to all.
  if (speech.answers) {
    const question = speech.begin()
    writeSyncStep1(question, doc)
    socket.send(encoding.toUint8Array(question))
    await Promise.race([synced, gone])
  }

  return {
    client: doc.clientID,
    gone,
    type(random) {
      const letter = String.fromCharCode(97 + Math.floor(random() * 26))
      text.insert(Math.floor(random() * (text.length + 1)), letter)
    },
    clocks: () => Y.decodeStateVector(Y.encodeStateVector(doc)),
    close: () => socket.close(),
  }
}
