import { afterAll, describe, expect, it } from 'vitest'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { root } from '#build/paths.ts'
import { CERT, KEY } from '#test/fixtures/certificate.ts'
import { runInvite } from '#server/commands/invite.ts'
import { foundConference, PlainRefused, relayPublicKey, startRelay } from '#server/embed.ts'
import { readInvitation } from '#shared/sync/invitation.ts'
import { CLOSE } from '#shared/sync/protocol.ts'
import { foundingActs, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { joinRoom } from '#test/kit/device.ts'
import { asLines, relayProcess, temporaryData } from '#test/kit/relay.ts'
import { compiledRelay } from '#test/kit/relay-program.ts'

const run = promisify(execFile)
const { program, remove } = await compiledRelay()
const relay = (...args: string[]) => run(process.execPath, [program, ...args], { cwd: root })

const folders: string[] = []
const folder = async (): Promise<string> => {
  const path = await temporaryData()
  folders.push(path)
  return path
}
afterAll(async () => {
  await Promise.all(folders.map((path) => rm(path, { recursive: true, force: true })))
  await remove()
})

describe('the relay as a program', () => {
  it('[S9.b] is founded, invites and starts from the command line', async () => {
    const data = await folder()
    const { publicKey } = JSON.parse((await relay('key', '--data', data)).stdout) as { publicKey: string } // printed by `key`
    const conference = foundingActs(publicKey)
    const file = join(data, 'acts.jsonl')
    await writeFile(file, asLines(conference.envelopes()))
    const created: unknown = JSON.parse((await relay('create', '--data', data, '--acts', file)).stdout)
    expect(created).toEqual({ conf: conference.conf, title: 'XX Conferencia' })

    const running = await relayProcess(data, { program })
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
    await foundConference(data, conference.envelopes())
    const answering = { conf: conference.conf, room: TEXT_ROOM, keys: [conference.key('PPT')] }
    const running = await relayProcess(data, { program })
    const device = await joinRoom(running.address, answering)
    await device.acknowledged(device.type('hasta aquí'))
    expect(await running.stop()).toBe(0)
    expect((await device.wire.end()).code).toBe(CLOSE.goingAway)
    const again = await relayProcess(data, { program })
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

  it('[S9.c] with a certificate of its own it speaks TLS, and invitations carry the certificate’s hash', async () => {
    const data = await folder()
    const conference = foundingActs(await relayPublicKey(data))
    await foundConference(data, conference.envelopes())
    const relay = await startRelay({ data, tls: { cert: CERT, key: KEY } })
    const invitation = readInvitation(await runInvite(data, { role: 'secretariat' }))
    expect(invitation?.relay).toMatch(/^wss:/)
    const ws = new WebSocket(`${relay.address}/${conference.conf}/acts`, { rejectUnauthorized: false })
    const [request] = (await once(ws, 'upgrade')) as [IncomingMessage] // the one argument of this event
    const { socket } = request
    const shown = socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : ''
    expect(invitation?.pin).toBe(shown.replaceAll(':', '').toLowerCase())
    ws.close()
    await once(ws, 'close')
    await relay.close()
  })
})
