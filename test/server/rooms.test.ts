import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#shared/sync/protocol.ts'
import {
  decodePresence,
  encodeAwareness,
  encodePresence,
  encodeStep2,
  encodeUpdate,
  type PresenceEntry,
} from '#shared/sync/wire.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { connect, joinRoom, type RoomDevice } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await relayWith()
})
afterAll(() => relay.close())

let count = 0
/** A room that no other test has been in. */
const ownRoom = (): string => `doc/${DOC}/screen/draft-${String(count++)}`
const join = (person: Person, room: string): Promise<RoomDevice> =>
  joinRoom(relay.address, { conf: relay.conference.conf, room, keys: [relay.conference.key(person)] })
const sha256 = nodeCrypto.sha256

describe('words in a room', () => {
  it('[S2.b] reach the others, and come back to the sender byte for byte', async () => {
    const room = ownRoom()
    const [chair, secretariat] = [await join('PPT', room), await join('ST', room)]
    const update = chair.type('Los Estados Miembros')
    await chair.acknowledged(update)
    await secretariat.shows('Los Estados Miembros')
    await Promise.all([chair.close(), secretariat.close()])
  })

  it('[S2.b] are acknowledged also when they come as the answer to a sync step', async () => {
    const room = ownRoom()
    const doc = newRoomDoc()
    doc.getText('body').insert(0, 'escrito sin conexión')
    const chair = await joinRoom(
      relay.address,
      { conf: relay.conference.conf, room, keys: [relay.conference.key('PPT')] },
      doc,
    )
    await chair.acknowledged(Y.encodeStateAsUpdate(doc))
    const reader = await join('AR', room)
    expect(reader.text()).toBe('escrito sin conexión')
    await Promise.all([chair.close(), reader.close()])
  })

  it('[S2.b] that the relay holds already are acknowledged and not stored again', async () => {
    const room = ownRoom()
    const [chair, other] = [await join('PPT', room), await join('ST', room)]
    const update = chair.type('una vez')
    await chair.acknowledged(update)
    await other.shows('una vez')
    const before = other.wire.received.length
    chair.wire.ws.send(encodeUpdate(Y.encodeStateAsUpdate(chair.doc)))
    await chair.acknowledged(Y.encodeStateAsUpdate(chair.doc))
    const last = other.type('y otra')
    await other.acknowledged(last)
    const frames = other.wire.received.slice(before).filter(({ t }) => t === 'frame')
    expect(frames).toHaveLength(1)
    await Promise.all([chair.close(), other.close()])
  })

  it('[S2.c] are all there for who comes later, when "synced" is said', async () => {
    const room = ownRoom()
    const chair = await join('PPT', room)
    for (let i = 0; i < 150; i++) chair.type(`palabra${String(i)} `)
    await chair.acknowledged(chair.type('fin'))
    const late = await join('AR', room)
    expect(late.text()).toBe(chair.text())
    await Promise.all([chair.close(), late.close()])
  })

  it('of two devices that were apart merge with nothing lost', async () => {
    const room = ownRoom()
    const first = await join('PPT', room)
    await first.acknowledged(first.type('común. '))
    const docs = [newRoomDoc(), newRoomDoc()]
    for (const [i, doc] of docs.entries()) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc))
      doc.getText('body').insert(0, `lejos${String(i)} `)
    }
    const back = await Promise.all(
      docs.map((doc, i) => {
        const keys = [relay.conference.key(i === 0 ? 'PPT' : 'ST')]
        return joinRoom(relay.address, { conf: relay.conference.conf, room, keys }, doc)
      }),
    )
    await Promise.all(
      back.flatMap((device) => ['lejos0', 'lejos1', 'común'].map((word) => device.shows(word))),
    )
    await Promise.all([first, ...back].map((device) => device.close()))
  })

  it('are told with the key that wrote them', async () => {
    const room = ownRoom()
    const chair = await join('PPT', room)
    const reader = await join('AR', room)
    await chair.acknowledged(chair.type('x'))
    const author = { client: chair.doc.clientID, key: relay.conference.key('PPT').id }
    await reader.wire.next('authors', ({ authors }) => authors.some(({ client }) => client === author.client))
    const later = await join('AR', room)
    expect((await later.wire.next('authors')).authors).toEqual([author])
    await Promise.all([chair.close(), reader.close(), later.close()])
  })
})

describe('what is refused in a room', () => {
  it('[S4.a] malformed, foreign and unauthorised updates are named and disturb nobody', async () => {
    const room = ownRoom()
    const [chair, reader, other] = [await join('PPT', room), await join('AR', room), await join('ST', room)]
    await chair.acknowledged(chair.type('firme'))
    await other.shows('firme')

    const malformed = Uint8Array.of(1, 2, 3)
    other.wire.ws.send(encodeUpdate(malformed))
    expect((await other.wire.next('refused', ({ id }) => id === sha256(malformed))).code).toBe('badUpdate')

    const foreign = newRoomDoc()
    Y.applyUpdate(foreign, Y.encodeStateAsUpdate(chair.doc))
    foreign.clientID = chair.doc.clientID
    foreign.once('update', (update: Uint8Array) => other.wire.ws.send(encodeUpdate(update)))
    foreign.getText('body').insert(0, 'en nombre de otro')
    await other.wire.next('refused', ({ code }) => code === 'foreignClient')

    reader.type('sin derecho')
    expect((await reader.wire.next('refused')).code).toBe('readOnly')

    await chair.acknowledged(chair.type(' siempre'))
    await other.shows('firme siempre')
    const fresh = await join('AR', room)
    expect(fresh.text()).toBe('firme siempre')
    await Promise.all([chair, reader, other, fresh].map((device) => device.close()))
  })

  it('[S4.a] a frame that is none ends that connection only', async () => {
    const room = ownRoom()
    const [chair, bad] = [await join('PPT', room), await join('ST', room)]
    for (const frame of [Uint8Array.of(0, 2, 9, 1), Uint8Array.of(9), Uint8Array.of()]) {
      const wire = await connect(relay.address, {
        ...{ conf: relay.conference.conf, room },
        keys: [relay.conference.key('ST')],
      })
      wire.ws.send(frame)
      expect((await wire.next('refused')).code).toBe('badFrame')
      expect((await wire.end()).code).toBe(CLOSE.badFrame)
    }
    bad.wire.ws.send('{"t":"have","scopes":{}}')
    expect((await bad.wire.end()).code).toBe(CLOSE.badFrame)
    await chair.acknowledged(chair.type('sigue'))
    await chair.close()
  })

  it('[S4.a] a message above 4 MiB ends the connection before it is read', async () => {
    const room = ownRoom()
    const [chair, large] = [await join('PPT', room), await join('ST', room)]
    large.wire.ws.send(encodeStep2(new Uint8Array((4 << 20) + 100)))
    expect((await large.wire.end()).code).toBe(1009)
    await chair.acknowledged(chair.type('sigue'))
    await chair.close()
  })

  it('[S4.a] an update that leaves a gap is refused, and the words after it too', async () => {
    const room = ownRoom()
    const device = await join('PPT', room)
    const lost = newRoomDoc()
    const updates: Uint8Array[] = []
    lost.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['uno', 'dos', 'tres']) lost.getText('body').insert(0, word)
    for (const update of updates.slice(1)) device.wire.ws.send(encodeUpdate(update))
    const codes = async (update: Uint8Array | undefined) =>
      (await device.wire.next('refused', ({ id }) => id === sha256(update ?? Uint8Array.of()))).code
    expect([await codes(updates[1]), await codes(updates[2])]).toEqual(['gap', 'gap'])
    await device.close()
  })

  it('[S4.a] forged words in the place of words the relay holds reach nobody', async () => {
    const room = ownRoom()
    const chair = await join('PPT', room)
    await chair.acknowledged(chair.type('verdadero'))
    // the same clientID and clocks, other words: only a peer that lacks the true ones could be deceived
    const forged = newRoomDoc(chair.doc.clientID)
    forged.getText('body').insert(0, 'falsificado')
    const forger = await join('ST', room)
    forger.wire.ws.send(encodeUpdate(Y.encodeStateAsUpdate(forged)))
    const next = chair.type('.')
    await chair.acknowledged(next)
    const fresh = await join('AR', room)
    expect(fresh.text()).toBe('verdadero.')
    await Promise.all([chair, forger, fresh].map((device) => device.close()))
  })
})

describe('presence', () => {
  const cursor = (client: number, clock: number, state: object): Uint8Array =>
    encodeAwareness(encodePresence([{ client, clock, state: JSON.stringify(state) }]))
  const entries = (device: RoomDevice): PresenceEntry[] =>
    device.wire.received.flatMap((message) =>
      message.t === 'frame' && message.frame.kind === 'awareness'
        ? (decodePresence(message.frame.update) ?? [])
        : [],
    )
  const presenceOf = (device: RoomDevice, client: number, fits: (state: unknown) => boolean = () => true) =>
    device.wire.until(() => {
      const states = entries(device).filter((entry) => entry.client === client)
      return states.map(({ state }): unknown => JSON.parse(state)).find(fits)
    })

  it('[S4.b] bears the name and country of the accreditation, whatever the client says', async () => {
    const room = ownRoom()
    const [chair, other] = [await join('PPT', room), await join('ST', room)]
    const id = chair.doc.clientID
    chair.wire.ws.send(cursor(id, 1, { user: { name: 'Perú', country: 'PE' }, cursor: 4 }))
    expect(await presenceOf(other, id)).toEqual({
      cursor: 4,
      user: { key: relay.conference.key('PPT').id, name: 'PPT', role: 'presidency', country: 'CL' },
    })
    await chair.close()
    expect(await presenceOf(other, id, (state) => state === null)).toBeNull()
    await other.close()
  })

  it('[S4.b] of two hats bears the office', async () => {
    const { conf, key } = relay.conference
    const chair = await joinRoom(relay.address, { conf, room: TEXT_ROOM, keys: [key('CL'), key('PPT')] })
    const other = await join('AR', TEXT_ROOM)
    const id = chair.doc.clientID
    chair.wire.ws.send(cursor(id, 1, {}))
    expect(await presenceOf(other, id)).toMatchObject({ user: { role: 'presidency', country: 'CL' } })
    await Promise.all([chair.close(), other.close()])
  })

  it('[S4.b] in the name of another is refused', async () => {
    const room = ownRoom()
    const [chair, other] = [await join('PPT', room), await join('ST', room)]
    other.wire.ws.send(cursor(chair.doc.clientID, 7, { cursor: 1 }))
    expect((await other.wire.next('refused')).code).toBe('foreignClient')
    other.wire.ws.send(cursor(other.doc.clientID, 1, {}))
    await presenceOf(chair, other.doc.clientID)
    expect(entries(chair).some(({ client }) => client === chair.doc.clientID)).toBe(false)
    await Promise.all([chair.close(), other.close()])
  })

  it('[S4.b] a clientID that somebody has declared is nobody else’s to be seen or to write with', async () => {
    const { conf, key } = relay.conference
    const first = await joinRoom(relay.address, { conf, room: TEXT_ROOM, keys: [key('AR')] })
    const client = first.doc.clientID
    const thief = await connect(relay.address, {
      conf,
      room: TEXT_ROOM,
      keys: [key('CL')],
      clients: [client],
    })
    thief.ws.send(encodeAwareness(encodePresence([{ client, clock: 9, state: '{}' }])))
    expect(await thief.next('refused')).toMatchObject({ code: 'foreignClient', detail: 'presence' })
    const doc = newRoomDoc(client)
    bodyOf(doc).insert(0, 'tomado')
    thief.ws.send(encodeUpdate(Y.encodeStateAsUpdate(doc)))
    expect(await thief.next('refused', ({ detail }) => detail === 'notYours')).toMatchObject({
      code: 'foreignClient',
    })
    const update = first.type('mías')
    await first.acknowledged(update)
    await thief.close()
    await first.close()
  })

  it('[S4.b] of who only reads is shown without anything the client adds', async () => {
    const room = ownRoom()
    const [reader, chair] = [await join('AR', room), await join('PPT', room)]
    reader.wire.ws.send(cursor(reader.doc.clientID, 1, { note: 'escondido', cursor: 2 }))
    expect(await presenceOf(chair, reader.doc.clientID)).toEqual({
      user: { key: relay.conference.key('AR').id, name: 'AR', role: 'delegate', country: 'AR' },
    })
    await Promise.all([reader.close(), chair.close()])
  })

  it('[S4.b] above 4 KiB is refused', async () => {
    const room = ownRoom()
    const chair = await join('PPT', room)
    chair.wire.ws.send(cursor(chair.doc.clientID, 1, { note: 'x'.repeat(5_000) }))
    expect((await chair.wire.next('refused')).code).toBe('tooLarge')
    await chair.close()
  })
})

it('a draft of a delegation is entered by that delegation only', async () => {
  const room = `doc/${DOC}/of/PE/primera`
  const [focalPoint, adviser] = [await join('PE', room), await join('PE:adviser', room)]
  await adviser.acknowledged(adviser.type('borrador'))
  await focalPoint.shows('borrador')
  await expect(join('AR', room)).rejects.toThrow('notAuthorised')
  await expect(join('PPT', room)).rejects.toThrow('notAuthorised')
  await Promise.all([focalPoint.close(), adviser.close()])
})

it('a text in preparation is closed to delegations', async () => {
  await expect(join('observer', TEXT_ROOM)).rejects.toThrow('notAuthorised')
})
