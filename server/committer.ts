/**
 * Group commit: whatever was accepted since the last batch goes to disk as one batch, and only then
 * is any of it shown. Guarantees: `then` of a change runs after it is durable, in the order of `add`,
 * and `afterBatch` once after all of them, so that each peer can be sent one piece. A batch that
 * fails ends the relay (`onFailure`): nothing accepted afterwards could be believed.
 */
import type { Change, Storage } from './storage.ts'

export interface Committer {
  readonly add: (changes: readonly Change[], then: () => void) => void
  /** Resolves when everything added before is durable and told, or never will be. */
  readonly settled: () => Promise<void>
}

interface Options {
  readonly storage: Storage
  /** Under load, batches begin at least this far apart: more edits share one flush and one write per peer. */
  readonly minIntervalMs: number
  readonly afterBatch: () => void
  readonly onFailure: (error: unknown) => void
}

interface Batch {
  readonly changes: Change[]
  readonly thens: (() => void)[]
}
const emptyBatch = (): Batch => ({ changes: [], thens: [] })

export function createCommitter({ storage, minIntervalMs, afterBatch, onFailure }: Options): Committer {
  let next = emptyBatch()
  let running = false
  let failed = false
  let lastStart = -Infinity
  const waiters = new Set<() => void>()

  const run = async (): Promise<void> => {
    while (next.thens.length > 0) {
      // a single edit after a pause goes at once, with whatever arrived in the same turn
      const wait = lastStart + minIntervalMs - performance.now()
      await (wait > 0 ? delay(wait) : turn())
      const batch = next
      next = emptyBatch()
      lastStart = performance.now()
      await storage.commit(batch.changes)
      for (const then of batch.thens) then()
      afterBatch()
    }
  }

  const start = (): void => {
    if (running) return
    running = true
    run()
      .catch((error: unknown) => {
        failed = true
        for (const release of waiters) release()
        onFailure(error)
      })
      .finally(() => {
        running = false
        if (next.thens.length > 0 && !failed) start()
      })
  }

  const add = (changes: readonly Change[], then: () => void): void => {
    if (failed) return
    for (const change of changes) next.changes.push(change)
    next.thens.push(then)
    start()
  }

  return {
    add,
    settled: () =>
      new Promise((resolve) => {
        if (failed) {
          resolve()
          return
        }
        const release = (): void => {
          waiters.delete(release)
          resolve()
        }
        waiters.add(release)
        add([], release)
      }),
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
