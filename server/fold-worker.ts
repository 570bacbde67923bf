/** Folding beside the relay's own thread: a large room would hold everybody up. */
import { parentPort } from 'node:worker_threads'
import { fold, type FoldJob } from './fold.ts'

parentPort?.on('message', ({ id, job }: { id: number; job: FoldJob }) => {
  try {
    const folded = fold(job)
    parentPort?.postMessage({ id, folded })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
