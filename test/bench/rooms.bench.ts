import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '#build/bench/bench.ts'
import { randomFrom } from '#test/kit/random.ts'
import { contenders, type Contender } from './relay/servers.ts'
import { join as joinRoom, type Writer } from './relay/writer.ts'

/** Open before the first look, so that what a relay needs once is not counted. */
const FIRST = 40
const ROOMS = 200
const LETTERS = 20
const AT_ONCE = 10
const REST_MS = 2_000

/** Resident memory of a process, in KB. */
function residentKb(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1])
}

async function open({ speech }: Awaited<ReturnType<Contender['start']>>, from: number, to: number) {
  const writers: Writer[] = []
  const random = randomFrom(from).next
  while (from + writers.length < to) {
    const first = from + writers.length
    const next = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, i) =>
      joinRoom(speech(0, first + i)),
    )
    writers.push(...(await Promise.all(next)))
  }
  for (const writer of writers) for (let i = 0; i < LETTERS; i++) writer.type(random)
  await pause(REST_MS)
  return writers
}

async function perRoom(contender: Contender): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'consenso-bench-'))
  const serving = await contender.start(folder)
  try {
    await open(serving, 0, FIRST)
    const before = residentKb(serving.pid)
    await open(serving, FIRST, FIRST + ROOMS)
    return (residentKb(serving.pid) - before) / ROOMS
  } finally {
    await serving.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

export const bench: Bench = {
  title: 'What an idle room costs the relay in memory',
  note: `Resident memory for each of ${String(ROOMS)} rooms with one member who has written ${String(LETTERS)} letters and is silent now.`,
  async measure() {
    const figures = []
    for (const contender of contenders()) {
      const value = await perRoom(contender)
      figures.push({ what: 'an idle room', who: contender.name, value, unit: 'KB', target: '≤ 40 KB' })
    }
    return figures
  },
}
