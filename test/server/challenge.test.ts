import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Statement } from '#shared/sync/protocol.ts'
import { CLOSE } from '#shared/sync/protocol.ts'
import { encodeStep1 } from '#shared/sync/wire.ts'
import { TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { testKey, type TestKey } from '#test/kit/crypto.ts'
import { connect, signAnswer, Wire } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

let relay: TestRelay
const patient = { limits: { failuresPerMinute: 1_000 } }
beforeAll(async () => {
  relay = await relayWith({}, patient)
})
afterAll(() => relay.close())

const target = (room = TEXT_ROOM) => ({ conf: relay.conference.conf, room })
const keysOf = (...people: ('AR' | 'PPT' | 'CL')[]) => people.map((person) => relay.conference.key(person))

describe('the challenge', () => {
  it('[S1.a] is answered by a signature of each key of the device', async () => {
    const wire = await connect(relay.address, { ...target(), keys: keysOf('PPT', 'CL') })
    const welcome = await wire.next('welcome')
    expect(welcome.keys).toEqual(keysOf('PPT', 'CL').map(({ id }) => id))
    await wire.close()
  })

  const tampered: [string, (statement: Statement) => Statement][] = [
    ['another room', (statement) => ({ ...statement, room: 'acts' })],
    ['another relay', (statement) => ({ ...statement, relay: testKey('other relay').publicText })],
    ['another host', (statement) => ({ ...statement, host: 'relay.example' })],
    ['another nonce', (statement) => ({ ...statement, nonce: 'A'.repeat(43) })],
    ['another conference', (statement) => ({ ...statement, conf: testKey('other').id })],
  ]
  it.each(tampered)('[S1.a] an answer given for %s is refused', async (_what, tamper) => {
    const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
    await wire.answer({ ...target(), keys: keysOf('AR'), tamper })
    expect((await wire.next('refused')).code).toBe('badAnswer')
    expect((await wire.end()).code).toBe(CLOSE.notAnswered)
  })

  it('[S1.a] an answer overheard in one room opens no other', async () => {
    const honest = new Wire(relay.address, relay.conference.conf, 'acts')
    const challenge = await honest.next('challenge')
    const overheard = signAnswer(challenge, { ...target('acts'), keys: keysOf('AR') })
    const thief = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
    await thief.next('challenge')
    thief.say({ t: 'answer', statements: overheard })
    expect((await thief.next('refused')).code).toBe('badAnswer')
    await honest.close()
  })

  it('[S1.a] a signature that another key made is refused', async () => {
    const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
    const ar = relay.conference.key('AR')
    await wire.answer({ ...target(), keys: [{ ...ar, sign: testKey('thief').sign }] })
    expect((await wire.next('refused')).code).toBe('badAnswer')
  })

  it('[S1.b] whatever comes before the answer is refused and ends the connection', async () => {
    const early = [
      (wire: Wire) => {
        wire.ws.send(encodeStep1(Uint8Array.of(0)))
      },
      (wire: Wire) => {
        wire.say({ t: 'have', scopes: {} })
      },
      (wire: Wire) => {
        wire.ws.send('not JSON')
      },
    ]
    for (const speak of early) {
      const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
      await wire.next('challenge')
      speak(wire)
      expect((await wire.next('refused')).code).toBe('notChallenged')
      expect((await wire.end()).code).toBe(CLOSE.notAnswered)
      expect(wire.received.map(({ t }) => t)).toEqual(['challenge', 'refused'])
    }
  })

  it('[S1.c] a key that is not accredited is refused', async () => {
    const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
    await wire.answer({ ...target(), keys: [testKey('stranger')] })
    expect((await wire.next('refused')).code).toBe('notAccredited')
    expect((await wire.end()).code).toBe(CLOSE.notAuthorised)
  })

  it('[S1.c] a hat that is not accredited yet does not keep the others out', async () => {
    const keys = [testKey('stranger'), ...keysOf('AR')]
    const wire = await connect(relay.address, { ...target(), keys })
    expect((await wire.next('welcome')).keys).toEqual(keysOf('AR').map(({ id }) => id))
    await wire.close()
  })

  it('an unknown conference and an unknown room are refused by name', async () => {
    const elsewhere = new Wire(relay.address, testKey('nowhere').id, 'acts')
    await elsewhere.answer({ conf: testKey('nowhere').id, room: 'acts', keys: keysOf('AR') })
    expect((await elsewhere.next('refused')).code).toBe('unknownConference')
    const room = new Wire(relay.address, relay.conference.conf, 'lobby')
    await room.answer({ ...target('lobby'), keys: keysOf('AR') })
    expect((await room.next('refused')).code).toBe('unknownRoom')
  })

  it('[S1.e] a client of an older schema reads and does not write', async () => {
    const tamper = (statement: Statement): Statement => ({ ...statement, schema: 0 })
    const wire = await connect(relay.address, { ...target(), keys: keysOf('AR'), tamper })
    expect((await wire.next('welcome')).write).toBe(false)
    await wire.close()
  })

  it('[S1.e] a client of another protocol is told so', async () => {
    const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
    const tamper = (statement: Statement): Statement => ({ ...statement, protocol: 99 })
    await wire.answer({ ...target(), keys: keysOf('AR'), tamper })
    expect((await wire.next('refused')).code).toBe('oldVersion')
    expect((await wire.end()).code).toBe(CLOSE.oldVersion)
  })
})

describe('[S1.d] failed answers', () => {
  const answering = (relay: TestRelay, ...keys: TestKey[]) => ({
    ...{ conf: relay.conference.conf, room: TEXT_ROOM },
    keys,
  })
  const fail = async (relay: TestRelay, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      const wire = new Wire(relay.address, relay.conference.conf, TEXT_ROOM)
      await wire.answer(answering(relay, testKey(`stranger ${String(i)}`)))
      await wire.end()
    }
  }

  it('[S1.d] close an address that no member signs in from', async () => {
    const strict = await relayWith({}, { limits: { failuresPerMinute: 3 } })
    await fail(strict, 3)
    const honest = new Wire(strict.address, strict.conference.conf, TEXT_ROOM)
    await honest.end()
    expect(honest.received).toEqual([])
    await strict.close()
  })

  it('[S1.d] behind an address that members share keep no member out', async () => {
    const strict = await relayWith({}, { limits: { failuresPerMinute: 3 } })
    const own = answering(strict, strict.conference.key('AR'))
    await (await connect(strict.address, own)).close()
    await fail(strict, 10)
    await (await connect(strict.address, own)).close()
    // not without an end
    await fail(strict, 50)
    const blocked = new Wire(strict.address, strict.conference.conf, TEXT_ROOM)
    await blocked.end()
    expect(blocked.received).toEqual([])
    await strict.close()
  })
})

it('[S1.b] who does not answer in time is sent away', async () => {
  const hasty = await relayWith({}, { limits: { answerMs: 50 } })
  const wire = new Wire(hasty.address, hasty.conference.conf, TEXT_ROOM)
  expect((await wire.next('refused')).detail).toBe('late')
  expect((await wire.end()).code).toBe(CLOSE.notAnswered)
  await hasty.close()
})

it('[S4.e] a key has a bounded number of connections', async () => {
  const small = await relayWith({}, { limits: { connectionsPerKey: 2 } })
  const answering = { conf: small.conference.conf, room: TEXT_ROOM, keys: [small.conference.key('AR')] }
  const [first] = await Promise.all([connect(small.address, answering), connect(small.address, answering)])
  const third = new Wire(small.address, answering.conf, TEXT_ROOM)
  await third.answer(answering)
  expect((await third.next('refused')).code).toBe('tooFast')
  await first.close()
  await (await connect(small.address, answering)).close()
  await small.close()
})
