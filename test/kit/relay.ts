/**
 * A relay on a temporary folder with a conference on it, in this process or in one of its own, and members
 * whose devices talk to it over real sockets.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Envelope } from '#shared/acts/act.ts'
import { startRelay, type RelayStart, type RunningRelay } from '#server/embed.ts'
import { root } from '#build/paths.ts'
import { foundingActs, type ConferencePlan, type TestConference } from './conference-acts.ts'

export interface TestRelay {
  readonly data: string
  readonly address: string
  readonly conference: TestConference
  readonly running: RunningRelay
  readonly close: () => Promise<void>
}

export const temporaryData = (): Promise<string> => mkdtemp(join(tmpdir(), 'consenso-relay-'))

/** In this process, with a conference founded on it. */
export async function relayWith(
  plan: ConferencePlan = {},
  start: Partial<RelayStart> = {},
): Promise<TestRelay> {
  const data = start.data ?? (await temporaryData())
  const running = await startRelay({ ...start, data })
  const conference = foundingActs(running.publicKey, plan)
  const founding = await running.found(conference.envelopes())
  if (!founding.ok) throw new Error(`not founded: ${founding.code} ${founding.detail}`)
  return {
    data,
    address: running.address,
    conference,
    running,
    close: async () => {
      await running.close()
      if (start.data === undefined) await rm(data, { recursive: true, force: true })
    },
  }
}

export interface RelayProcess {
  readonly address: string
  readonly child: ChildProcess
  /** As a power cut would: nothing is closed, nothing is flushed. */
  readonly kill: () => Promise<void>
  /** SIGTERM; answers with the exit code. */
  readonly stop: () => Promise<number | null>
}

/** In a process of its own: `program` is the relay's command line unless a test brings a relay with a fault. */
export async function relayProcess(
  data: string,
  { args = [], program = 'server/cli.ts' }: { args?: readonly string[]; program?: string } = {},
): Promise<RelayProcess> {
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...loader, program, '--data', data, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)))
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    exited.then(() => {
      throw new Error(`the relay did not start: ${complaint}`)
    }),
  ])
  const ready = JSON.parse(first) as { address: string } // written by the command line itself
  return {
    address: ready.address,
    child,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      return child.exitCode
    },
  }
}

export const asLines = (envelopes: readonly Envelope[]): string =>
  envelopes.map((envelope) => JSON.stringify(envelope)).join('\n')
