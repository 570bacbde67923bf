/** The link of a room against a relay that plays a part: what it says when, and how often it comes. */
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { toBase64url } from '#shared/acts/bytes.ts'
import { PROTOCOL, type FromRelay } from '#shared/sync/protocol.ts'
import { decodeFrame, encodeStep1, type RoomFrame } from '#shared/sync/wire.ts'
import { RoomLink } from '#main/link/room-link.ts'
import { RoomReplica } from '#main/replica/room-replica.ts'
import { realDisk } from '#main/store/disk.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { TEXT_ROOM } from '#test/kit/conference-acts.ts'

const CONF = 'a'.repeat(32)
const RELAY_KEY = 'A'.repeat(43)

interface Later<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
}

function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}

interface Actor {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Challenges, and hands the socket over once it has been answered. */
async function actor(play: (socket: WebSocket, say: (message: FromRelay) => void) => void): Promise<Actor> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const bound = server.address()
  const host = `127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}`
  server.on('connection', (socket) => {
    const say = (message: FromRelay): void => {
      socket.send(JSON.stringify(message))
    }
    socket.once('message', () => {
      play(socket, say)
    })
    say({
      ...{ t: 'challenge', protocol: PROTOCOL, conf: CONF, nonce: 'B'.repeat(43) },
      ...{ host, relay: RELAY_KEY, room: TEXT_ROOM },
    })
  })
  return {
    address: `ws://${host}/${CONF}`,
    close: async () => {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}

const welcome: FromRelay = {
  ...{ t: 'welcome', keys: [], write: true },
  ...{ now: '2021-12-22T12:00:00.000Z', state: toBase64url(new Uint8Array([0])) },
}

async function linkIn(folder: string, refused: (link: RoomLink) => void = () => undefined) {
  const replica = await RoomReplica.open(realDisk, path.join(folder, 'r'), 'r', TEXT_ROOM, new Uint8Array(32))
  const link: RoomLink = new RoomLink({
    ...{ conf: CONF, relayKey: RELAY_KEY, pin: null, replica },
    answer: () => [{ p: 'AA', s: 'A'.repeat(86) }],
    random: () => 1,
    changed: () => undefined,
    authors: () => undefined,
    awareness: () => undefined,
    refused: () => {
      refused(link)
    },
  })
  return { link, replica }
}

const clause = (id: string) =>
  ({ id, kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan.' }] }) as const

test('what is typed on a new connection goes out after the words before it, never past them', async () => {
  using folder = temporaryFolder('link')
  const frames: RoomFrame[] = []
  const heard = later<null>()
  const welcomed = later<WebSocket>()
  const relay = await actor((socket, say) => {
    socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(new Uint8Array(data))
      if (frame !== null) frames.push(frame)
      if (frame?.kind === 'step2') heard.resolve(null)
    })
    say(welcome)
    welcomed.resolve(socket)
  })
  const { link, replica } = await linkIn(folder.path)
  try {
    await replica.seed([clause('uno')])
    link.connect(relay.address)
    const socket = await welcomed.promise
    await once(socket, 'message')
    // The relay has not asked yet for what it lacks: words sent now would rest on words it has not.
    await replica.replace([clause('dos')])
    socket.send(encodeStep1(new Uint8Array([0])))
    await heard.promise
    expect(frames.map(({ kind }) => kind)).toEqual(['step1', 'step2'])
    await replica.replace([clause('tres')])
    await once(socket, 'message')
    expect(frames.at(-1)?.kind).toBe('update')
  } finally {
    link.close()
    await replica.close()
    await relay.close()
  }
})

test('[M5.b] a room whose relay sends it away waits longer each time, though it is asked to connect at once', async () => {
  using folder = temporaryFolder('link')
  const visits: number[] = []
  const third = later<null>()
  const relay = await actor((socket, say) => {
    visits.push(performance.now())
    if (visits.length === 3) third.resolve(null)
    say({ t: 'refused', code: 'notAuthorised', detail: 'room' })
    socket.close(4403)
  })
  const { link, replica } = await linkIn(folder.path, (refused) => {
    refused.connect(relay.address)
  })
  try {
    link.connect(relay.address)
    await third.promise
    const [first = 0, second = 0, last = 0] = visits
    expect(second - first).toBeGreaterThan(200)
    expect(last - second).toBeGreaterThan(400)
  } finally {
    link.close()
    await replica.close()
    await relay.close()
  }
})
