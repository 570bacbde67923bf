import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Profile } from '#main/profile/profile.ts'
import { newPeer, openPeer } from '#main/conference/peer.ts'
import { openCatalogue } from '#main/store/catalogue.ts'
import { realDisk } from '#main/store/disk.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { DOC } from '#test/kit/conference-acts.ts'
import { relayWith } from '#test/kit/relay.ts'
import { caller, deviceOf, openProfile, seedOf, TOLD_DAMAGE } from './device.ts'
import { listen, surroundings } from './surroundings.ts'

const CONFS = ['1'.repeat(32), '2'.repeat(32), '3'.repeat(32)]

/** Conferences as the list shows them, and whose keys are in them. */
const listOf = (profile: Profile): string[] =>
  profile
    .list()
    .map(({ conf, title, hats }) => `${conf.slice(0, 1)} ${title} ${hats.map(({ label }) => label).join()}`)
    .sort()

const WHOLE = ['1 Conference 1 hat', '2 Conference 2 hat', '3 Conference 3 hat']

async function withThree(folder: string): Promise<void> {
  const profile = await openProfile(folder, listen())
  for (const [n, conf] of CONFS.entries()) {
    const title = `Conference ${String(n + 1)}`
    const peer = newPeer({ conf, title, relay: 'ws://127.0.0.1:9', relayKey: 'k', pin: null })
    const conference = await profile.add(peer, false)
    await conference?.setOffline(true)
    await conference?.hats.adopt(seedOf(conf), 'hat')
  }
  await profile.close()
}

async function opened(folder: string): Promise<{ list: string[]; damaged: readonly string[] }> {
  const profile = await openProfile(folder, listen())
  const found = { list: listOf(profile), damaged: profile.damaged }
  await profile.close()
  return found
}

const foldersIn = (folder: string): string[] => readdirSync(path.join(folder, 'conferences')).sort()

test('[M3.c] whatever becomes of the catalogue, its conferences are found again by their own records', async () => {
  using temporary = temporaryFolder('catalogue')
  const folder = temporary.path
  await withThree(folder)
  const folders = foldersIn(folder)
  const file = path.join(folder, 'catalogue.json')
  const whole = readFileSync(file)
  const harm: (readonly [string, Buffer | null])[] = [['deleted', null]]
  for (let at = 0; at < whole.length; at += 5) {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ 1
    harm.push([`bit flipped at ${String(at)}`, flipped])
  }
  for (let size = 0; size < whole.length; size += 40)
    harm.push([`cut at ${String(size)}`, whole.subarray(0, size)])
  let setAside = 0
  for (const [what, content] of harm) {
    if (content === null) rmSync(file)
    else writeFileSync(file, content)
    const { list, damaged } = await opened(folder)
    expect(list, what).toEqual(WHOLE)
    for (const kept of damaged) {
      setAside += 1
      expect(readFileSync(kept), what).toEqual(content)
    }
    // made again on the disk too, by one start
    const { conferences } = await openCatalogue(realDisk, folder, 'es')
    expect(
      conferences
        .read()
        .conferences.map(({ conf }) => conf)
        .sort(),
      what,
    ).toEqual(CONFS)
    expect(foldersIn(folder), what).toEqual(folders)
  }
  expect(setAside).toBeGreaterThan(harm.length / 2)
})

test('the harm done to the catalogue is real: read by itself it lists fewer conferences (negative control)', async () => {
  using temporary = temporaryFolder('catalogue')
  const folder = temporary.path
  await withThree(folder)
  const file = path.join(folder, 'catalogue.json')
  writeFileSync(file, readFileSync(file).subarray(0, 40))
  const { conferences } = await openCatalogue(realDisk, folder, 'es')
  expect(conferences.read().conferences).toEqual([])
})

test('[M3.c] nothing is taken for a conference that is sealed by another, empty, or what a joining left', async () => {
  using temporary = temporaryFolder('catalogue')
  using elsewhere = temporaryFolder('catalogue')
  const folder = temporary.path
  await withThree(folder)
  await withThree(elsewhere.path)
  const [foreign = ''] = foldersIn(elsewhere.path)
  const strays = path.join(folder, 'conferences')
  await realDisk.makeFolder(path.join(strays, 'a'.repeat(16)))
  await realDisk.rename(path.join(elsewhere.path, 'conferences', foreign), path.join(strays, 'b'.repeat(16)))
  const profile = await openProfile(folder, listen())
  const state = profile.vault.state()
  if (state.kind !== 'open') throw new Error('the vault is not open')
  // a joining cut short before its key was stored
  const left = await openPeer(realDisk, path.join(strays, 'c'.repeat(16), 'peer'), state.masterKey)
  await left.write(
    newPeer({ conf: '4'.repeat(32), title: 'Left', relay: 'ws://x', relayKey: 'k', pin: null }),
  )
  await left.close()
  await profile.close()
  rmSync(path.join(folder, 'catalogue.json'))
  const before = readFileSync(path.join(strays, 'b'.repeat(16), 'peer'))
  expect((await opened(folder)).list).toEqual(WHOLE)
  expect(readFileSync(path.join(strays, 'b'.repeat(16), 'peer'))).toEqual(before)
})

test('[M3.d] a conference whose relay cannot be read any more is reported, and comes back with its keys', async () => {
  using temporary = temporaryFolder('catalogue')
  const folder = temporary.path
  await withThree(folder)
  const folders = foldersIn(folder)
  const [first = ''] = folders
  const file = path.join(folder, 'conferences', first, 'peer')
  const harmed = readFileSync(file)
  harmed[harmed.length - 1] = (harmed[harmed.length - 1] ?? 0) ^ 1
  writeFileSync(file, harmed)
  const profile = await openProfile(folder, listen())
  expect(profile.damaged).toEqual([`${file}.damaged-1`])
  const lost = profile.list().find(({ title }) => title === '')
  if (lost === undefined) throw new Error('it is not in the list')
  const peer = newPeer({
    conf: lost.conf,
    title: 'Again',
    relay: 'ws://127.0.0.1:9',
    relayKey: 'k',
    pin: null,
  })
  const again = await profile.add(peer, false)
  expect(again?.hats.list().map(({ label }) => label)).toEqual(['hat'])
  expect(profile.list()).toHaveLength(3)
  await profile.close()
  expect(foldersIn(folder)).toEqual(folders)
})

test('[M3.d] with catalogue and relay both unreadable, the first act still says which conference it is', async () => {
  using temporary = temporaryFolder('catalogue')
  const relay = await relayWith()
  const device = await deviceOf({ relay, folder: temporary.path, people: ['AR'] })
  await device.synced(DOC)
  const acts = device.conference.replica.acts.admitted().length
  await device.close()
  const folder = path.join(temporary.path, 'AR')
  const [only = ''] = foldersIn(folder)
  writeFileSync(path.join(folder, 'catalogue.json'), '{')
  writeFileSync(path.join(folder, 'conferences', only, 'peer'), 'torn')
  const { conf, relayKey } = relay.conference
  const profile = await openProfile(folder, listen())
  expect(profile.list().map((entry) => entry.conf)).toEqual([conf])
  const peer = newPeer({ conf, title: 'XX', relay: relay.address, relayKey, pin: null })
  const again = await profile.add(peer, false)
  expect(again?.replica.acts.admitted()).toHaveLength(acts)
  expect(again?.hatList().map(({ member }) => member?.role)).toEqual(['delegate'])
  await profile.close()
  await relay.close()
})

test('[M3.e] what is found damaged when the passphrase opens the records is told then', async () => {
  using temporary = temporaryFolder('catalogue')
  const folder = temporary.path
  await withThree(folder)
  const [first = ''] = foldersIn(folder)
  const file = path.join(folder, 'conferences', first, 'hats')
  writeFileSync(file, 'torn')
  const heard = listen()
  const options = { ...surroundings(heard.emit), folder, keyring: null, language: 'es' } as const
  const profile = await Profile.open(options)
  const device = caller(profile, heard)
  TOLD_DAMAGE.length = 0
  expect(await device.call('vault.open', { passphrase: 'another' })).toBe(false)
  expect(TOLD_DAMAGE).toEqual([])
  expect(await device.call('vault.open', { passphrase: 'altiplano' })).toBe(true)
  expect(TOLD_DAMAGE).toEqual([`${file}.damaged-1`])
  await profile.close()
})
