import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Envelope } from '#shared/acts/act.ts'
import { ACT_TYPE, seal } from '#shared/acts/envelope.ts'
import type { Receipt } from '#shared/sync/protocol.ts'
import { brokenLinks, NO_RECEIPT, verifyReceipt } from '#shared/sync/receipts.ts'
import { decodeBlob, encodeBlob } from '#shared/sync/wire.ts'
import { DOC, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'
import { connect, type Wire } from '#test/kit/device.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await relayWith()
})
afterAll(() => relay.close())

const connectAs = (...people: Person[]): Promise<Wire> =>
  connect(relay.address, {
    ...{ conf: relay.conference.conf, room: 'acts' },
    keys: people.map((person) => relay.conference.key(person)),
  })
const everything = async (wire: Wire): Promise<void> => {
  wire.say({ t: 'have', scopes: {} })
  await wire.next('acts', ({ done }) => done)
}
const online = async (...people: Person[]): Promise<Wire> => {
  const wire = await connectAs(...people)
  await everything(wire)
  return wire
}
const pairs = ({ received }: Wire) =>
  received.flatMap((message) => (message.t === 'acts' ? message.acts : []))
const idOf = (envelope: Envelope): string =>
  nodeCrypto.sha256(
    Buffer.concat([
      Buffer.from(
        `DSSEv1 ${String(ACT_TYPE.length)} ${ACT_TYPE} ${String(Buffer.from(envelope.p, 'base64url').length)} `,
      ),
      Buffer.from(envelope.p, 'base64url'),
    ]),
  )
const receiptFor = async (wire: Wire, envelope: Envelope): Promise<Receipt> => {
  const id = idOf(envelope)
  const { acts } = await wire.next('acts', ({ acts: batch }) => batch.some(({ r }) => r.of === id))
  const pair = acts.find(({ r }) => r.of === id)
  if (pair === undefined) throw new Error('no receipt')
  return pair.r
}
let count = 0
const entry = (by: Person = 'ST'): Envelope =>
  relay.conference.sign(by, 'entry', 'conf', {
    ...{
      id: `reunion-${String(count++)}`,
      type: 'agenda',
      title: 'Reunión',
      date: null,
      note: null,
      textLoaded: false,
    },
  })
const put = (wire: Wire, ...acts: Envelope[]): void => {
  wire.say({ t: 'put', acts })
}

describe('acts', () => {
  it('[S5.a] are stored, receipted and passed on to who may read their scope', async () => {
    const [secretariat, delegate] = [await online('ST'), await online('AR')]
    const act = entry()
    put(secretariat, act)
    const receipt = await receiptFor(secretariat, act)
    expect(await receiptFor(delegate, act)).toEqual(receipt)
    expect(verifyReceipt(relay.conference.conf, receipt, relay.running.publicKey, nodeCrypto)).toBe(true)
    await Promise.all([secretariat.close(), delegate.close()])
  })

  it('[S5.b] have receipts that form one chain from the first', async () => {
    const wire = await online('ST')
    const receipts = pairs(wire).map(({ r }) => r)
    expect(receipts[0]?.prev).toBe(NO_RECEIPT)
    expect(receipts.map(({ n }) => n)).toEqual(receipts.map((_, i) => i))
    expect(brokenLinks(relay.conference.conf, receipts, nodeCrypto)).toEqual([])
    await wire.close()
  })

  it('[S5.d] that the relay holds already get the same receipt again', async () => {
    const wire = await online('ST')
    const act = entry()
    put(wire, act)
    const receipt = await receiptFor(wire, act)
    const before = pairs(wire).length
    put(wire, act)
    await wire.until(() => pairs(wire).length > before || undefined)
    expect(pairs(wire).at(-1)?.r).toEqual(receipt)
    await wire.close()
  })

  it('[S5.a] are sent from where the device stopped, and no others', async () => {
    const wire = await connectAs('AR')
    wire.say({ t: 'have', scopes: relay.conference.set.vector() })
    expect((await wire.next('acts', ({ done }) => done)).acts).toEqual([])
    const act = entry()
    const sender = await connectAs('ST')
    put(sender, act)
    await receiptFor(wire, act)
    expect(pairs(wire)).toHaveLength(1)
    // the sender has its receipt although it never asked for acts
    await receiptFor(sender, act)
    await Promise.all([wire.close(), sender.close()])
  })

  it('[S5.a] of a delegation stay in the delegation', async () => {
    const [own, other, chair, sender] = [
      await online('PE'),
      await online('AR'),
      await online('PPT'),
      await online('PE:adviser'),
    ]
    const prepared = relay.conference.sign('PE:adviser', 'prepare', `doc/${DOC}/of/PE`, {
      ...{ country: 'PE', paragraph: 'p1', hash: '0'.repeat(64), wording: '', value: 'agree', reason: null },
    })
    put(sender, prepared)
    await receiptFor(own, prepared)
    const open = entry()
    put(await online('ST'), open)
    await Promise.all([receiptFor(other, open), receiptFor(chair, open)])
    for (const wire of [other, chair])
      expect(pairs(wire).some(({ r }) => r.of === idOf(prepared))).toBe(false)
    await Promise.all([own, other, chair, sender].map((wire) => wire.close()))
  })

  it('[S5.c] of a kind that this version does not know are kept and passed on', async () => {
    const { conference } = relay
    const [secretariat, delegate] = [await online('ST'), await online('AR')]
    const st = conference.key('ST')
    const act = seal(
      {
        ...{ v: 1, conf: conference.conf, scope: 'conf', kind: 'proclaim', by: st.id },
        ...{ seq: conference.set.nextSeq('conf', st.id), parents: conference.set.heads('conf') },
        ...{ at: '2030-01-01T00:00:00.000Z', words: 'de otra versión' },
      },
      ACT_TYPE,
      st.sign,
    )
    put(secretariat, act)
    await receiptFor(delegate, act)
    await Promise.all([secretariat.close(), delegate.close()])
  })
})

describe('acts that are refused', () => {
  // each of these makes acts of its own conference, since a refused act spoils the chain of its signer
  const alone = async (seed: string) => {
    const own = await relayWith({ seed })
    const send = async (by: Person, ...acts: Envelope[]) => {
      const wire = await connect(own.address, {
        ...{ conf: own.conference.conf, room: 'acts' },
        keys: [own.conference.key(by)],
      })
      wire.say({ t: 'put', acts })
      return wire
    }
    return { own, send }
  }
  const item = { type: 'agenda', title: 'Reunión', date: null, note: null, textLoaded: false } as const

  it('[S5.e] for a signature that is not the key’s', async () => {
    const { own, send } = await alone('forged')
    const good = own.conference.sign('ST', 'entry', 'conf', { id: 'a', ...item })
    const forged = { ...good, s: Buffer.alloc(64, 1).toString('base64url') }
    const wire = await send('ST', forged)
    expect((await wire.next('refused')).code).toBe('badSignature')
    wire.say({ t: 'put', acts: [good] })
    await wire.next('acts')
    await own.close()
  })

  it('[S5.e] for a key that was never accredited', async () => {
    const { own, send } = await alone('stranger')
    const stranger = testKey('a stranger')
    const { conf, set } = own.conference
    const act = seal(
      {
        ...{ v: 1, conf, scope: 'conf', kind: 'entry', by: stranger.id, seq: 0, parents: set.heads('conf') },
        ...{ at: '2030-01-01T00:00:00.000Z', id: 'a', ...item },
      },
      ACT_TYPE,
      stranger.sign,
    )
    expect((await (await send('ST', act)).next('refused')).code).toBe('notAccredited')
    await own.close()
  })

  it.each([
    ['an observer', 'observer'],
    ['a delegate', 'AR'],
  ] as const)('[S5.e] for a decision by %s', async (_who, person) => {
    const { own, send } = await alone(`decision ${person}`)
    const act = own.conference.sign(person, 'stage', `doc/${DOC}`, {
      to: 'preparation',
      phase: 0,
      reason: '',
    })
    const refused = await (await send(person, act)).next('refused')
    expect([refused.code, refused.id]).toEqual(['notAuthorised', idOf(act)])
    await own.close()
  })

  it('[S5.e] for a number out of turn and for parents that are not here', async () => {
    const { own, send } = await alone('order')
    const first = own.conference.sign('ST', 'entry', 'conf', { id: 'a', ...item })
    const second = own.conference.sign('ST', 'entry', 'conf', { id: 'b', ...item })
    const wire = await send('ST', second)
    expect(['badSequence', 'missingParents']).toContain((await wire.next('refused')).code)
    wire.say({ t: 'put', acts: [first, second] })
    await receiptFor(wire, second)
    await own.close()
  })

  it('[S5.e] never for their stage: what comes late is kept', async () => {
    const { own, send } = await alone('late')
    const act = own.conference.sign('AR', 'position', `doc/${DOC}`, {
      ...{
        paragraph: 'p1',
        hash: '0'.repeat(64),
        wording: 'Palabras',
        language: 'es',
        value: 'agree',
        reason: null,
      },
    })
    await receiptFor(await send('AR', act), act)
    await own.close()
  })

  it('[S4.a] a message that is none of the protocol ends the connection', async () => {
    const wire = await connectAs('AR')
    wire.ws.send('{"t":"found","acts":[]}')
    expect((await wire.next('refused')).code).toBe('badFrame')
    await wire.end()
  })
})

describe('blobs', () => {
  const content = Buffer.from('texto de una ronda')
  const hash = nodeCrypto.sha256(content)
  const send = (wire: Wire, scope: string, bytes: Buffer = content, name = hash): void => {
    wire.say({ t: 'putBlob', hash: name, scope })
    wire.ws.send(encodeBlob(Buffer.from(name, 'hex'), bytes))
  }
  const fetch = async (wire: Wire, name: string): Promise<Buffer | null> => {
    wire.say({ t: 'wantBlob', hash: name })
    return wire.until(() => {
      if (wire.received.some((message) => message.t === 'noBlob' && message.hash === name)) return null
      const blobs = wire.received.flatMap((message) =>
        message.t === 'frame' ? [decodeBlob(message.raw)] : [],
      )
      const found = blobs.find((blob) => blob && Buffer.from(blob.hash).toString('hex') === name)
      return found ? Buffer.from(found.content) : undefined
    })
  }

  it('[S6.a] are kept under the hash of their content, and given to who may read the scope', async () => {
    const [chair, delegate, observer] = [
      await connectAs('PPT'),
      await connectAs('AR'),
      await connectAs('observer'),
    ]
    send(chair, `doc/${DOC}`)
    await chair.next('stored')
    expect(await fetch(delegate, hash)).toEqual(content)
    expect(await fetch(observer, hash)).toBeNull()
    send(chair, `doc/${DOC}/observers`)
    await chair.until(() => chair.received.filter(({ t }) => t === 'stored').length > 1 || undefined)
    const again = await connectAs('observer')
    expect(await fetch(again, hash)).toEqual(content)
    await Promise.all([chair, delegate, observer, again].map((wire) => wire.close()))
  })

  it('[S6.b] whose content is another, that nobody announced, or that have no place there are refused', async () => {
    const wire = await connectAs('observer')
    send(wire, `doc/${DOC}/observers`, Buffer.from('otra cosa'))
    expect((await wire.next('refused', ({ code }) => code === 'badBlob')).id).toBe(hash)
    wire.ws.send(encodeBlob(Buffer.from(hash, 'hex'), content))
    await wire.next('refused', ({ code, id }) => code === 'badBlob' && id === undefined)
    send(wire, `doc/${DOC}`)
    await wire.next('refused', ({ code }) => code === 'notAuthorised')
    await wire.close()
  })

  it('[S6.b] above 4 MiB are refused', async () => {
    const wire = await connectAs('PPT')
    const large = Buffer.alloc((4 << 20) + 1)
    send(wire, `doc/${DOC}`, large, nodeCrypto.sha256(large))
    expect((await wire.next('refused')).code).toBe('tooLarge')
    await wire.close()
  })
})
