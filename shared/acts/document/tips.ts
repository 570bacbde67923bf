/** The newest of several acts on one thing: those that none of the others knew. */
import { reaches } from '#shared/acts/causal-order.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Instant } from '#shared/acts/state.ts'
import type { Done } from '#shared/acts/negotiation-state.ts'

type Signed = Effective<{ readonly by: string; readonly at: Instant }>

/** Acts must come in canonical order; more than one stays only where they did not know each other. */
export class Tips<A extends Signed> {
  #tips: readonly A[] = []

  take(act: A): void {
    this.#tips = [...this.#tips.filter(({ node }) => !reaches(act.node.place, node.place)), act]
  }

  get all(): readonly A[] {
    return this.#tips
  }

  /** The last in the canonical order. */
  get last(): A | undefined {
    return this.#tips.at(-1)
  }
}

export interface Receipts {
  receivedAt(act: string): Instant | null
}

export function doneBy({ node, payload }: Signed, { receivedAt }: Receipts): Done {
  return { act: node.act.id, by: payload.by, received: receivedAt(node.act.id), claimed: payload.at }
}
