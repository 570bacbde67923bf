/**
 * One helper that composes papers, kept alive between them: the first paper costs two to three seconds, the
 * next a fraction of one. A paper in the making cannot be interrupted, so cancelling ends the helper and the
 * next paper starts another.
 */
import { z } from 'zod'
import type { FinalPaper } from '#shared/print/paper.ts'
import { type Helper, startHelper } from './helper.ts'

export interface Pdf {
  readonly pdf: Uint8Array
  readonly pages: number
}

export interface Press {
  /** Starts ahead of the first paper, while a person still looks at a dialog. */
  warm(): void
  /** Rejects with the signal's reason when it is aborted. */
  compose(paper: FinalPaper, signal?: AbortSignal): Promise<Pdf>
  close(): void
}

const answer = z.discriminatedUnion('ok', [
  z.object({ id: z.number(), ok: z.literal(true), pdf: z.instanceof(Uint8Array), pages: z.number() }),
  z.object({ id: z.number(), ok: z.literal(false), problem: z.string() }),
])

interface Waiting {
  readonly resolve: (pdf: Pdf) => void
  readonly reject: (problem: Error) => void
}

export function createPress(): Press {
  let running: Promise<Helper> | undefined
  let next = 0
  const waiting = new Map<number, Waiting>()

  const stop = (problem: Error) => {
    void running?.then((helper) => {
      helper.close()
    })
    running = undefined
    for (const { reject } of waiting.values()) reject(problem)
    waiting.clear()
  }

  const message = (received: unknown) => {
    const read = answer.parse(received)
    const paper = waiting.get(read.id)
    waiting.delete(read.id)
    if (read.ok) paper?.resolve({ pdf: read.pdf, pages: read.pages })
    else paper?.reject(new Error(read.problem))
  }

  const start = () => (running ??= startHelper('typst', { message, failed: stop }))

  return {
    warm: () => void start().catch(stop),
    compose: async (paper, signal) => {
      signal?.throwIfAborted()
      const helper = await start()
      signal?.throwIfAborted()
      const id = next++
      return new Promise<Pdf>((resolve, reject) => {
        const cancel = () => {
          stop(signal?.reason instanceof Error ? signal.reason : new Error('cancelled'))
        }
        signal?.addEventListener('abort', cancel, { once: true })
        const settled = () => {
          signal?.removeEventListener('abort', cancel)
        }
        waiting.set(id, {
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
