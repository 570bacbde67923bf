import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInvitation, type Invitation } from '#shared/sync/invitation.ts'
import { CLOSE } from '#shared/sync/protocol.ts'
import { runInvite } from '#server/commands/invite.ts'
import { seal, STATEMENT_TYPE } from '#shared/acts/envelope.ts'
import type { Person } from '#test/kit/conference-acts.ts'
import { testKey, type TestKey } from '#test/kit/crypto.ts'
import { connect, signAnswer, Wire } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await relayWith({}, { limits: { failuresPerMinute: 1_000 } })
})
afterAll(() => relay.close())

async function invite(): Promise<Invitation> {
  const text = await runInvite(relay.data, {
    role: 'delegate',
    country: 'BO',
    capacity: 'head',
    label: 'Cancillería',
  })
  const invitation = readInvitation(text)
  if (invitation === null) throw new Error('not an invitation')
  return invitation
}

/** Presents a code with a key; `signer` differs from the key when somebody enrols what is not theirs. */
async function present(code: string, key: TestKey, signer = key, label = ''): Promise<Wire> {
  const { conf } = relay.conference
  const wire = new Wire(relay.address, conf, 'enrol')
  const challenge = await wire.next('challenge')
  const [statement] = signAnswer(challenge, { conf, room: 'enrol', keys: [{ ...key, sign: signer.sign }] })
  if (statement === undefined) throw new Error('no statement')
  wire.say({ t: 'enrol', code, publicKey: key.publicText, label, statement })
  return wire
}
const online = (person: Person): Promise<Wire> =>
  connect(relay.address, {
    ...{ conf: relay.conference.conf, room: 'acts' },
    keys: [relay.conference.key(person)],
  })

describe('joining with an invitation', () => {
  it('[S7.a] says where the relay is and whose it is', async () => {
    expect(await invite()).toMatchObject({
      ...{ conf: relay.conference.conf, relay: relay.address, relayKey: relay.running.publicKey },
      ...{ member: { role: 'delegate', country: 'BO', capacity: 'head' }, title: 'XX Conferencia' },
    })
  })

  it('[S7.a] puts the device before the Secretariat, whose act alone makes it a member', async () => {
    const { code } = await invite()
    const device = testKey('new device')
    const [secretariat, delegate] = [await online('ST'), await online('AR')]
    expect((await secretariat.next('enrolments')).list).toEqual([])
    const waiting = await present(code, device)
    const asked = await waiting.next('enrolled')
    expect(asked.enrolment.state).toBe('pending')
    const shown = await secretariat.next('enrolled')
    expect(shown.enrolment).toMatchObject({ publicKey: device.publicText, member: { country: 'BO' } })
    // a code alone gives nothing
    const early = new Wire(relay.address, relay.conference.conf, 'acts')
    await early.answer({ conf: relay.conference.conf, room: 'acts', keys: [device] })
    expect((await early.next('refused')).code).toBe('notAccredited')

    const accredit = relay.conference.sign('root', 'accredit', 'conf', {
      ...{ publicKey: device.publicText, label: 'Cancillería' },
      member: { role: 'delegate', country: 'BO', capacity: 'head' },
    })
    secretariat.say({ t: 'put', acts: [accredit] })
    await waiting.next('enrolled', ({ enrolment }) => enrolment.state === 'approved')
    const joined = await connect(relay.address, {
      ...{ conf: relay.conference.conf, room: 'acts', keys: [device] },
    })
    expect(delegate.received.some(({ t }) => t === 'enrolments' || t === 'enrolled')).toBe(false)
    await Promise.all([joined, secretariat, delegate, waiting].map((wire) => wire.close()))
  })

  it('[S7.b] admits one key, which may come back for the answer', async () => {
    const { code } = await invite()
    const first = await present(code, testKey('first'))
    const { enrolment } = await first.next('enrolled')
    const second = await present(code, testKey('second'))
    expect((await second.next('refused')).code).toBe('badInvitation')
    const again = await present(code, testKey('first'))
    expect((await again.next('enrolled')).enrolment).toEqual(enrolment)
    const secretariat = await online('ST')
    secretariat.say({ t: 'settle', id: enrolment.id, state: 'refused' })
    await again.next('enrolled', ({ enrolment: answer }) => answer.state === 'refused')
    await Promise.all([first, again, secretariat].map((wire) => wire.close()))
  })

  it('[S7.b] enrols no key that its holder has not shown', async () => {
    const { code } = await invite()
    const wire = await present(code, testKey('victim'), testKey('thief'))
    expect((await wire.next('refused')).code).toBe('badAnswer')
  })

  it('[S7.c] a code may be tried five times', async () => {
    const { code } = await invite()
    const [id = ''] = code.split('.')
    const wrong = `${id}.${'A'.repeat(22)}`
    for (let i = 0; i < 5; i++) {
      const wire = await present(wrong, testKey('guesser'))
      expect((await wire.next('refused')).code).toBe('badInvitation')
    }
    const late = await present(code, testKey('rightful'))
    expect((await late.next('refused')).code).toBe('badInvitation')
  })

  it('[S7.c] a code that is none is refused, path or not', async () => {
    for (const code of ['', 'x', '../../relay.key', `${'A'.repeat(11)}.${'A'.repeat(22)}`]) {
      const wire = await present(code, testKey('guesser'))
      expect((await wire.next('refused')).code).toBe('badInvitation')
    }
  })

  it('[S7.a] only the Secretariat answers', async () => {
    const { code } = await invite()
    const waiting = await present(code, testKey('patient'))
    const { enrolment } = await waiting.next('enrolled')
    const delegate = await online('AR')
    delegate.say({ t: 'settle', id: enrolment.id, state: 'approved' })
    expect((await delegate.next('refused')).code).toBe('notAuthorised')
    await Promise.all([waiting, delegate].map((wire) => wire.close()))
  })

  it('[S7.a] who waits may do nothing else', async () => {
    const { code } = await invite()
    const waiting = await present(code, testKey('restless'))
    await waiting.next('enrolled')
    waiting.say({ t: 'have', scopes: {} })
    expect((await waiting.next('refused')).code).toBe('notAccredited')
    expect((await waiting.end()).code).toBe(CLOSE.notAuthorised)
  })
})

it('[S7.c] an invitation ends after 72 hours', async () => {
  let now = Date.now()
  const aging = await relayWith({ seed: 'aging' }, { now: () => new Date(now) })
  const text = await runInvite(aging.data, { role: 'secretariat' })
  const invitation = readInvitation(text)
  now += 73 * 3_600_000
  const key = testKey('late')
  const wire = new Wire(aging.address, aging.conference.conf, 'enrol')
  const challenge = await wire.next('challenge')
  const statement = seal(
    {
      ...{ v: 1, conf: aging.conference.conf, key: key.id, nonce: challenge.nonce, host: challenge.host },
      ...{ relay: challenge.relay, room: 'enrol', protocol: 1, schema: 1, clients: [] },
    },
    STATEMENT_TYPE,
    key.sign,
  )
  wire.say({ t: 'enrol', code: invitation?.code ?? '', publicKey: key.publicText, label: '', statement })
  expect((await wire.next('refused')).code).toBe('badInvitation')
  await aging.close()
})

it('[S9.a] a stranger founds nothing over the network; another relay’s conference is not founded here', async () => {
  const other = await relayWith({ seed: 'other conference' })
  const founding = await relay.running.found(other.conference.envelopes())
  expect(founding).toMatchObject({ ok: false, code: 'badAct' })
  await other.close()
})

it('[S9.a] one relay hosts several conferences side by side', async () => {
  const { foundingActs } = await import('#test/kit/conference-acts.ts')
  const second = foundingActs(relay.running.publicKey, { seed: 'second' })
  expect(await relay.running.found(second.envelopes())).toMatchObject({ ok: true, conf: second.conf })
  const wire = await connect(relay.address, { conf: second.conf, room: 'acts', keys: [second.key('AR')] })
  await wire.close()
  // its keys are nobody's in the other
  const stranger = new Wire(relay.address, relay.conference.conf, 'acts')
  await stranger.answer({ conf: relay.conference.conf, room: 'acts', keys: [second.key('AR')] })
  expect((await stranger.next('refused')).code).toBe('notAccredited')
})
