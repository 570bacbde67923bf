/** What the relay holds of a room now, read into a document that is thrown away. null: it did not say. */
import { WebsocketProvider } from 'y-websocket'
import type { Clause } from '#shared/domain/clause.ts'
import type { EnvelopeMessage } from '#shared/sync/protocol.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import type { Pin } from './certificate.ts'
import { ChallengedSocket, type Challenge } from './challenged-socket.ts'

const PATIENCE_MS = 15_000

export interface FetchRoomOptions {
  readonly address: string
  readonly conf: string
  readonly relayKey: string
  readonly pin: Pin
  readonly room: string
  readonly answer: (challenge: Challenge, clients: readonly number[]) => readonly EnvelopeMessage[]
}

export function fetchRoom(options: FetchRoomOptions): Promise<readonly Clause[] | null> {
  const { address, conf, relayKey, pin, room, answer } = options
  const doc = newRoomDoc()
  return new Promise((resolve) => {
    let over = false
    const end = (clauses: readonly Clause[] | null): void => {
      if (over) return
      over = true
      clearTimeout(late)
      // The provider may be in the middle of a message.
      queueMicrotask(() => {
        provider.destroy()
        doc.destroy()
      })
      resolve(clauses)
    }
    class RoomSocket extends ChallengedSocket {
      constructor(url: string) {
        super(url, {
          conf,
          room,
          relayKey,
          pin,
          answer: (challenge) => ({ t: 'answer', statements: [...answer(challenge, [])] }),
          welcomed: () => undefined,
          message: (message) => {
            if (message.t === 'refused') end(null)
          },
        })
      }
    }
    const provider = new WebsocketProvider(address, encodeURI(room), doc, {
      disableBc: true,
      // Has the members of WebSocket that the provider uses, and no others.
      WebSocketPolyfill: RoomSocket as never,
      shouldReconnect: () => false,
    })
    provider.awareness.setLocalState(null)
    const late = setTimeout(() => {
      end(null)
    }, PATIENCE_MS)
    provider.on('sync', (synced) => {
      if (synced) end(readClauses(bodyOf(doc)))
    })
    provider.on('closed', () => {
      end(null)
    })
  })
}
