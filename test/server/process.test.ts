import { afterAll, describe, expect, it } from 'vitest'
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#build/paths.ts'
import { PlainRefused, relayPublicKey, startRelay } from '#server/embed.ts'
import { readInvitation } from '#shared/sync/invitation.ts'
import { CLOSE } from '#shared/sync/protocol.ts'
import { foundingActs, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { joinRoom } from '#test/kit/device.ts'
import { asLines, relayProcess, temporaryData } from '#test/kit/relay.ts'

const run = promisify(execFile)
const relay = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...args], { cwd: root })

const folders: string[] = []
const folder = async (): Promise<string> => {
  const path = await temporaryData()
  folders.push(path)
  return path
}
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))))

describe('the relay as a program', () => {
  it('[S9.b] is founded, invites and starts from the command line', async () => {
    const data = await folder()
    const { publicKey } = JSON.parse((await relay('key', '--data', data)).stdout) as { publicKey: string } // printed by `key`
    const conference = foundingActs(publicKey)
    const file = join(data, 'acts.jsonl')
    await writeFile(file, asLines(conference.envelopes()))
    const created: unknown = JSON.parse((await relay('create', '--data', data, '--acts', file)).stdout)
    expect(created).toEqual({ conf: conference.conf, title: 'XX Conferencia' })

    const running = await relayProcess(data)
    const invited = await relay(
      ...['invite', '--data', data, '--role', 'delegate', '--country', 'EC', '--capacity', 'focalPoint'],
    )
    expect(readInvitation(invited.stdout)).toMatchObject({
      ...{ conf: conference.conf, relay: running.address, relayKey: publicKey },
      member: { role: 'delegate', country: 'EC', capacity: 'focalPoint' },
    })
    await expect(relay('invite', '--data', data, '--role', 'delegate', '--country', 'XX')).rejects.toThrow(
      'country',
    )

    const second = relay('--data', data)
    await expect(second).rejects.toMatchObject({ code: 1 })
    await expect(second).rejects.toThrow('another relay is running')
    expect(await running.stop()).toBe(0)
  })

  it('[S2.e] closes cleanly on SIGTERM: members are told, everything is there afterwards', async () => {
    const data = await folder()
    const conference = foundingActs(await relayPublicKey(data))
    const { foundConference } = await import('#server/embed.ts')
    await foundConference(data, conference.envelopes())
    const answering = { conf: conference.conf, room: TEXT_ROOM, keys: [conference.key('PPT')] }
    const running = await relayProcess(data)
    const device = await joinRoom(running.address, answering)
    await device.acknowledged(device.type('hasta aquí'))
    expect(await running.stop()).toBe(0)
    expect((await device.wire.end()).code).toBe(CLOSE.goingAway)
    const again = await relayProcess(data)
    const late = await joinRoom(again.address, answering)
    expect(late.text()).toBe('hasta aquí')
    await late.close()
    expect(await again.stop()).toBe(0)
  })

  it('[S2.d] a second relay on the same data does not start, in this process or another', async () => {
    const data = await folder()
    const first = await startRelay({ data })
    await expect(startRelay({ data })).rejects.toThrow('another relay is running')
    await expect(relay('--data', data)).rejects.toThrow('another relay is running')
    await first.close()
    await first.close()
    await (await startRelay({ data })).close()
  })

  it('[S9.c] without a certificate it listens on this machine only, unless told that this is meant', async () => {
    const data = await folder()
    await expect(startRelay({ data, host: '0.0.0.0' })).rejects.toThrow(PlainRefused)
    await (await startRelay({ data, host: '0.0.0.0', plain: true })).close()
  })
})
