import { afterAll, describe, expect, it } from 'vitest'
import { connect as connectTcp } from 'node:net'
import * as Y from 'yjs'
import { createBucket } from '#server/limits.ts'
import type { Limits } from '#server/limits.ts'
import { encodeAwareness, encodeBlob, encodePresence, encodeStep1, encodeUpdate } from '#shared/sync/wire.ts'
import { newRoomDoc } from '#shared/words/room.ts'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { connect, joinRoom } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

const relays: TestRelay[] = []
afterAll(() => Promise.all(relays.map((relay) => relay.close())))
async function withLimits(limits: Partial<Limits> = {}) {
  const relay = await relayWith({}, { limits })
  relays.push(relay)
  const answering = (person: Person, room = TEXT_ROOM) => ({
    ...{ conf: relay.conference.conf, room },
    keys: [relay.conference.key(person)],
  })
  return { relay, answering, join: (person: Person) => joinRoom(relay.address, answering(person)) }
}

describe('a token bucket', () => {
  it('lets a burst through, then its rate', () => {
    const bucket = createBucket(50, 100, 0)
    bucket.take(100)
    expect(bucket.waitMs(0)).toBe(0)
    bucket.take(10)
    expect(bucket.waitMs(0)).toBe(200)
    expect(bucket.waitMs(200)).toBe(0)
  })

  it('never holds more than a burst', () => {
    const bucket = createBucket(10, 20, 0)
    expect(bucket.waitMs(1_000_000)).toBe(0)
    bucket.take(25)
    expect(bucket.waitMs(1_000_000)).toBe(500)
  })
})

describe('who says too much', () => {
  it('[S4.d] is heard to the end, only later: 10,000 tiny messages hold nobody else up', async () => {
    const { relay, answering, join } = await withLimits({ messagesPerSecond: 5_000 })
    const quiet = await join('AR')
    const loud = await connect(relay.address, answering('PPT'))
    const doc = newRoomDoc()
    doc.on('update', (update: Uint8Array) => loud.ws.send(encodeUpdate(update)))
    for (let i = 0; i < 10_000; i++) doc.getText('body').insert(i, 'x')
    const started = performance.now()
    await quiet.acknowledged(quiet.type('una palabra'))
    const waited = performance.now() - started
    await quiet.settles((text) => text.length === 10_000 + 11)
    expect(waited).toBeLessThan(performance.now() - started)
    expect(loud.received.some(({ t }) => t === 'refused')).toBe(false)
    await Promise.all([quiet.close(), loud.close()])
  })

  it('[S4.d] is read slowly: what exceeds the burst waits at the sender', async () => {
    const { relay, answering } = await withLimits({ messagesPerSecond: 10, messageBurst: 5 })
    const loud = await connect(relay.address, answering('PPT'))
    loud.ws.send(encodeStep1(Uint8Array.of(0)))
    for (let i = 0; i < 30; i++) {
      loud.ws.send(encodeAwareness(encodePresence([{ client: 1, clock: i, state: '{}' }])))
    }
    const doc = newRoomDoc()
    doc.getText('body').insert(0, 'al final')
    const update = Y.encodeStateAsUpdate(doc)
    const started = performance.now()
    loud.ws.send(encodeUpdate(update))
    await loud.next('frame', ({ frame }) => frame.kind === 'update')
    // a presence counts a fifth of a message: 30 of them and two more are 3 above the burst
    expect(performance.now() - started).toBeGreaterThan(150)
    await loud.close()
  })
})

it('[S4.c] a slow reader is sent nothing more until it has drained, and then everything it missed', async () => {
  const { relay, answering, join } = await withLimits({ backlogBytes: 64 << 10 })
  const writer = await join('PPT')
  const slow = await joinRoom(relay.address, answering('AR'))
  slow.wire.ws.pause()
  const large = 'palabra '.repeat(16_000)
  let last: Uint8Array = new Uint8Array()
  // more than the socket's own buffers take
  for (let i = 0; i < 50; i++) last = writer.type(large)
  await writer.acknowledged(last)
  slow.wire.ws.resume()
  await writer.acknowledged(writer.type('fin.'))
  await slow.shows('fin.')
  expect(slow.text()).toBe(writer.text())
  await Promise.all([writer.close(), slow.close()])
})

it('[S4.e] a connection that has gone silent is dropped', async () => {
  const { relay } = await withLimits({ pingMs: 40, answerMs: 60_000 })
  const { hostname, port } = new URL(relay.address)
  const socket = connectTcp(Number(port), hostname)
  // opens the WebSocket by hand and then never answers a ping
  socket.write(
    [
      `GET /${relay.conference.conf}/acts HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  )
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
})

it('[S4.a] frames that break WebSocket itself hurt that connection only', async () => {
  const { relay, join } = await withLimits()
  const honest = await join('AR')
  const { hostname, port } = new URL(relay.address)
  const upgrade = [
    `GET /${relay.conference.conf}/doc/${DOC}/text/es/0 HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n')
  const broken = [
    Buffer.from('82ff000000000c80000011223344', 'hex'), // a header that promises 200 MB
    Buffer.from('ff00', 'hex'), // reserved bits and no mask
    Buffer.from('8300', 'hex'), // an opcode that is none
    Buffer.from('GARBAGE\r\n\r\n'),
  ]
  for (const bytes of broken) {
    const socket = connectTcp(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(Buffer.concat([Buffer.from(upgrade), bytes]))
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
  }
  await honest.acknowledged(honest.type('sigue aquí'))
  await honest.close()
})

describe('[S4.f] who fills the disk', () => {
  const share = { keyBytes: 64 << 10, keyBytesPerSecond: 1 }

  it('[S4.f] has its share of words; a colleague writes on', async () => {
    const { join } = await withLimits(share)
    const [loud, other] = [await join('AR'), await join('CL')]
    await loud.acknowledged(loud.type('x'.repeat(60 << 10)))
    await loud.acknowledged(loud.type('y'.repeat(10 << 10)))
    loud.type('z')
    expect(await loud.wire.next('refused')).toMatchObject({ code: 'tooFast', detail: 'quota' })
    await other.acknowledged(other.type('sigue'))
    expect(other.text()).not.toContain('z')
    await Promise.all([loud.close(), other.close()])
  })

  it('[S4.f] has its share of acts and of blobs', async () => {
    const { relay, answering } = await withLimits(share)
    const wire = await connect(relay.address, answering('ST', 'acts'))
    const entry = (n: number) =>
      relay.conference.sign('ST', 'entry', 'conf', {
        ...{ id: `reunion-${String(n)}`, type: 'agenda', title: 'Reunión' },
        ...{ date: null, note: null, textLoaded: false },
      })
    wire.say({ t: 'put', acts: Array.from({ length: 9 }, (_, n) => entry(n)) })
    expect(await wire.next('refused')).toMatchObject({ code: 'tooFast', detail: 'quota' })
    const content = new Uint8Array(100)
    const hash = nodeCrypto.sha256(content)
    wire.say({ t: 'putBlob', hash, scope: 'conf' })
    wire.ws.send(encodeBlob(Buffer.from(hash, 'hex'), content))
    expect(await wire.next('refused', ({ id }) => id === hash)).toMatchObject({ code: 'tooFast' })
    const chair = await connect(relay.address, answering('PPT', 'acts'))
    chair.say({ t: 'have', scopes: {} })
    await chair.next('acts', ({ done }) => done)
    await Promise.all([wire.close(), chair.close()])
  })
})
