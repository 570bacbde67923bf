import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startRelay, type RunningRelay } from '#server/embed.ts'
import { brokenLinks } from '#shared/sync/receipts.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith } from '#test/kit/relay.ts'
import { deviceOf, type Device } from './device.ts'

/** A relay that can be set back to what it held at a moment. */
async function relayToSetBack(folder: string) {
  const data = path.join(folder, 'relay')
  const copy = path.join(folder, 'backup')
  const relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] }, { data })
  const port = Number(new URL(relay.address).port)
  let running: RunningRelay = relay.running
  return {
    relay,
    /** A backup is copied while nothing writes. */
    backUp: async () => {
      await running.close()
      cpSync(data, copy, { recursive: true })
      running = await startRelay({ data, port })
    },
    setBack: async () => {
      await running.close()
      rmSync(data, { recursive: true })
      cpSync(copy, data, { recursive: true })
      running = await startRelay({ data, port })
    },
    close: () => running.close(),
  }
}

const receiptsOf = (device: Device) =>
  device.conference.replica.acts.admitted().flatMap(({ receipt }) => (receipt === null ? [] : [receipt]))
const received = (device: Device, act: string) =>
  device.heard.until('a receipt', () => device.conference.replica.acts.receiptOf(act) !== null)
const has = (device: Device, act: string) =>
  device.heard.until('the act', () => device.conference.replica.acts.set.has(act))

test('[S10.a] a relay set back by a backup gets back every act it had taken, with its moment, before anything newer', async () => {
  using folder = temporaryFolder('restored')
  const { relay, backUp, setBack, close } = await relayToSetBack(folder.path)
  const { conf } = relay.conference
  const hat = relay.conference.key('PPT').id
  const open = (...people: Parameters<typeof relay.conference.key>) =>
    deviceOf({ relay, folder: folder.path, people })
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const parties = (list: ('AR' | 'CL' | 'PE')[]) =>
    chair.call('parties.set', { conf, doc: DOC, hat, parties: list, basis: 'present' })
  const argentina = await open('AR')
  const devices = [chair, argentina]
  try {
    const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
    await replica.seed([
      { id: 'uno', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan cooperar.' }] },
    ])
    await chair.synced(DOC)
    await backUp()
    await Promise.all(devices.map((device) => device.online()))
    const first = await parties(['AR', 'CL'])
    // A round has a blob and rests on the words of a room.
    const round = await chair.call('negotiation.open', { conf, doc: DOC, hat })
    await received(chair, round.act)
    await has(argentina, round.act)
    const before = receiptsOf(chair)

    await chair.call('link.setOffline', { conf, offline: true })
    await argentina.call('link.setOffline', { conf, offline: true })
    const newer = await parties(['AR', 'CL', 'PE'])
    await setBack()
    await chair.call('link.setOffline', { conf, offline: false })
    await received(chair, newer.act)
    await argentina.call('link.setOffline', { conf, offline: false })
    await has(argentina, newer.act)

    const peru = await open('PE')
    devices.push(peru)
    for (const act of [first.act, round.act, newer.act]) await has(peru, act)
    expect(receiptsOf(peru)).toEqual(expect.arrayContaining(before))
    expect(peru.conference.replica.document(DOC)?.stage).toBe('negotiation')
    for (const device of devices) {
      expect(brokenLinks(conf, receiptsOf(device), nodeCrypto)).toEqual([])
      expect(await device.call('drafts.list', { conf })).toEqual([])
      expect(device.heard.all.filter(({ name }) => name === 'conference.reset')).toEqual([])
    }
    const last = await parties(['CL', 'PE'])
    await received(chair, last.act)
    await has(argentina, last.act)
  } finally {
    for (const device of devices) await device.close()
    await close()
  }
})
