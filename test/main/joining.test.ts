import path from 'node:path'
import { expect, test } from 'vitest'
import { runInvite } from '#server/commands/invite.ts'
import { readInvitation, writeInvitation } from '#shared/sync/invitation.ts'
import { writeLockedKeys } from '#main/identity/locked-keys.ts'
import { realDisk } from '#main/store/disk.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith } from '#test/kit/relay.ts'
import { caller, deviceOf, openProfile, seedOf } from './device.ts'
import { listen } from './surroundings.ts'

const ROOT_PASSPHRASE = 'volcán'

test('[M9.a] an invitation makes a key here, waits for the Secretariat, and becomes a hat by its signature', async () => {
  using folder = temporaryFolder('joining')
  const relay = await relayWith()
  const { conf } = relay.conference
  const root = path.join(folder.path, 'root.json')
  await writeLockedKeys(realDisk, root, [{ seed: seedOf('root'), label: 'root' }], ROOT_PASSPHRASE, 1024)
  const secretariat = await deviceOf({
    ...{ relay, folder: folder.path, people: ['ST'] },
    root: { disk: realDisk, file: root, passphrase: null },
  })
  const invitation = await runInvite(relay.data, { role: 'delegate', country: 'BO', capacity: 'focalPoint' })
  const own = path.join(folder.path, 'bolivia')
  const heard = listen()
  const profile = await openProfile(own, heard)
  const bolivia = caller(profile, heard)
  try {
    expect(await bolivia.call('invitation.read', { invitation })).toMatchObject({
      conf,
      member: { role: 'delegate', country: 'BO' },
      host: new URL(relay.address).host,
    })
    const asked = secretariat.heard.next('enrolments')
    const { fingerprint } = await bolivia.call('invitation.join', { invitation, label: 'Cancillería' })
    await asked
    const pending = await secretariat.call('enrolments.list', { conf })
    expect(pending).toMatchObject([
      { fingerprint, label: 'Cancillería', state: 'pending', member: { country: 'BO' } },
    ])
    expect((await bolivia.call('conference.open', { conf })).hats).toMatchObject([{ member: null }])

    const id = pending[0]?.id ?? ''
    expect(await secretariat.try('enrolments.settle', { conf, id, approve: true })).toMatchObject({
      ok: false,
      error: { message: 'failure.rootLocked' },
    })
    expect(
      await secretariat.try('enrolments.settle', { conf, id, approve: true, passphrase: 'otra' }),
    ).toMatchObject({ ok: false })
    await secretariat.call('enrolments.settle', { conf, id, approve: true, passphrase: ROOT_PASSPHRASE })
    await heard.until('a hat', () => profile.conference(conf)?.hatList()[0]?.member !== null)
    expect(profile.list()).toMatchObject([
      {
        conf,
        title: 'XX Conferencia',
        hats: [{ member: { role: 'delegate', country: 'BO', capacity: 'focalPoint' } }],
      },
    ])
    await secretariat.heard.until(
      'settled',
      () => secretariat.conference.enrolments()[0]?.state === 'approved',
    )
    expect(await bolivia.try('invitation.join', { invitation, label: 'otro equipo' })).toMatchObject({
      ok: false,
    })
  } finally {
    await profile.close()
    await secretariat.close()
    await relay.close()
  }
})

test('[M9.b] a device that waits for the Secretariat goes on waiting after it was closed', async () => {
  using folder = temporaryFolder('joining')
  const relay = await relayWith()
  const { conf } = relay.conference
  const root = path.join(folder.path, 'root.json')
  await writeLockedKeys(realDisk, root, [{ seed: seedOf('root'), label: 'root' }], ROOT_PASSPHRASE, 1024)
  const secretariat = await deviceOf({
    ...{ relay, folder: folder.path, people: ['ST'] },
    root: { disk: realDisk, file: root, passphrase: ROOT_PASSPHRASE },
  })
  const invitation = await runInvite(relay.data, { role: 'observer', organisation: 'Observadores' })
  const own = path.join(folder.path, 'observer')
  const first = await openProfile(own, listen())
  await caller(first, listen()).call('invitation.join', { invitation, label: '' })
  await first.close()
  await secretariat.heard.until('the request', () => secretariat.conference.enrolments().length === 1)
  const id = secretariat.conference.enrolments()[0]?.id ?? ''
  await secretariat.call('enrolments.settle', { conf, id, approve: true })
  const heard = listen()
  const again = await openProfile(own, heard)
  await heard.until('a hat', () => again.conference(conf)?.hatList()[0]?.member?.role === 'observer')
  await again.close()
  await secretariat.close()
  await relay.close()
})

test('[M9.c] nothing is kept of an invitation that is damaged, unknown, or leads somewhere unsafe', async () => {
  using folder = temporaryFolder('joining')
  const relay = await relayWith()
  const heard = listen()
  const profile = await openProfile(path.join(folder.path, 'nobody'), heard)
  const { try: ask } = caller(profile, heard)
  try {
    const good = readInvitation(await runInvite(relay.data, { role: 'secretariat' }))
    if (good === null) throw new Error('no invitation')
    const bad = [
      ['consenso://join?i=zzzz', 'failure.badInvitation'],
      [
        writeInvitation({ ...good, code: `${good.code.split('.')[0] ?? ''}.${'A'.repeat(22)}` }),
        'refusal.badInvitation',
      ],
      [writeInvitation({ ...good, relay: 'ws://relay.example.org:80' }), 'failure.insecureAddress'],
      [writeInvitation({ ...good, relay: 'ws://127.0.0.1:9' }), 'failure.unreachable'],
      [writeInvitation({ ...good, relayKey: 'A'.repeat(43) }), 'failure.unreachable'],
    ] as const
    for (const [invitation, message] of bad) {
      const reply = await ask('invitation.join', { invitation, label: '' })
      expect(reply, message).toMatchObject({ ok: false, error: { message } })
    }
    expect(profile.list()).toEqual([])
  } finally {
    await profile.close()
    await relay.close()
  }
})
