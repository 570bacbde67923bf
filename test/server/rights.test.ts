import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeRound, textHash } from '#shared/acts/round-blob.ts'
import { CLOSE } from '#shared/sync/protocol.ts'
import { encodeBlob, encodeUpdate } from '#shared/sync/wire.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import { DOC, EVERYBODY, TEXT_ROOM, type ConferencePlan, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { connect, joinRoom, type RoomDevice, type Wire } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

const relays: TestRelay[] = []
afterAll(() => Promise.all(relays.map((relay) => relay.close())))

async function conference(plan: ConferencePlan) {
  const relay = await relayWith(plan)
  relays.push(relay)
  const { conf, key, sign } = relay.conference
  const keysOf = (people: readonly Person[]) => people.map((person) => key(person))
  const join = (room: string, ...people: Person[]): Promise<RoomDevice> =>
    joinRoom(relay.address, { conf, room, keys: keysOf(people) })
  const acts = async (...people: Person[]): Promise<Wire> => {
    const wire = await connect(relay.address, { conf, room: 'acts', keys: keysOf(people) })
    wire.say({ t: 'have', scopes: {} })
    await wire.next('acts', ({ done }) => done)
    return wire
  }
  /** Signs, sends and waits for the receipt, or for the refusal. */
  const act = async (...args: Parameters<typeof sign>) => {
    const wire = await acts('ST')
    const before = wire.received.length
    wire.say({ t: 'put', acts: [sign(...args)] })
    const answer = await wire.until(() => {
      return wire.received.slice(before).find(({ t }) => t === 'acts' || t === 'refused')
    })
    await wire.close()
    return answer.t === 'refused' ? answer.code : 'taken'
  }
  const close = (person: Person) =>
    act('root', 'close', 'conf', { key: key(person).id, last: { conf: 99, [`doc/${DOC}`]: 99 } })
  return { relay, join, acts, act, close }
}

/** What each sort of message by each person in each room comes to. */
const outcome = async (join: () => Promise<RoomDevice>): Promise<'writes' | 'reads' | 'stays out'> => {
  let device: RoomDevice
  try {
    device = await join()
  } catch {
    return 'stays out'
  }
  const update = device.type('x')
  const answer = await Promise.race([
    device.acknowledged(update).then(() => 'writes' as const),
    device.wire.next('refused').then(() => 'reads' as const),
  ])
  // a sync step is an update by another name
  device.wire.ws.send(encodeUpdate(Y.encodeStateAsUpdate(device.doc)))
  await device.close()
  return answer
}

describe('rooms by role and stage', () => {
  const screen = `doc/${DOC}/screen/current`
  const workshop = `doc/${DOC}/of/PE/d1`
  const portuguese = `doc/${DOC}/text/pt/0`
  const later = `doc/${DOC}/text/es/1`
  const huddle = `doc/${DOC}/huddle/h1`
  const unknown = 'doc/other/text/es/0'

  // columns: the text, the screen, Peru's workshop, the Portuguese version, a phase to come, a huddle, a document that is not there
  const rooms = [TEXT_ROOM, screen, workshop, portuguese, later, huddle, unknown]
  const W = 'writes'
  const R = 'reads'
  const _ = 'stays out'
  const preparation: Record<Person, string[]> = {
    PPT: [W, W, _, R, R, _, _],
    ST: [W, W, _, W, R, _, _],
    CL: [_, R, _, _, _, _, _],
    AR: [_, R, _, _, _, _, _],
    PE: [_, R, W, _, _, _, _],
    'PE:adviser': [_, R, W, _, _, _, _],
    UY: [_, R, _, _, _, _, _],
    observer: [_, _, _, _, _, _, _],
    guest: [_, _, _, _, _, _, _],
  }
  const drafting: Record<Person, string[]> = {
    ...preparation,
    CL: [W, R, _, R, R, _, _],
    AR: [W, R, _, R, R, _, _],
  }
  const openDrafting: Record<Person, string[]> = {
    ...drafting,
    PE: [R, R, W, R, R, _, _],
    'PE:adviser': [R, R, W, R, R, _, _],
    UY: [R, R, _, R, R, _, _],
    observer: [R, _, _, R, R, _, _],
    guest: [R, _, _, R, R, _, _],
  }
  it.each([
    ['preparation', { stage: 'preparation' }, preparation],
    ['joint drafting', { stage: 'jointDrafting' }, drafting],
    ['joint drafting, opened by the Chair', { stage: 'jointDrafting', openToObservers: true }, openDrafting],
  ] as const)('[S3.a] in %s', async (_stage, plan, expected) => {
    const { join } = await conference({ ...plan, seed: JSON.stringify(plan) })
    const found: Record<string, string[]> = {}
    for (const person of EVERYBODY) {
      found[person] = []
      for (const room of rooms) found[person].push(await outcome(() => join(room, person)))
    }
    expect(found).toEqual(expected)
  })

  it('[S3.a] the facilitator of a document prepares it with the Chair', async () => {
    const { join, act, relay } = await conference({ stage: 'preparation', seed: 'facilitator' })
    expect(await outcome(() => join(TEXT_ROOM, 'UY'))).toBe('stays out')
    const key = relay.conference.key('UY').id
    await act('PPT', 'office', 'conf', { office: 'facilitator', key, doc: DOC, section: null })
    expect(await outcome(() => join(TEXT_ROOM, 'UY'))).toBe('writes')
  })
})

describe('rights are asked for every message', () => {
  it('[S3.c] closing a key ends its sockets, in the middle of a word', async () => {
    const { join, acts, close, relay } = await conference({ seed: 'closed while typing' })
    const [typing, reading] = [await join(TEXT_ROOM, 'AR'), await acts('AR')]
    const other = await join(TEXT_ROOM, 'CL')
    await typing.acknowledged(typing.type('antes'))
    expect(await close('AR')).toBe('taken')
    expect((await typing.wire.end()).code).toBe(CLOSE.notAuthorised)
    expect((await reading.end()).code).toBe(CLOSE.notAuthorised)
    expect((await typing.wire.next('refused')).code).toBe('closedKey')
    await expect(join(TEXT_ROOM, 'AR')).rejects.toThrow('closedKey')
    await other.acknowledged(other.type(' después'))
    expect(other.text()).toBe('antes después')
    expect(relay.conference.key('AR').id).toBeTruthy()
    await other.close()
  })

  it('[S3.c] a device keeps the hats that are not closed', async () => {
    const { join, close } = await conference({ seed: 'two hats' })
    const device = await join(TEXT_ROOM, 'PPT', 'CL')
    await device.acknowledged(device.type('una'))
    await close('PPT')
    // the same clientID goes on under the other key of the device
    await device.acknowledged(device.type(' misma'))
    await device.close()
  })

  it('[S3.b] who gains the right to write is told, and asked for what it wrote meanwhile', async () => {
    const { join, act } = await conference({ stage: 'preparation', openToObservers: true, seed: 'gains' })
    const device = await join(TEXT_ROOM, 'AR')
    expect((await device.wire.next('welcome')).write).toBe(false)
    await act('PPT', 'stage', `doc/${DOC}`, { to: 'jointDrafting', phase: 0, reason: '' })
    await device.wire.next('rights', ({ write }) => write)
    await device.acknowledged(device.type('ya puede'))
    await device.close()
  })

  it('[S3.b] a suspended document takes no words', async () => {
    const { join, act } = await conference({ seed: 'suspended' })
    const device = await join(TEXT_ROOM, 'AR')
    await act('PPT', 'stage', `doc/${DOC}`, { to: 'suspended', phase: 0, reason: 'pausa' })
    await device.wire.next('rights', ({ write }) => !write)
    device.type('tarde')
    expect((await device.wire.next('refused')).code).toBe('roomClosed')
    await device.close()
  })
})

describe('the round that freezes a room', () => {
  const open = async (seed: string) => {
    const { join, acts, act, relay } = await conference({ seed })
    const chair = await join(TEXT_ROOM, 'PPT')
    const body = bodyOf(chair.doc)
    body.applyDelta([{ insert: { clause: 'p1' }, attributes: { kind: 'operative' } }])
    await chair.acknowledged(chair.type('Promover la integración.'))
    const clauses = readClauses(body)
    const blob = encodeRound(clauses, new Map())
    const stateVector = Buffer.from(Y.encodeStateVector(chair.doc)).toString('base64url')
    const round = async () => {
      const wire = await acts('PPT')
      wire.say({ t: 'putBlob', hash: nodeCrypto.sha256(blob), scope: `doc/${DOC}` })
      wire.ws.send(encodeBlob(Buffer.from(nodeCrypto.sha256(blob), 'hex'), blob))
      await wire.next('stored')
      await wire.close()
    }
    const freeze = (vector = stateVector) =>
      act('PPT', 'round', `doc/${DOC}`, {
        ...{ n: 0, symbol: 'CSM/XX/DEC/Rev.0', blob: nodeCrypto.sha256(blob) },
        ...{
          textHash: textHash(clauses, nodeCrypto.sha256),
          heads: relay.conference.set.heads(`doc/${DOC}`),
        },
        ...{ source: { room: TEXT_ROOM, stateVector: vector }, rejoins: [] },
      })
    return { join, chair, round, freeze }
  }

  it('[S3.e] closes it: not a letter enters afterwards', async () => {
    const { join, chair, round, freeze } = await open('freezes')
    const delegate = await join(TEXT_ROOM, 'AR')
    await round()
    expect(await freeze()).toBe('taken')
    await chair.wire.next('rights', ({ write }) => !write)
    for (const device of [chair, delegate]) {
      device.type('¡y una palabra más!')
      expect((await device.wire.next('refused')).code).toBe('roomClosed')
    }
    const fresh = await join(TEXT_ROOM, 'ST')
    expect(fresh.text()).not.toContain('más')
    await Promise.all([chair, delegate, fresh].map((device) => device.close()))
  })

  it('[S3.e] is refused when words have been added since', async () => {
    const { join, chair, round, freeze } = await open('words added')
    const delegate = await join(TEXT_ROOM, 'AR')
    await round()
    await delegate.acknowledged(delegate.type(' Y más.'))
    expect(await freeze()).toBe('roomMoved')
    await chair.acknowledged(chair.type(' Sigue abierta.'))
    await Promise.all([chair.close(), delegate.close()])
  })

  it('[S3.e] is refused when words have only been deleted since, which no state vector shows', async () => {
    const { join, chair, round, freeze } = await open('words deleted')
    const delegate = await join(TEXT_ROOM, 'AR')
    await round()
    let deletion: Uint8Array = new Uint8Array()
    delegate.doc.once('update', (update: Uint8Array) => (deletion = update))
    bodyOf(delegate.doc).delete(3, 4)
    await delegate.acknowledged(deletion)
    expect(await freeze()).toBe('roomMoved')
    await Promise.all([chair.close(), delegate.close()])
  })

  it('[S3.e] is refused when its text is not at the relay', async () => {
    const { chair, freeze } = await open('no blob')
    expect(await freeze()).toBe('badBlob')
    await chair.close()
  })
})
