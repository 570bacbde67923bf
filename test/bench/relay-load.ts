/**
 * A paced load of real Yjs edits on any server that speaks y-websocket frames, and what it costs that server: CPU
 * per edit delivered to another client, from /proc of its process, and how long an edit takes to reach the next
 * one. The clients keep no document of the others, so their own work stays small; presence is not sent.
 */
import { readFile } from 'node:fs/promises'
import * as Y from 'yjs'
import { decodeFrame, encodeStep1, encodeUpdate } from '#shared/sync/wire.ts'

export interface LoadSocket {
  readonly send: (frame: Uint8Array) => void
  readonly close: () => void
}

export interface LoadTarget {
  readonly pid: number
  /** A socket on which frames may be sent; every client of a load is in the same room. */
  readonly open: (client: number, receive: (frame: Uint8Array) => void) => Promise<LoadSocket>
}

export interface LoadShape {
  readonly clients: number
  /** By each client. */
  readonly editsPerSecond: number
  readonly seconds: number
}

/** The three loads of the table: a small group typing fast, a drafting group, a conference that mostly reads. */
export const SHAPES: readonly LoadShape[] = [
  { clients: 10, editsPerSecond: 20, seconds: 10 },
  { clients: 60, editsPerSecond: 2, seconds: 10 },
  { clients: 240, editsPerSecond: 0.12, seconds: 20 },
]

export interface LoadResult {
  readonly edits: number
  /** Edits that reached another client; all that should have, or the load throws. */
  readonly delivered: number
  readonly cpuMs: number
  readonly cpuUsPerDelivery: number
  readonly latencyMs: { readonly p50: number; readonly p99: number }
  readonly rssKb: number
}

const TICK_MS = 10
const SETTLE_MS = 500
const PATIENCE_MS = 30_000

export async function runLoad(target: LoadTarget, shape: LoadShape): Promise<LoadResult> {
  const { clients, editsPerSecond, seconds } = shape
  const sentAt = new Map<string, { readonly by: number; readonly at: number }>()
  const latencies: number[] = []
  let delivered = 0
  const receive = (client: number) => (bytes: Uint8Array) => {
    const frame = decodeFrame(bytes)
    if (frame?.kind !== 'update') return
    const edit = sentAt.get(nameOf(frame.update))
    if (edit === undefined || edit.by === client) return
    delivered++
    if (client === (edit.by + 1) % clients) latencies.push(performance.now() - edit.at)
  }
  const writers = await Promise.all(
    Array.from({ length: clients }, async (_, client) => openWriter(target, client, receive(client))),
  )
  await after(SETTLE_MS)
  const before = await cpuMs(target.pid)
  const edits = await typeAtPace(writers, editsPerSecond, seconds, (client, update) => {
    sentAt.set(nameOf(update), { by: client, at: performance.now() })
  })
  const expected = edits * (clients - 1)
  await until(() => delivered >= expected, `${String(delivered)} of ${String(expected)} deliveries`)
  const used = (await cpuMs(target.pid)) - before
  const rssKb = await rss(target.pid)
  for (const { socket } of writers) socket.close()
  return {
    ...{ edits, delivered, cpuMs: used, cpuUsPerDelivery: (used * 1000) / delivered, rssKb },
    latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
  }
}

interface Writer {
  readonly socket: LoadSocket
  readonly type: () => Uint8Array
}

async function openWriter(
  target: LoadTarget,
  client: number,
  receive: (frame: Uint8Array) => void,
): Promise<Writer> {
  const socket = await target.open(client, receive)
  const doc = new Y.Doc({ gc: false })
  const text = doc.getText('body')
  let last: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (last = update))
  socket.send(encodeStep1(Y.encodeStateVector(doc)))
  return {
    socket,
    type: () => {
      text.insert(text.length, 'a')
      socket.send(encodeUpdate(last))
      return last
    },
  }
}

/** Spreads the edits of all writers evenly over the time; answers with how many there were. */
async function typeAtPace(
  writers: readonly Writer[],
  editsPerSecond: number,
  seconds: number,
  typed: (client: number, update: Uint8Array) => void,
): Promise<number> {
  const total = Math.round(writers.length * editsPerSecond * seconds)
  const started = performance.now()
  let edits = 0
  while (edits < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / (seconds * 1000)) * total) + 1)
    for (; edits < due; edits++) {
      const client = edits % writers.length
      const writer = writers[client]
      if (writer !== undefined) typed(client, writer.type())
    }
    await after(TICK_MS)
  }
  return edits
}

const nameOf = (update: Uint8Array): string => Buffer.from(update).toString('latin1')

const TICKS_PER_SECOND = 100

/** User and system time of the whole process, all its threads. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8')
  // the name in parentheses may contain blanks; utime and stime are the 14th and 15th field
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

export async function rss(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

async function until(done: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!done()) {
    if (performance.now() > deadline) throw new Error(`the load did not arrive: ${what}`)
    await after(TICK_MS)
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
