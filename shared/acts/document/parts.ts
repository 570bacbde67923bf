/**
 * Which paragraphs are parts of one that is split for negotiation (rule 11), and what became of those that a
 * round joined again: they are gone from the text, and what was said of their words is about the whole.
 */
import type { Clause, ClauseLevel } from '#shared/domain/clause.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { PartOf } from '#shared/acts/negotiation-state.ts'
import type { Node } from '#shared/acts/set.ts'
import { partsOf, type Order } from './order.ts'

/** A paragraph that a round made whole again. */
export interface Joined {
  readonly node: Node
  readonly whole: string
  readonly clauses: readonly Clause[]
  /** Of which parts its words are, in order. */
  readonly live: readonly {
    readonly id: string
    readonly clauses: readonly Clause[]
    readonly level: ClauseLevel
  }[]
}

export class Parts {
  readonly #order: Order
  readonly #levels = new Map<string, ClauseLevel>()
  /** By part that is gone. */
  readonly #joined = new Map<string, Joined>()
  readonly #seen = new Map<string, PartOf>()

  constructor(order: Order) {
    this.#order = order
  }

  /** The same object while it says the same. */
  partOf(paragraph: string): PartOf | null {
    const whole = this.#order.wholes.get(paragraph)
    if (whole === undefined) return null
    const parts = partsOf(this.#order, whole)
    const index = parts.indexOf(paragraph)
    const seen = this.#seen.get(paragraph)
    if (seen?.paragraph === whole && seen.index === index && seen.of === parts.length) return seen
    const made = { paragraph: whole, index, of: parts.length, level: this.levelOf(paragraph) }
    this.#seen.set(paragraph, made)
    return made
  }

  levelOf(part: string): ClauseLevel {
    return this.#levels.get(part) ?? 0
  }

  made(part: string, level: ClauseLevel): void {
    this.#levels.set(part, level)
  }

  joined(gone: readonly string[], joined: Joined): void {
    for (const part of gone) this.#joined.set(part, joined)
  }

  /** The text of a round has them as paragraphs of their own. */
  back(paragraphs: Iterable<string>): void {
    for (const id of paragraphs) this.#joined.delete(id)
  }

  /** What took a part in, as the act knew it; with null, as all acts make it. */
  joinOf(part: string, at: Node | null): Joined | null {
    const joined = this.#joined.get(part)
    return joined && (at === null || reaches(at.place, joined.node.place)) ? joined : null
  }

  /** The paragraph itself, or the whole that took it in. */
  standsIn(paragraph: string, at: Node | null): string {
    return this.joinOf(paragraph, at)?.whole ?? paragraph
  }
}
