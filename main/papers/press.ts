/**
 * One helper that composes papers, kept alive between them: the first paper costs two to three seconds, the
 * next a fraction of one. Idle for a while it is ended, for it holds the compiler's memory. A paper in the making
 * cannot be interrupted, so cancelling ends the helper and the next paper starts another.
 */
import { z } from 'zod'
import type { FinalPaper } from '#shared/print/paper.ts'
import { type Helper, startHelper } from './helper.ts'

export interface Pdf {
  readonly pdf: Uint8Array
  readonly pages: number
}

export interface Work {
  readonly signal?: AbortSignal
  readonly onStep?: (step: 'composing' | 'writing') => void
}

export interface Press {
  /** Starts ahead of the first paper, while a person still looks at a dialog. */
  warm(): void
  /** Rejects with the signal's reason when it is aborted. */
  compose(paper: FinalPaper, work?: Work): Promise<Pdf>
  close(): void
}

const told = z.strictObject({ id: z.number(), step: z.enum(['composing', 'writing']) })
const answer = z.discriminatedUnion('ok', [
  z.object({ id: z.number(), ok: z.literal(true), pdf: z.instanceof(Uint8Array), pages: z.number() }),
  z.object({ id: z.number(), ok: z.literal(false), problem: z.string() }),
])

interface Waiting {
  readonly resolve: (pdf: Pdf) => void
  readonly reject: (problem: Error) => void
  readonly onStep: NonNullable<Work['onStep']>
}

const IDLE_MS = 120_000

export function createPress({ idleMs = IDLE_MS }: { readonly idleMs?: number } = {}): Press {
  let running: Promise<Helper> | undefined
  let next = 0
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, Waiting>()

  const stop = (problem: Error) => {
    clearTimeout(idle)
    void running?.then(
      (helper) => {
        helper.close()
      },
      () => undefined, // it never started, which whoever waits for a paper is told
    )
    running = undefined
    for (const { reject } of waiting.values()) reject(problem)
    waiting.clear()
  }

  const message = (received: unknown) => {
    const step = told.safeParse(received)
    if (step.success) {
      waiting.get(step.data.id)?.onStep(step.data.step)
      return
    }
    const read = answer.parse(received)
    const paper = waiting.get(read.id)
    waiting.delete(read.id)
    if (read.ok) paper?.resolve({ pdf: read.pdf, pages: read.pages })
    else paper?.reject(new Error(read.problem))
    rest()
  }

  /** Ends the helper when nothing has been asked of it for a while; does not keep the program alive for that. */
  const rest = () => {
    clearTimeout(idle)
    if (waiting.size > 0) return
    idle = setTimeout(() => {
      stop(new Error('idle'))
    }, idleMs)
    idle.unref()
  }

  const start = () => {
    rest()
    if (running === undefined) {
      running = startHelper('typst', { message, failed: stop })
      running.catch(stop)
    }
    return running
  }

  return {
    warm: () => void start(),
    compose: async (paper, { signal, onStep = () => undefined } = {}) => {
      signal?.throwIfAborted()
      const started = start()
      const helper = await started
      signal?.throwIfAborted()
      if (running !== started) throw new Error('The press was closed')
      const id = next++
      return new Promise<Pdf>((resolve, reject) => {
        const cancel = () => {
          stop(signal?.reason instanceof Error ? signal.reason : new Error('cancelled'))
        }
        signal?.addEventListener('abort', cancel, { once: true })
        const settled = () => {
          signal?.removeEventListener('abort', cancel)
        }
        clearTimeout(idle)
        waiting.set(id, {
          onStep,
          resolve: (pdf) => {
            settled()
            resolve(pdf)
          },
          reject: (problem) => {
            settled()
            reject(problem)
          },
        })
        helper.send({ id, json: JSON.stringify(paper) })
      })
    },
    close: () => {
      stop(new Error('closed'))
    },
  }
}
