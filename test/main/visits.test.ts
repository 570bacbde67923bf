import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/kit/folder.ts'
import { caller, openProfile } from './device.ts'
import { listen } from './surroundings.ts'

const [ONE, OTHER] = ['1'.repeat(32), '2'.repeat(32)]
const at = '2022-09-20T18:00:00.000Z'
const visit = (seen: string) => ({ seen, at })

test('[V53.c] how far a document was read stays on the device, each document by itself', async () => {
  using temporary = temporaryFolder('visits')
  const heard = listen()
  const before = await openProfile(temporary.path, heard)
  const first = caller(before, heard)
  expect(await first.call('visit.read', { conf: ONE, doc: 'a' })).toBeNull()
  // both at once: neither takes the other's place
  await Promise.all([
    first.call('visit.note', { conf: ONE, doc: 'a', visit: visit('2022-09-19T10:00:00.000Z') }),
    first.call('visit.note', { conf: ONE, doc: 'b', visit: visit('2022-09-19T11:00:00.000Z') }),
    first.call('visit.note', { conf: OTHER, doc: 'a', visit: visit('2022-09-19T12:00:00.000Z') }),
  ])
  await before.close()

  const after = await openProfile(temporary.path, heard)
  const then = caller(after, heard)
  const seen = async (conf: string, doc: string) =>
    (await then.call('visit.read', { conf, doc }))?.seen ?? null
  expect(await seen(ONE, 'a')).toBe('2022-09-19T10:00:00.000Z')
  expect(await seen(ONE, 'b')).toBe('2022-09-19T11:00:00.000Z')
  expect(await seen(OTHER, 'a')).toBe('2022-09-19T12:00:00.000Z')
  expect(await seen(OTHER, 'b')).toBeNull()
  await after.close()
})

test('[V53.c] a damaged file is set aside: every visit is a first one again', async () => {
  using temporary = temporaryFolder('visits')
  writeFileSync(path.join(temporary.path, 'visits.json'), '{"1": "not a visit"')
  const heard = listen()
  const profile = await openProfile(temporary.path, heard)
  expect(await caller(profile, heard).call('visit.read', { conf: ONE, doc: 'a' })).toBeNull()
  expect(profile.damaged.join()).toContain('visits')
  await profile.close()
})
