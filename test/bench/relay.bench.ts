import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from '#build/say.ts'
import type { Bench, Figure } from '#build/bench/bench.ts'
import { randomFrom } from '#test/kit/random.ts'
import { contenders, REFERENCE, type Contender, type Serving } from './relay/servers.ts'
import { join as joinRoom, type Writer } from './relay/writer.ts'

const ROUNDS = 3
const WINDOW_MS = 5_000
const SETTLE_MS = 30_000
const PACE_MS = 5
const JOIN_AT_ONCE = 10
const TICKS_PER_SECOND = 100
/** What a relay may take to answer a newcomer with everything. */
const NEWCOMER_MS = 3_000

interface Load {
  readonly what: string
  readonly clients: number
  readonly editsPerSecond: number
  readonly target: string
  readonly kill: boolean
}

const LOADS: readonly Load[] = [
  { what: '10 clients, 20 edits/s', clients: 10, editsPerSecond: 20, target: '≤ 1.5', kill: true },
  { what: '60 clients, 2 edits/s', clients: 60, editsPerSecond: 2, target: '≤ 0.7', kill: false },
  { what: '240 clients, 0.12 edits/s', clients: 240, editsPerSecond: 0.12, target: '≤ 0.7', kill: false },
]

/** User and system time of a process with all its threads, in seconds. */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Types at the load's pace for so long; answers with how many letters that were. */
async function typeAll(writers: readonly Writer[], load: Load, forMs: number, seed: number): Promise<number> {
  const random = randomFrom(seed).next
  const perMs = (load.clients * load.editsPerSecond) / 1_000
  const start = performance.now()
  let typed = 0
  for (let passed = 0; passed < forMs; passed = performance.now() - start) {
    for (const due = passed * perMs; typed < due; typed++) writers[typed % writers.length]?.type(random)
    await pause(PACE_MS)
  }
  return typed
}

const total = (clocks: ReadonlyMap<number, number>): number =>
  [...clocks.values()].reduce((sum, clock) => sum + clock, 0)

async function untilEqual(writers: readonly Writer[], letters: number): Promise<void> {
  const start = performance.now()
  while (writers.some((writer) => total(writer.clocks()) < letters)) {
    if (performance.now() - start > SETTLE_MS) throw new Error('the clients did not come to the same text')
    await pause(PACE_MS)
  }
}

/** A few at a time, as people come. */
async function joinAll(serving: Serving, clients: number): Promise<readonly Writer[]> {
  const writers: Writer[] = []
  while (writers.length < clients) {
    const next = Array.from({ length: Math.min(JOIN_AT_ONCE, clients - writers.length) }, (_, i) =>
      joinRoom(serving.speech(writers.length + i)),
    )
    writers.push(...(await Promise.all(next)))
  }
  return writers
}

interface Outcome {
  /** Microseconds of the relay's processor time for one edit that reached one other client. */
  readonly perDelivery: number
  /** Letters that others had seen and that were gone after the kill, of how many. */
  readonly lost: { readonly letters: number; readonly of: number } | null
}

async function measure(contender: Contender, load: Load, seed: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'consenso-bench-'))
  const serving = await contender.start(folder)
  try {
    const writers = await joinAll(serving, load.clients)
    const before = processorSeconds(serving.pid)
    const typed = await typeAll(writers, load, WINDOW_MS, seed)
    await untilEqual(writers, typed)
    const used = processorSeconds(serving.pid) - before
    const perDelivery = (used * 1e6) / (typed * (load.clients - 1))
    if (!load.kill || !contender.keeps) {
      for (const writer of writers) writer.close()
      return { perDelivery, lost: null }
    }
    return { perDelivery, lost: await killAndCount(contender, serving, writers, load, folder, seed) }
  } finally {
    await serving.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Kills the relay in the middle of the work and looks with a newcomer's eyes at what is still there. */
async function killAndCount(
  contender: Contender,
  serving: Serving,
  writers: readonly Writer[],
  load: Load,
  folder: string,
  seed: number,
): Promise<{ readonly letters: number; readonly of: number }> {
  await typeAll(writers, load, WINDOW_MS / 4, seed + 1)
  await serving.kill()
  await Promise.all(writers.map((writer) => writer.gone))
  const seen = new Map<number, number>()
  for (const writer of writers)
    for (const [client, clock] of writer.clocks())
      if (client !== writer.client) seen.set(client, Math.max(seen.get(client) ?? 0, clock))
  const again = await contender.start(folder)
  try {
    const newcomer = await joinRoom(again.speech(0))
    const start = performance.now()
    const missing = (): number => {
      const there = newcomer.clocks()
      return [...seen].reduce(
        (sum, [client, clock]) => sum + Math.max(0, clock - (there.get(client) ?? 0)),
        0,
      )
    }
    while (missing() > 0 && performance.now() - start < NEWCOMER_MS) await pause(PACE_MS)
    newcomer.close()
    return { letters: missing(), of: total(seen) }
  } finally {
    await again.kill()
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const bench: Bench = {
  title: 'The relay against what a conference could run instead',
  note: `Processor time of the relay for one edit delivered to one other client, as a multiple of a server that only copies bytes; ${String(ROUNDS)} interleaved rounds, medians; one room, one letter an edit, no awareness. And what a kill -9 in the middle takes of what others had already seen.`,
  async measure() {
    const all = contenders()
    const ratios = new Map<string, number[]>()
    const lost = new Map<string, { letters: number; of: number }>()
    for (let round = 0; round < ROUNDS; round++)
      for (const load of LOADS) {
        let reference = Number.NaN
        for (const contender of all) {
          const outcome = await measure(contender, load, round).catch((error: unknown) => {
            throw new Error(`${contender.name}, ${load.what}`, { cause: error })
          })
          if (contender.name === REFERENCE) reference = outcome.perDelivery
          const ratio = (outcome.perDelivery / reference).toFixed(2)
          say(`round ${String(round + 1)}, ${load.what}, ${contender.name}: ${ratio} ×`)
          const key = `${load.what}\n${contender.name}`
          ratios.set(key, [...(ratios.get(key) ?? []), outcome.perDelivery / reference])
          if (outcome.lost === null) continue
          const sum = lost.get(contender.name) ?? { letters: 0, of: 0 }
          lost.set(contender.name, {
            letters: sum.letters + outcome.lost.letters,
            of: sum.of + outcome.lost.of,
          })
        }
      }
    const figures: Figure[] = []
    for (const load of LOADS)
      for (const { name } of all) {
        const value = median(ratios.get(`${load.what}\n${name}`) ?? [])
        figures.push({ what: load.what, who: name, value, unit: '×', target: load.target })
      }
    for (const [who, { letters, of }] of lost)
      figures.push({
        what: `lost in ${String(ROUNDS)} kills`,
        who,
        value: letters,
        unit: `of ${String(of)}`,
        target: '0',
      })
    return figures
  },
}
