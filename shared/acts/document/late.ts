/**
 * Late arrivals (rule 33): when the relay took the act, a newer text act on its paragraph, or a newer round,
 * was already there that its signer had not seen. Told from the relay's numbers, never from a clock.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import type { ActSet, Node } from '#shared/acts/set.ts'

type Changes = ReadonlyMap<string | null, readonly Node[]>

interface Received {
  readonly node: Node
  /** The relay's number. */
  readonly n: number
}

export class LateArrivals {
  readonly #set: ActSet
  readonly #changes: Changes
  /** By paragraph the changes that have a receipt, in the relay's order. */
  readonly #received = new Map<string | null, readonly Received[]>()

  constructor(set: ActSet, changes: Changes) {
    this.#set = set
    this.#changes = changes
  }

  /** `own`: the number under which the relay took the act. */
  isLate(node: Node, own: number, paragraph: string | null): boolean {
    return this.#isUnseen(node, own, null) || (paragraph !== null && this.#isUnseen(node, own, paragraph))
  }

  #isUnseen(node: Node, own: number, paragraph: string | null): boolean {
    const newest = this.#receivedFor(paragraph).findLast(({ n }) => n < own)
    return newest !== undefined && !reaches(node.place, newest.node.place)
  }

  #receivedFor(paragraph: string | null): readonly Received[] {
    const known = this.#received.get(paragraph)
    if (known) return known
    const received = (this.#changes.get(paragraph) ?? []).flatMap((node) => {
      const n = this.#set.receiptOf(node.act.id)?.n
      return n === undefined ? [] : [{ node, n }]
    })
    received.sort((a, b) => a.n - b.n)
    this.#received.set(paragraph, received)
    return received
  }
}
