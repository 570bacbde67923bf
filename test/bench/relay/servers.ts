/** The relays that are compared, each in a process of its own on a folder of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensurePeers } from '#build/bench/peers.ts'
import { foundConference, relayPublicKey } from '#server/embed.ts'
import { DOC, foundingActs, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { compiledRelay } from '#test/kit/relay-program.ts'
import { relayProcess } from '#test/kit/relay.ts'
import { hocuspocus, ours, plain, type Speech } from './speech.ts'

export interface Serving {
  readonly pid: number
  /** How the n-th client joins the one room, or another by its number. */
  readonly speech: (client: number, room?: number) => Speech
  /** As a power cut would. */
  kill(): Promise<void>
}

export interface Contender {
  readonly name: string
  /** Whether it promises to keep what it was given. */
  readonly keeps: boolean
  /** Starting again on the same folder finds what was kept. */
  start(folder: string): Promise<Serving>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  probe.close()
  await once(probe, 'close')
  return port
}

/** Waits until the program says that it listens. */
async function startProgram(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Record<string, string> },
): Promise<{ readonly pid: number; kill(): Promise<void> }> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const exited = once(child, 'exit')
  await Promise.race([
    new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (/^(?:listening|running at)/.test(line)) resolve()
      })
    }),
    exited.then(() => {
      throw new Error(`${args.join(' ')} did not start`)
    }),
  ])
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

const roomNamed = (room?: number): string => `declaration${room === undefined ? '' : String(room)}`

function script(name: string, speech: (port: number, room: string) => Speech): Contender['start'] {
  return async (folder) => {
    const peers = await ensurePeers()
    // Beside the packages it imports.
    copyFileSync(join(import.meta.dirname, 'peers', name), join(peers, name))
    const port = await freePort()
    const program = await startProgram([name, String(port), folder], { cwd: peers })
    return { ...program, speech: (_client, room) => speech(port, roomNamed(room)) }
  }
}

function yWebsocketServer(keeps: boolean): Contender['start'] {
  return async (folder) => {
    const port = await freePort()
    const env = { HOST: '127.0.0.1', PORT: String(port), ...(keeps ? { YPERSISTENCE: folder } : {}) }
    const cwd = await ensurePeers()
    const program = await startProgram(['node_modules/y-websocket/bin/server.cjs'], { cwd, env })
    return {
      ...program,
      speech: (_client, room) => plain(`ws://127.0.0.1:${String(port)}/${roomNamed(room)}`),
    }
  }
}

const WRITERS: readonly Person[] = ['PPT', 'ST', 'CL', 'AR']

function consenso(): Contender['start'] {
  const compiled = compiledRelay()
  return async (folder) => {
    const conference = foundingActs(await relayPublicKey(folder))
    await foundConference(folder, conference.envelopes())
    const { program } = await compiled
    const { address, child, kill } = await relayProcess(folder, { program })
    const { conf, key } = conference
    const writer = (client: number) => WRITERS[client % WRITERS.length] ?? 'PPT'
    return {
      pid: child.pid ?? 0,
      kill,
      speech: (client, room) =>
        room === undefined
          ? ours(address, { conf, room: TEXT_ROOM, keys: [key(writer(client))] })
          : ours(address, { conf, room: `doc/${DOC}/of/AR/d${String(room)}`, keys: [key('AR')] }),
    }
  }
}

export const REFERENCE = 'bare ws broadcast'

export const contenders = (): readonly Contender[] => [
  {
    name: REFERENCE,
    keeps: false,
    start: script('broadcast.mjs', (port, room) => plain(`ws://127.0.0.1:${String(port)}/${room}`, false)),
  },
  { name: 'ours', keeps: true, start: consenso() },
  { name: 'y-websocket', keeps: false, start: yWebsocketServer(false) },
  { name: 'y-websocket + y-leveldb', keeps: true, start: yWebsocketServer(true) },
  {
    name: 'Hocuspocus + SQLite',
    keeps: true,
    start: script('hocuspocus.mjs', (port, room) => hocuspocus(`ws://127.0.0.1:${String(port)}`, room)),
  },
]
