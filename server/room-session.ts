/** A device in a room: y-websocket frames, each judged by the rights of this very moment. */
import type { Badge } from './presence.ts'
import type { ClientSocket } from './client-socket.ts'
import { nodeCrypto } from './crypto.ts'
import type { Log } from './log.ts'
import type { Room } from './room.ts'
import type { RoomMember } from './room-peer.ts'
import type { Session } from './session.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { CLOSE, type Refusal } from '#shared/sync/protocol.ts'
import { decodeFrame, encodeStep1 } from '#shared/sync/wire.ts'

export interface RoomRights {
  readonly read: boolean
  /** The first of the device's keys that may write here; null when none may. */
  readonly writer: string | null
  /** Why not, where it may not read or write. */
  readonly code: Refusal
  readonly badge: Badge
}

interface Options {
  readonly socket: ClientSocket
  readonly room: Room
  readonly keys: readonly string[]
  readonly clients: ReadonlySet<number>
  readonly rights: () => RoomRights
  readonly presenceBytes: number
  readonly now: () => Date
  readonly log: Log
  readonly ended: () => void
}

export function openRoomSession(options: Options): Session {
  const { socket, room, keys, clients, rights, presenceBytes, now, log, ended } = options
  const member: RoomMember = { peer: socket, keys: new Set(keys), clients }
  let told = rights().writer !== null
  let over = false

  const end = (): void => {
    if (over) return
    over = true
    room.leave(member)
    ended()
  }
  const badFrame = (detail: string): void => {
    log('refused', { room: room.name, code: 'badFrame', detail })
    socket.refuse('badFrame', detail)
    socket.close(CLOSE.badFrame, 'badFrame')
  }
  const update = (bytes: Uint8Array, { writer, code }: RoomRights, raw: Uint8Array | null): void => {
    const outcome = room.update(member, bytes, writer, raw)
    if (outcome.ok) return
    // the guard only knows that this key may not; the rights know why
    const reason = outcome.code === 'readOnly' ? code : outcome.code
    log('refused', { room: room.name, key: writer ?? keys[0], code: reason, detail: outcome.detail })
    socket.refuse(reason, outcome.detail, nodeCrypto.sha256(bytes))
  }
  const review = (): RoomRights => {
    const current = rights()
    if (!current.read) {
      log('ended', { room: room.name, key: keys[0], code: current.code })
      socket.refuse(current.code, 'rights have changed')
      socket.close(CLOSE.notAuthorised, current.code)
      end()
    } else if ((current.writer !== null) !== told) {
      told = current.writer !== null
      socket.send({ t: 'rights', write: told })
      if (told) askForMissing()
    }
    return current
  }
  const askForMissing = (): void => {
    socket.sendFrames([encodeStep1(room.durableState())])
  }

  socket.send({
    t: 'welcome',
    keys: [...keys],
    write: told,
    now: now().toISOString(),
    state: toBase64url(room.durableState()),
  })
  socket.send({ t: 'authors', authors: room.authors() })
  room.join(member)
  if (told) askForMissing()

  return {
    text: () => {
      badFrame('no such message in a room')
    },
    binary: (bytes) => {
      if (over) return
      const frame = decodeFrame(bytes)
      if (frame === null) {
        badFrame('not a y-websocket frame')
        return
      }
      const current = review()
      if (!current.read) return
      switch (frame.kind) {
        case 'step1':
          socket.chargeBytes(room.serve(member, frame.state).bytes)
          return
        case 'step2':
          update(frame.update, current, null)
          return
        case 'update':
          update(frame.update, current, bytes)
          return
        case 'awareness':
          if (frame.update.length > presenceBytes) socket.refuse('tooLarge', 'presence')
          else if (!room.presence(member, frame.update, current.badge, current.writer !== null)) {
            log('refused', { room: room.name, key: keys[0], code: 'foreignClient', detail: 'presence' })
            socket.refuse('foreignClient', 'presence')
          }
          return
        case 'queryAwareness':
          room.servePresence(member)
      }
    },
    review: () => {
      if (!over) review()
    },
    acts: () => undefined,
    ended: end,
  }
}
