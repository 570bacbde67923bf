/**
 * Keeps one worker for folding while there is something to fold. Without a worker (a bundle that
 * lacks its file) the fold is done here: slower for everybody, never wrong.
 */
import { Worker } from 'node:worker_threads'
import { fold, type FoldJob } from './fold.ts'
import type { Log } from './log.ts'

const IDLE_MS = 30_000

export interface Folder {
  readonly fold: (job: FoldJob) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

interface Reply {
  readonly id: number
  readonly folded?: Uint8Array
  readonly error?: string
}

interface Pending {
  readonly job: FoldJob
  readonly resolve: (folded: Uint8Array) => void
}

export function createFolder(log: Log): Folder {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let nextId = 0
  const pending = new Map<number, Pending>()

  const foldHere = ({ job, resolve }: Pending): void => {
    resolve(fold(job))
  }
  const dismiss = (reason: string): void => {
    worker = null
    const left = [...pending.values()]
    pending.clear()
    if (left.length > 0) log('foldWorkerLost', { reason })
    left.forEach(foldHere)
  }
  const hire = (): Worker => {
    const hired = startWorker()
    hired.on('message', ({ id, folded, error }: Reply) => {
      const waiting = pending.get(id)
      pending.delete(id)
      if (waiting === undefined) return
      if (folded === undefined) {
        log('foldFailed', { reason: error })
        foldHere(waiting)
      } else waiting.resolve(folded)
      if (pending.size === 0) idle = setTimeout(() => void close(), IDLE_MS).unref()
    })
    hired.on('error', (error) => {
      if (worker === hired) dismiss(error.message)
    })
    hired.unref()
    return hired
  }
  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const leaving = worker
    dismiss('closing')
    await leaving?.terminate()
  }

  return {
    fold: (job) =>
      new Promise((resolve) => {
        clearTimeout(idle)
        const id = nextId++
        pending.set(id, { job, resolve })
        worker ??= hire()
        worker.postMessage({ id, job })
      }),
    close,
  }
}

/** Beside this file: `.ts` when run from source (through tsx), `.js` in a bundle. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts')
  const url = new URL(fromSource ? './fold-worker.ts' : './fold-worker.js', import.meta.url)
  return new Worker(url, fromSource ? { execArgv: ['--import', 'tsx'] } : {})
}
