import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, type Device } from './device.ts'
import { heldText, openPage } from './writing.ts'

async function withText(relay: TestRelay, chair: Device): Promise<void> {
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  await replica.seed([
    { id: 'uno', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan cooperar.' }] },
    { id: 'dos', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Deciden reunirse.' }] },
  ])
  await chair.synced(DOC)
  expect(relay.running.conferences()).toHaveLength(1)
}

test('[M8.a] words that come too late are kept as a readable draft, paragraph by paragraph, and the room starts again', async () => {
  using folder = temporaryFolder('refused')
  const relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  const { conf } = relay.conference
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const peru = await deviceOf({ relay, folder: folder.path, people: ['PE'] })
  try {
    await withText(relay, chair)
    await peru.heard.until('the text', () => heldText(peru, TEXT_ROOM).includes('Deciden'))
    await peru.call('link.setOffline', { conf, offline: true })
    const page = await openPage(peru, TEXT_ROOM)
    expect(await page.type(' Cada dos años.')).toBe(true)
    await chair.call('negotiation.open', { conf, doc: DOC, hat: relay.conference.key('PPT').id })

    const told = Promise.all([peru.heard.next('drafts'), peru.heard.next('room.reset')])
    await peru.call('link.setOffline', { conf, offline: false })
    await told
    await peru.heard.until('a draft', () => peru.conference.replica.drafts.list().length === 1)
    const drafts = await peru.call('drafts.list', { conf })
    expect(drafts).toMatchObject([
      {
        room: TEXT_ROOM,
        reason: 'roomClosed',
        paragraphs: [{ id: 'dos', theirs: 'Deciden reunirse.', mine: 'Deciden reunirse. Cada dos años.' }],
      },
    ])
    expect(heldText(peru, TEXT_ROOM)).toBe('Acuerdan cooperar.\nDeciden reunirse.')
    await peru.synced(DOC)
    await peru.close()
    const again = await deviceOf({ relay, folder: folder.path, people: ['PE'] })
    expect(await again.call('drafts.list', { conf })).toEqual(drafts)
    await again.call('drafts.dismiss', { conf, id: drafts[0]?.id ?? '' })
    expect(await again.call('drafts.list', { conf })).toEqual([])
    await again.close()
  } finally {
    await chair.close()
    await relay.close()
  }
})

test('[M8.b] an act signed while apart and cut off by a crash goes out again byte for byte', async () => {
  using folder = temporaryFolder('refused')
  const data = path.join(folder.path, 'relay')
  const relay = await relayWith({}, { data })
  const { conf } = relay.conference
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const { act } = await chair.call('parties.set', {
    ...{ conf, doc: DOC, hat: relay.conference.key('PPT').id },
    parties: ['AR', 'CL'],
    basis: 'present',
  })
  await chair.heard.until('its receipt', () => chair.conference.replica.acts.receiptOf(act) !== null)
  await chair.call('link.setOffline', { conf, offline: true })
  const second = await chair.call('parties.set', {
    ...{ conf, doc: DOC, hat: relay.conference.key('PPT').id },
    parties: ['AR', 'CL', 'PE'],
    basis: 'present',
  })
  const before = chair.conference.replica.acts
    .unsent()
    .map(({ id, envelope }) => [id, envelope.p, envelope.s])
  expect(before.map(([id]) => id)).toEqual([second.act])
  await chair.close()

  const again = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'], apart: true })
  expect(
    again.conference.replica.acts.unsent().map(({ id, envelope }) => [id, envelope.p, envelope.s]),
  ).toEqual(before)
  await again.call('link.setOffline', { conf, offline: false })
  await again.heard.until('its receipt', () => again.conference.replica.acts.receiptOf(second.act) !== null)
  expect(again.conference.replica.acts.unsent()).toEqual([])
  await again.close()
  await relay.close()
})

test('[M8.c] a device restored from an old copy finds out before it signs a second history', async () => {
  using folder = temporaryFolder('refused')
  const relay = await relayWith()
  const { conf } = relay.conference
  const hat = relay.conference.key('PPT').id
  const own = path.join(folder.path, 'PPT+CL')
  const copy = path.join(folder.path, 'copy')
  const parties = (device: Device, list: ('AR' | 'CL' | 'PE')[]) =>
    device.call('parties.set', { conf, doc: DOC, hat, parties: list, basis: 'present' })
  try {
    const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
    await chair.call('link.setOffline', { conf, offline: true })
    await chair.close()
    cpSync(own, copy, { recursive: true })
    const later = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'], apart: true })
    await later.call('link.setOffline', { conf, offline: false })
    await later.online()
    const good = await parties(later, ['AR', 'CL'])
    await later.heard.until('its receipt', () => later.conference.replica.acts.receiptOf(good.act) !== null)
    await later.close()
    rmSync(own, { recursive: true })
    cpSync(copy, own, { recursive: true })

    const restored = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'], apart: true })
    // Out of reach nobody can tell it; what it signs has the number of what it has forgotten.
    const lost = await parties(restored, ['PE'])
    await restored.call('link.setOffline', { conf, offline: false })
    await restored.online()
    await restored.heard.until('the withdrawal', () => restored.conference.replica.acts.unsent().length === 0)
    await restored.heard.until('what it had forgotten', () =>
      restored.conference.replica.acts.set.has(good.act),
    )
    expect(restored.conference.replica.acts.set.has(lost.act)).toBe(false)
    expect(restored.conference.replica.acts.set.forks([`doc/${DOC}`])).toEqual([])
    await restored.heard.until('a draft', () => restored.conference.replica.drafts.list().length === 1)
    expect(await restored.call('drafts.list', { conf })).toMatchObject([{ reason: 'badSequence' }])
    expect(restored.heard.all.some(({ name }) => name === 'conference.reset')).toBe(true)
    const next = await parties(restored, ['AR', 'CL', 'PE'])
    await restored.heard.until(
      'its receipt',
      () => restored.conference.replica.acts.receiptOf(next.act) !== null,
    )
    await restored.close()
    const again = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
    expect(again.conference.replica.acts.set.has(lost.act)).toBe(false)
    expect(again.conference.replica.document(DOC)?.parties).toEqual(['AR', 'CL', 'PE'])
    await again.close()
  } finally {
    await relay.close()
  }
})
