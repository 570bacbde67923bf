import { expect, test } from 'vitest'
import type { AdmittedAct } from '#shared/ipc/contract.ts'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, openProfile, type Device } from './device.ts'
import { listen } from './surroundings.ts'
import { heldText, openPage } from './writing.ts'

const SEED = 'other '

/** Peru in two conferences on two relays, whose documents and rooms have the same names; and each one's Chair. */
async function inTwo(folder: string) {
  const here = await relayWith({ draftingGroup: ['CL', 'PE'] })
  const there = await relayWith({ draftingGroup: ['CL', 'PE'], seed: SEED })
  const chairs = {
    here: await deviceOf({ relay: here, folder, people: ['PPT', 'CL'] }),
    there: await deviceOf({ relay: there, folder, people: ['PPT', 'CL'], seed: SEED }),
  }
  const first = await deviceOf({ relay: here, folder, people: ['PE'] })
  const second = await deviceOf({ relay: there, folder, people: ['PE'], seed: SEED, within: first })
  return { here, there, chairs, first, second }
}

type Two = Awaited<ReturnType<typeof inTwo>>

async function closeAll({ here, there, chairs, first }: Two): Promise<void> {
  for (const device of [chairs.here, chairs.there, first]) await device.close()
  for (const relay of [here, there]) await relay.close()
}

const confOf = (relay: TestRelay): string => relay.conference.conf

/** Ids of acts told to the windows of one conference. */
function told({ heard }: Device, conf: string): string[] {
  return heard.all.flatMap(({ name, data }) => {
    if (name !== 'acts') return []
    const { conf: of, acts } = data as { conf: string; acts: AdmittedAct[] } // emitted under this name
    return of === conf ? acts.map(({ id }) => id) : []
  })
}

test('[M7.g] a profile in two conferences keeps their acts and words apart', async () => {
  using folder = temporaryFolder('two')
  const two = await inTwo(folder.path)
  const { here, there, chairs, first, second } = two
  const [ours, theirs] = [await openPage(chairs.here, TEXT_ROOM), await openPage(chairs.there, TEXT_ROOM)]
  const [inFirst, inSecond] = [await openPage(first, TEXT_ROOM), await openPage(second, TEXT_ROOM)]
  await ours.type('Aquí. ')
  await theirs.type('Allá. ')
  await first.heard.until('both', () => inFirst.text() !== '' && inSecond.text() !== '')
  expect([inFirst.text(), inSecond.text()]).toEqual(['Aquí. ', 'Allá. '])
  await inFirst.type('Desde Lima aquí.')
  await inSecond.type('Desde Lima allá.')
  await chairs.here.heard.until('here', () => ours.text() === 'Aquí. Desde Lima aquí.')
  await chairs.there.heard.until('there', () => theirs.text() === 'Allá. Desde Lima allá.')
  await first.synced(DOC)
  await second.synced(DOC)

  const hat = there.conference.key('PPT').id
  await chairs.there.call('negotiation.open', { conf: confOf(there), doc: DOC, hat })
  const stageOf = ({ conference }: Device) => conference.replica.document(DOC)?.stage
  await second.heard.until('negotiation there', () => stageOf(second) === 'negotiation')
  expect(stageOf(first)).toBe('jointDrafting')
  const acts = [first, second].map((device) => device.conference.replica.acts.admitted().map(({ id }) => id))
  expect(acts[0]?.filter((id) => acts[1]?.includes(id))).toEqual([])
  for (const [at, relay] of [here, there].entries()) {
    expect(told(first, confOf(relay)).filter((id) => acts[at]?.includes(id) !== true)).toEqual([])
  }
  expect(told(first, confOf(there)).length).toBeGreaterThan(0)
  // a key of one conference does nothing in the other
  const foreign = { conf: confOf(here), doc: DOC, hat: second.conference.hatList()[0]?.key ?? '' }
  expect(await first.try('stage.set', { ...foreign, to: 'preparation', reason: 'x' })).toMatchObject({
    ok: false,
  })

  await first.close()
  const again = await openProfile(`${folder.path}/PE`, listen())
  const words = [here, there].map((relay) => {
    const conference = again.conference(confOf(relay))
    return conference === undefined ? null : heldText({ ...first, conference }, TEXT_ROOM)
  })
  expect(words).toEqual(['Aquí. Desde Lima aquí.', 'Allá. Desde Lima allá.'])
  await again.close()
  await closeAll(two)
})

test('[M7.g] one conference that is offline, by choice or because its relay is away, does not touch the other', async () => {
  using folder = temporaryFolder('two')
  const two = await inTwo(folder.path)
  const { here, there, chairs, first, second } = two
  const theirs = await openPage(chairs.there, TEXT_ROOM)
  const [inFirst, inSecond] = [await openPage(first, TEXT_ROOM), await openPage(second, TEXT_ROOM)]
  await first.call('link.setOffline', { conf: confOf(here), offline: true })
  await inFirst.type('Apartado. ')
  await theirs.type('Mientras. ')
  await second.heard.until('words while the other is apart', () => inSecond.text() === 'Mientras. ')
  await inSecond.type('Sí. ')
  await second.synced(DOC)
  expect(first.conference.sync()).toMatchObject({
    link: { kind: 'offline', chosen: true },
    documents: [{ doc: DOC, unsent: 1, acknowledged: false }],
  })
  expect(second.conference.sync()).toMatchObject({
    link: { kind: 'online' },
    documents: [{ doc: DOC, unsent: 0, acknowledged: true }],
  })
  expect(first.profile.list().map(({ conf, unsent }) => [conf, unsent])).toEqual([
    [confOf(here), 1],
    [confOf(there), 0],
  ])

  await there.running.close()
  await second.heard.until('the relay away', () => second.conference.link.state().kind !== 'online')
  await first.call('link.setOffline', { conf: confOf(here), offline: false })
  await first.online()
  await first.synced(DOC)
  await inSecond.type('Solo. ')
  expect(second.conference.sync()).toMatchObject({ documents: [{ unsent: 1, acknowledged: false }] })
  expect(first.conference.sync()).toMatchObject({ documents: [{ unsent: 0, acknowledged: true }] })
  await closeAll(two)
})
