/**
 * Contact groups: who is in each, as its newest act says. Of acts that did not know each other the narrower
 * holds: only the delegations that all of them name, and open only where all of them leave it open.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { HuddleState } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import { Kept } from './kept.ts'
import { doneBy, Tips, type Receipts } from './tips.ts'

type Said = Effective<Payloads['huddle']>

export class Huddles {
  readonly #huddles = new Map<string, Tips<Said>>()
  readonly #all: Said[] = []
  readonly #kept = new Kept<HuddleState>()

  /** Paragraphs that the act touches: its own, and those the group was on as far as the act knew. */
  paragraphsOf(node: Node, { huddle, paragraph }: Payloads['huddle']): (string | null)[] {
    const before = this.#all
      .filter((said) => said.payload.huddle === huddle && reaches(node.place, said.node.place))
      .map(({ payload }) => payload.paragraph)
    return [...new Set([paragraph, ...before])]
  }

  take(said: Said): void {
    const { huddle } = said.payload
    const tips = this.#huddles.get(huddle) ?? new Tips<Said>()
    this.#huddles.set(huddle, tips)
    tips.take(said)
    this.#all.push(said)
  }

  project(receipts: Receipts): HuddleState[] {
    return [...this.#huddles.values()].flatMap(({ all, last }) => {
      if (!last) return []
      const { huddle, paragraph, reason, delegations } = last.payload
      const state = {
        ...doneBy(last, receipts),
        huddle,
        paragraph,
        delegations: delegations.filter((code) => all.every((one) => one.payload.delegations.includes(code))),
        open: all.every(({ payload }) => payload.open),
        reason,
      }
      return [this.#kept.same(huddle, state)]
    })
  }
}
