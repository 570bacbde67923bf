import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '#build/paths.ts'
import { runCreate } from '#server/commands/create.ts'
import { runInvite } from '#server/commands/invite.ts'
import { relayPublicKey, startRelay } from '#server/embed.ts'
import { silentLog } from '#server/log.ts'
import { readPlan } from '#main/founding/plan.ts'
import { realDisk } from '#main/store/disk.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { caller, openProfile } from './device.ts'
import { listen } from './surroundings.ts'

const PASSPHRASE = 'cordillera sin niebla'
const run = promisify(execFile)

/** The command line as a program of its own. */
const consenso = (words: readonly string[], passphrase = PASSPHRASE) =>
  run(process.execPath, ['--import', 'tsx', 'main/cli.ts', ...words], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'es_CL.UTF-8', CONSENSO_PASSPHRASE: passphrase },
  })

const words = (out: string, relayKey: string): readonly string[] => [
  ...['found', '--out', out, '--relay-key', relayKey, '--title', 'XXI Conferencia', '--edition', 'XXI'],
  ...['--title-pt', 'XXI Conferência', '--title-en', 'XXI Conference', '--motto', 'Juntos'],
  ...['--ppt', 'PE', '--presidencies', 'CL,PE,UY'],
]

test('[M10.a] a conference is founded, its Secretariat comes in by the root key, and lets a delegation in', async () => {
  using folder = temporaryFolder('founding')
  const at = (name: string): string => path.join(folder.path, name)
  const data = at('relay')
  const founding = at('founding')
  await realDisk.makeFolder(data)
  await consenso(words(founding, await relayPublicKey(data)))
  const { conf, title } = await runCreate(data, path.join(founding, 'acts.jsonl'), silentLog)
  expect(title).toBe('XXI Conferencia')
  const relay = await startRelay({ data })
  const rootFile = path.join(founding, 'root.json')
  const heard = listen()
  const profile = await openProfile(at('secretariat'), heard)
  const secretariat = caller(
    profile,
    heard,
    () => ({ disk: realDisk, file: profile.rootFile(conf), passphrase: null }),
    () => readFile(rootFile),
  )
  const far = listen()
  const own = await openProfile(at('uruguay'), far)
  const uruguay = caller(own, far)
  try {
    const first = await runInvite(data, { role: 'secretariat' })
    const { fingerprint } = await secretariat.call('invitation.join', { invitation: first, label: 'OIM' })
    const approve = ['approve', '--dir', founding, '--relay', relay.address]
    expect((await consenso(approve)).stdout).toContain(fingerprint)
    expect(profile.conference(conf)?.hatList()).toMatchObject([{ member: null }])
    await consenso([...approve, '--fingerprint', fingerprint])
    await heard.until('a hat', () => profile.conference(conf)?.hatList()[0]?.member?.role === 'secretariat')

    const invitation = await runInvite(data, { role: 'delegate', country: 'UY', capacity: 'focalPoint' })
    await uruguay.call('invitation.join', { invitation, label: 'Cancillería' })
    const pending = () =>
      profile
        .conference(conf)
        ?.enrolments()
        .find(({ state }) => state === 'pending')
    await heard.until('the request', () => pending() !== undefined)
    const settle = { conf, id: pending()?.id ?? '', approve: true }

    expect(await secretariat.call('root.state', { conf })).toBe('absent')
    expect(await secretariat.try('enrolments.settle', { ...settle, passphrase: PASSPHRASE })).toMatchObject({
      error: { message: 'failure.rootAbsent' },
    })
    expect(await secretariat.call('root.import', { conf })).toBe('locked')
    const before = profile.conference(conf)?.replica.acts.admitted().length
    expect(await secretariat.try('enrolments.settle', { ...settle, passphrase: 'otra cosa' })).toMatchObject({
      error: { message: 'failure.rootPassphrase' },
    })
    expect(profile.conference(conf)?.replica.acts.admitted()).toHaveLength(before ?? -1)
    expect(pending()?.id).toBe(settle.id)
    expect(own.conference(conf)?.hatList()).toMatchObject([{ member: null }])

    await secretariat.call('enrolments.settle', { ...settle, passphrase: PASSPHRASE })
    await far.until('Uruguay is in', () => own.conference(conf)?.hatList()[0]?.member?.role === 'delegate')
    expect(own.conference(conf)?.replica.conference()).toMatchObject({
      title: { es: 'XXI Conferencia', pt: 'XXI Conferência', en: 'XXI Conference' },
      presidencies: [
        { country: 'CL', conference: 'XX' },
        { country: 'PE', conference: 'XXI' },
        { country: 'UY', conference: 'XXII', from: null },
      ],
    })
  } finally {
    await own.close()
    await profile.close()
    await relay.close()
  }
})

test('[M10.b] founding refuses what is unsound or would overwrite, in the person’s language, and leaves nothing', async () => {
  using folder = temporaryFolder('founding')
  const founding = path.join(folder.path, 'founding')
  const key = 'A'.repeat(43)
  const sound = words(founding, key)
  const refused = [
    [sound, 'corta', 'al menos 8 caracteres'],
    [[...sound, '--ppt', 'BO'], PASSPHRASE, 'BO no está'],
  ] as const
  for (const [said, passphrase, why] of refused) {
    await expect(consenso(said, passphrase), why).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(why) as string, // an asymmetric matcher
    })
    expect(await realDisk.list(founding)).toEqual([])
  }
  const plan = {
    'relay-key': key,
    title: 'XXI',
    'title-pt': 'XXI',
    'title-en': 'XXI',
    edition: 'XXI',
    ppt: 'PE',
  }
  expect(readPlan(plan, '2022-09-20')).toMatchObject({ message: 'cli.found.missing' })
  expect(readPlan({ ...plan, motto: 'Juntos', ppt: 'XX' }, '2022-09-20')).toMatchObject({
    message: 'cli.found.country',
    values: { country: 'XX' },
  })
  expect(readPlan({ ...plan, motto: 'Juntos', 'relay-key': 'llave' }, '2022-09-20')).toMatchObject({
    message: 'cli.found.relayKey',
  })
  await consenso(sound)
  const made = await readFile(path.join(founding, 'root.json'), 'utf8')
  await expect(consenso(sound)).rejects.toMatchObject({ code: 1 })
  expect(await readFile(path.join(founding, 'root.json'), 'utf8')).toBe(made)
})
