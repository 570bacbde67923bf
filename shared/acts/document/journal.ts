/** The log of a document, kept up to date as acts are folded and receipts are heard. */
import { logEntry } from '#shared/acts/log.ts'
import type { Powers } from '#shared/acts/powers.ts'
import type { ActSet } from '#shared/acts/set.ts'
import type { ActId, LogEntry } from '#shared/acts/state.ts'
import type { DocumentFold, Judged } from './fold.ts'
import { LateArrivals } from './late.ts'

export class Journal {
  readonly #set: ActSet
  readonly #powers: Powers
  readonly #fold: DocumentFold
  readonly #entries: LogEntry[] = []
  readonly #entriesOf = new Map<ActId, number[]>()
  #heard = 0
  #newest = -1

  constructor(set: ActSet, powers: Powers, fold: DocumentFold) {
    this.#set = set
    this.#powers = powers
    this.#fold = fold
  }

  get entries(): readonly LogEntry[] {
    return this.#entries
  }

  /** Writes what is new; answers the paragraphs it is about. */
  catchUp(): Set<string> {
    const numbers = this.#set.receipted.slice(this.#heard).map((id) => this.#set.receiptOf(id)?.n ?? 0)
    const heard = this.#set.receipted.slice(this.#heard).flatMap((id) => this.#entriesOf.get(id) ?? [])
    // A receipt heard out of order can make acts late that were not; otherwise only its own act changes.
    const isInOrder = numbers.every((n) => n > this.#newest)
    const judged = this.#fold.judged
    const added = judged.slice(this.#entries.length).map((_, index) => this.#entries.length + index)
    this.#heard = this.#set.receipted.length
    this.#newest = Math.max(this.#newest, ...numbers)
    this.#write(isInOrder ? [...heard, ...added] : judged.map((_, index) => index))
    return new Set([...heard, ...added].flatMap((index) => judged[index]?.paragraph ?? []))
  }

  #write(indices: readonly number[]): void {
    const late = new LateArrivals(this.#set, this.#fold.changes)
    for (const index of indices) {
      const judged = this.#fold.judged[index]
      if (judged === undefined) continue
      if (index >= this.#entries.length) this.#remember(judged, index)
      const { node, paragraph, noEffect } = judged
      const outcome = { paragraph, noEffect, late: late.isLate(node, paragraph) }
      this.#entries[index] = logEntry(this.#set, this.#powers, node, outcome)
    }
  }

  #remember({ node }: Judged, index: number): void {
    const known = this.#entriesOf.get(node.act.id)
    if (known) known.push(index)
    else this.#entriesOf.set(node.act.id, [index])
  }
}
