/** A relay that has forgotten: the same conference on another folder with the same key, founded but otherwise empty. */
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Envelope } from '#shared/acts/act.ts'
import type { Receipt, Receipted } from '#shared/sync/protocol.ts'
import { brokenLinks, verifyReceipt } from '#shared/sync/receipts.ts'
import { startRelay } from '#server/embed.ts'
import { DOC, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { connect, type Wire } from '#test/kit/device.ts'
import { relayWith, temporaryData } from '#test/kit/relay.ts'

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

/** Two entries of the Secretariat's, and between them one act that only a delegation reads. */
async function setBack() {
  const relay = await relayWith()
  const { conference } = relay
  const { conf } = conference
  const as = (address: string, person: Person): Promise<Wire> =>
    connect(address, { conf, room: 'acts', keys: [conference.key(person)] })
  const entry = (id: string): Envelope => {
    const fields = {
      id,
      type: 'agenda',
      title: 'Reunión',
      date: null,
      note: null,
      textLoaded: false,
    } as const
    return conference.sign('ST', 'entry', 'conf', fields)
  }
  const founding = conference.envelopes()
  const first = entry('primera')
  const prepared = conference.sign('PE:adviser', 'prepare', `doc/${DOC}/of/PE`, {
    ...{ country: 'PE', paragraph: 'p1', hash: '0'.repeat(64), wording: '', value: 'agree', reason: null },
  })
  const second = entry('segunda')
  const taken: Receipted[] = []
  for (const [person, act] of [
    ['ST', first],
    ['PE', prepared],
    ['ST', second],
  ] as const) {
    const wire = await as(relay.address, person)
    wire.say({ t: 'put', acts: [act] })
    const { acts } = await wire.next('acts')
    taken.push(...acts)
    await wire.close()
  }
  const data = await temporaryData()
  await copyFile(join(relay.data, 'relay.key'), join(data, 'relay.key'))
  await relay.close()
  const running = await startRelay({ data })
  expect(running.publicKey).toBe(conference.relayKey)
  expect(await running.found(founding)).toMatchObject({ ok: true })
  closing.push(async () => {
    await running.close()
    await rm(data, { recursive: true, force: true })
  })
  const [one, private_, two] = taken
  if (one === undefined || private_ === undefined || two === undefined) throw new Error('not taken')
  return {
    ...{ conf, running, conference, entry, one, prepared: private_, two },
    as: (person: Person) => as(running.address, person),
  }
}

const heard = (wire: Wire): readonly Receipt[] =>
  wire.received.flatMap((message) => (message.t === 'acts' ? message.acts.map(({ r }) => r) : []))
const receiptOf = async (wire: Wire, id: string): Promise<Receipt> => {
  const { acts } = await wire.next('acts', (message) => message.acts.some(({ r }) => r.of === id))
  const found = acts.find(({ r }) => r.of === id)
  if (found === undefined) throw new Error('no receipt')
  return found.r
}

describe('a relay that was set back', () => {
  it('[S10.a] says what it lacks, and refuses what follows on it until it has it', async () => {
    const { as, conference, entry, one, two } = await setBack()
    const secretariat = await as('ST')
    const { id } = conference.key('ST')
    secretariat.say({ t: 'have', scopes: conference.set.vector() })
    const { scopes } = await secretariat.next('lacks')
    expect(scopes).toEqual({ conf: { [id]: conference.set.nextSeq('conf', id) - 2 } })
    const newer = entry('tercera')
    secretariat.say({ t: 'put', acts: [newer] })
    expect(await secretariat.next('refused')).toMatchObject({ code: 'missingParents' })

    secretariat.say({ t: 'return', acts: [one, two] })
    secretariat.say({ t: 'put', acts: [newer] })
    expect(await receiptOf(secretariat, one.r.of)).toEqual(one.r)
    expect(await receiptOf(secretariat, two.r.of)).toEqual(two.r)
    await secretariat.until(() => (heard(secretariat).length === 3 ? true : undefined))
    expect(heard(secretariat)[2]?.n).toBe(two.r.n + 1)
    await secretariat.close()
  })

  it('[S10.b] keeps the moment of what comes back out of order, under a number of its own', async () => {
    const { as, conf, running, one, prepared, two } = await setBack()
    const [secretariat, peru] = [await as('ST'), await as('PE')]
    secretariat.say({ t: 'return', acts: [one, two] })
    await receiptOf(secretariat, two.r.of)
    peru.say({ t: 'return', acts: [prepared] })
    const again = await receiptOf(peru, prepared.r.of)
    expect(again.received).toBe(prepared.r.received)
    expect(again.n).toBe(two.r.n + 1)
    expect(again.prev).not.toBe(prepared.r.prev)
    expect(verifyReceipt(conf, again, running.publicKey, nodeCrypto)).toBe(true)
    expect(brokenLinks(conf, [one.r, two.r, again], nodeCrypto)).toEqual([])
    await Promise.all([secretariat.close(), peru.close()])
  })

  it('[S10.b] believes its own receipts only: nobody dates an act back', async () => {
    const { as, one } = await setBack()
    const secretariat = await as('ST')
    const forged = { ...one.r, received: '2001-01-01T00:00:00.000Z' }
    secretariat.say({ t: 'return', acts: [{ e: one.e, r: forged }] })
    const given = await receiptOf(secretariat, one.r.of)
    expect(given.received > one.r.received).toBe(true)
    await secretariat.close()
  })

  it('[S10.a] tells nobody what it holds of a scope that they may not read', async () => {
    const { as } = await setBack()
    const observer = await as('observer')
    observer.say({ t: 'have', scopes: { [`doc/${DOC}/of/PE`]: { ['a'.repeat(32)]: 7 } } })
    await observer.next('acts', ({ done }) => done)
    expect(observer.received.some(({ t }) => t === 'lacks')).toBe(false)
    await observer.close()
  })
})
