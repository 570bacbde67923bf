/** What the relay answers for acts of ours, and who waits to hear it. */
import type { Refusal } from '#shared/sync/protocol.ts'

/** After which an intent that needs the register stops waiting for its answer. */
export const ANSWER_MS = 20_000

/** The relay will say the same again: the act must be taken back. Others are tried again. */
export const FINAL: ReadonlySet<Refusal> = new Set<Refusal>([
  'badAct',
  'badSignature',
  'badSequence',
  'badBlob',
  'notAuthorised',
  'notAccredited',
  'closedKey',
  'roomMoved',
  'roomClosed',
  'readOnly',
  'tooLarge',
])

export type ActOutcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused'; readonly code: Refusal }
  | { readonly kind: 'noAnswer' }

export class Answers {
  readonly #waiting = new Map<string, ((outcome: ActOutcome) => void)[]>()

  /** Resolves with the relay's answer, or without one after a while or when the connection is lost. */
  wait(id: string): Promise<ActOutcome> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        resolve({ kind: 'noAnswer' })
      }, ANSWER_MS)
      const waiters = this.#waiting.get(id) ?? []
      waiters.push((outcome) => {
        clearTimeout(late)
        resolve(outcome)
      })
      this.#waiting.set(id, waiters)
    })
  }

  /** Whether somebody had waited for it. */
  give(id: string, outcome: ActOutcome): boolean {
    const waiters = this.#waiting.get(id) ?? []
    this.#waiting.delete(id)
    for (const waiter of waiters) waiter(outcome)
    return waiters.length > 0
  }

  giveUp(): void {
    for (const id of [...this.#waiting.keys()]) this.give(id, { kind: 'noAnswer' })
  }
}
