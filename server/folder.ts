/**
 * Keeps one worker for folding while there is something to fold. Without a worker (a bundle that
 * lacks its file) the fold is done here: slower for everybody, never wrong.
 */
import { Worker } from 'node:worker_threads'
import { fold, type FoldJob } from './fold.ts'
import type { Log } from './log.ts'

const IDLE_MS = 30_000

export interface Folder {
  /** null when the relay closes meanwhile. */
  readonly fold: (job: FoldJob) => Promise<Uint8Array | null>
  readonly close: () => Promise<void>
}

interface Reply {
  readonly id: number
  readonly folded?: Uint8Array
  readonly error?: string
}

interface Pending {
  readonly job: FoldJob
  readonly resolve: (folded: Uint8Array | null) => void
}

export function createFolder(log: Log): Folder {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let nextId = 0
  const pending = new Map<number, Pending>()

  const foldHere = ({ job, resolve }: Pending): void => {
    resolve(fold(job))
  }
  const takeAll = (): Pending[] => {
    worker = null
    const left = [...pending.values()]
    pending.clear()
    return left
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
      if (worker !== hired) return
      log('foldWorkerLost', { reason: error.message })
      takeAll().forEach(foldHere)
    })
    hired.unref()
    return hired
  }
  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const leaving = worker
    for (const { resolve } of takeAll()) resolve(null)
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

/** Beside this file: `.js` in a bundle, `.ts` when run from source, where a worker has to be told how to read it. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./fold-worker.js', import.meta.url))
  const [loader, file] = [
    import.meta.resolve('tsx/esm/api'),
    new URL('./fold-worker.ts', import.meta.url).href,
  ]
  const code = `import(${JSON.stringify(loader)}).then(({ tsImport }) => tsImport(${JSON.stringify(file)}, ${JSON.stringify(file)}))`
  return new Worker(code, { eval: true })
}
