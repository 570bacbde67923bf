import path from 'node:path'
import { expect, test } from 'vitest'
import { runInvite } from '#server/commands/invite.ts'
import { readInvitation, writeInvitation } from '#shared/sync/invitation.ts'
import { writeLockedKeys } from '#main/identity/locked-keys.ts'
import { realDisk } from '#main/store/disk.ts'
import { CERT, KEY } from '#test/fixtures/certificate.ts'
import { DOC } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { caller, deviceOf, openProfile, seedOf } from './device.ts'
import { listen } from './surroundings.ts'

const PASSPHRASE = 'volcán'
/** As long as a pin, and nobody's. */
const OTHER = 'a'.repeat(64)
const secureRelay = (): Promise<TestRelay> => relayWith({}, { tls: { cert: CERT, key: KEY } })

test('[M9.d] an invitation’s pin opens the way to a relay with a certificate of its own, then and after a restart', async () => {
  using folder = temporaryFolder('certificate')
  const relay = await secureRelay()
  const { conf } = relay.conference
  const file = path.join(folder.path, 'root.json')
  await writeLockedKeys(realDisk, file, [{ seed: seedOf('root'), label: 'root' }], PASSPHRASE, 1024)
  const secretariat = await deviceOf({
    ...{ relay, folder: folder.path, people: ['ST'], pin: relay.running.pin },
    root: { disk: realDisk, file, passphrase: PASSPHRASE },
  })
  const invitation = await runInvite(relay.data, { role: 'delegate', country: 'AR', capacity: 'focalPoint' })
  const own = path.join(folder.path, 'argentina')
  const first = await openProfile(own, listen())
  try {
    await caller(first, listen()).call('invitation.join', { invitation, label: '' })
    await secretariat.heard.until('the request', () => secretariat.conference.enrolments().length === 1)
    const id = secretariat.conference.enrolments()[0]?.id ?? ''
    await secretariat.call('enrolments.settle', { conf, id, approve: true })
    await first.close()

    const heard = listen()
    const again = await openProfile(own, heard)
    await heard.until('a hat', () => again.conference(conf)?.hatList()[0]?.member?.role === 'delegate')
    // Its rooms have sockets of their own, each of which shows the same certificate.
    await heard.until('synced', () => {
      const document = again
        .conference(conf)
        ?.sync()
        .documents.find(({ doc }) => doc === DOC)
      return document?.acknowledged === true
    })
    await again.close()
  } finally {
    await secretariat.close()
    await relay.close()
  }
})

test('[M9.d] nothing is kept of an invitation whose pin is another certificate’s, or that has none', async () => {
  using folder = temporaryFolder('certificate')
  const relay = await secureRelay()
  const heard = listen()
  const profile = await openProfile(path.join(folder.path, 'nobody'), heard)
  try {
    const good = readInvitation(await runInvite(relay.data, { role: 'secretariat' }))
    if (good === null) throw new Error('no invitation')
    const { try: ask } = caller(profile, heard)
    for (const pin of [OTHER, null]) {
      const invitation = writeInvitation({ ...good, pin })
      expect(await ask('invitation.join', { invitation, label: '' })).toMatchObject({
        ok: false,
        error: { code: 'refused', message: 'refusal.badCertificate' },
      })
    }
    expect(profile.list()).toEqual([])
    const invitation = writeInvitation(good)
    expect(await ask('invitation.join', { invitation, label: '' })).toMatchObject({ ok: true })
  } finally {
    await profile.close()
    await relay.close()
  }
})

test.each([
  ['another certificate', OTHER],
  ['one that nobody vouches for', null],
])('[M9.d] %s is turned away from in everyday use, and the window can say so', async (_, pin) => {
  using folder = temporaryFolder('certificate')
  const relay = await secureRelay()
  const device = await deviceOf({ relay, folder: folder.path, people: ['AR'], apart: true, pin })
  try {
    await device.heard.until('the reason', () => device.conference.link.state().kind === 'refused')
    expect(device.conference.sync().link).toMatchObject({ kind: 'refused', code: 'badCertificate' })
    expect(device.conference.replica.acts.set.size).toBe(0)
  } finally {
    await device.close()
    await relay.close()
  }
})
