/**
 * Late arrivals (rule 33): when the relay took the act, a newer text act on its paragraph, or a newer round,
 * was already there that its signer had not seen. Told from the relay's numbers, never from a clock.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import type { ActSet, Node } from '#shared/acts/set.ts'

type Changes = ReadonlyMap<string | null, readonly Node[]>

export class LateArrivals {
  readonly #set: ActSet
  readonly #changes: Changes
  /** By paragraph the changes that have a receipt, in the relay's order. */
  readonly #received = new Map<string | null, readonly Node[]>()

  constructor(set: ActSet, changes: Changes) {
    this.#set = set
    this.#changes = changes
  }

  isLate(node: Node, paragraph: string | null): boolean {
    const own = this.#set.receiptOf(node.act.id)?.n
    if (own === undefined) return false
    return [...new Set([paragraph, null])].some((about) => {
      const newest = this.#receivedFor(about).findLast((change) => this.#number(change) < own)
      return newest !== undefined && !reaches(node.place, newest.place)
    })
  }

  #receivedFor(paragraph: string | null): readonly Node[] {
    const known = this.#received.get(paragraph)
    if (known) return known
    const received = (this.#changes.get(paragraph) ?? [])
      .filter((change) => this.#set.receiptOf(change.act.id) !== null)
      .sort((a, b) => this.#number(a) - this.#number(b))
    this.#received.set(paragraph, received)
    return received
  }

  #number(node: Node): number {
    return this.#set.receiptOf(node.act.id)?.n ?? Infinity
  }
}
