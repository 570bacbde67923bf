/** What the scripts tell the person at the terminal. Standard output stays free for results. */
import { performance } from 'node:perf_hooks'

export type Say = (line: string) => void

export const say: Say = (line) => {
  process.stderr.write(`${line}\n`)
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const QUIET_EVERY_MS = 10_000
const TERMINAL_EVERY_MS = 1_000

/**
 * Shows that something long is going on: a counter that rewrites its line on a terminal, a line now and then
 * in a log.
 */
export async function withProgress<T>(label: string, work: () => Promise<T>): Promise<T> {
  const terminal = process.stderr.isTTY
  const start = performance.now()
  process.stderr.write(terminal ? label : `${label} …\n`)
  const tick = setInterval(
    () => {
      const line = `${label} … ${seconds(performance.now() - start)}`
      process.stderr.write(terminal ? `\r${line}` : `${line}\n`)
    },
    terminal ? TERMINAL_EVERY_MS : QUIET_EVERY_MS,
  )
  try {
    return await work()
  } finally {
    clearInterval(tick)
    const line = `${label}: ${seconds(performance.now() - start)}`
    process.stderr.write(terminal ? `\r${line}\n` : `${line}\n`)
  }
}
