/** The log of a document, kept up to date as acts are folded and receipts are heard. */
import { logEntry } from '#shared/acts/log.ts'
import type { Powers } from '#shared/acts/powers.ts'
import type { ActSet } from '#shared/acts/set.ts'
import type { ActId, LogEntry } from '#shared/acts/state.ts'
import type { DocumentFold } from './fold.ts'
import { LateArrivals } from './late.ts'
import type { Touched } from './touched.ts'

export class Journal {
  readonly #set: ActSet
  readonly #powers: Powers
  readonly #fold: DocumentFold
  readonly #entries: LogEntry[] = []
  readonly #late = new Set<ActId>()
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

  isLate(act: ActId): boolean {
    return this.#late.has(act)
  }

  /** Writes what is new. */
  catchUp(): Touched {
    const { judged } = this.#fold
    const written = this.#entries.length
    const heard = written === 0 ? [] : this.#set.receipted.slice(this.#heard)
    const again = heard.flatMap((id) => this.#entriesOf(id))
    // A receipt heard out of order can make acts late that were not; otherwise only its own act changes.
    const isInOrder = heard.every((id) => (this.#set.receiptOf(id)?.n ?? 0) > this.#newest)
    this.#heard = this.#set.receipted.length
    this.#newest = this.#set.newestReceipt?.n ?? -1
    const late = new LateArrivals(this.#set, this.#fold.changes)
    const touched = new Set(again)
    if (isInOrder) for (const index of again) this.#write(index, late)
    for (let index = isInOrder ? written : 0; index < judged.length; index++) {
      const was = this.#entries[index]?.late
      if (this.#write(index, late) !== was) touched.add(index)
    }
    const all = [...touched].flatMap((index) => judged[index] ?? [])
    return {
      paragraphs: new Set(all.map(({ paragraph }) => paragraph)),
      acts: new Set(all.map(({ node }) => node.act.id)),
    }
  }

  /** Whether it is late. */
  #write(index: number, late: LateArrivals): boolean {
    const judged = this.#fold.judged[index]
    if (judged === undefined) return false
    const { node, paragraph, noEffect } = judged
    const receipt = this.#set.receiptOf(node.act.id)
    const isLate = receipt !== null && late.isLate(node, receipt.n, paragraph)
    this.#entries[index] = logEntry(this.#set, this.#powers, node, receipt, {
      paragraph,
      noEffect,
      late: isLate,
    })
    if (isLate) this.#late.add(node.act.id)
    else this.#late.delete(node.act.id)
    return isLate
  }

  /** An act's entries stand together, and receipts mostly are of the newest acts. */
  #entriesOf(id: ActId): number[] {
    const last = this.#entries.findLastIndex(({ act }) => act === id)
    const found: number[] = []
    for (let index = last; index >= 0 && this.#entries[index]?.act === id; index--) found.push(index)
    return found
  }
}
