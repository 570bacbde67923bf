/**
 * What one key signed in one scope, by number from 0. Each act must know the one before it; two acts with
 * one number are a fork, and an act that does not know its predecessor counts as one.
 */
import type { ActId } from './state.ts'

export class Chain {
  readonly #byNumber = new Map<number, ActId[]>()
  #next = 0
  #highest = -1
  #firstFork: number | null = null
  readonly #broken: ActId[] = []

  add(seq: number, id: ActId): void {
    const same = this.#byNumber.get(seq)
    if (same) {
      same.push(id)
      this.#firstFork = Math.min(this.#firstFork ?? seq, seq)
    } else this.#byNumber.set(seq, [id])
    this.#highest = Math.max(this.#highest, seq)
    while (this.#byNumber.has(this.#next)) this.#next++
  }

  /** Acts with this number; more than one is a fork. */
  at(seq: number): readonly ActId[] {
    return this.#byNumber.get(seq) ?? []
  }

  /** The first number not held. */
  get next(): number {
    return this.#next
  }

  /** A number below the highest that is not held. */
  get firstGap(): number | null {
    return this.#next > this.#highest ? null : this.#next
  }

  get firstFork(): number | null {
    return this.#firstFork
  }

  /** The act does not know its predecessor. */
  breakAt(id: ActId): void {
    this.#broken.push(id)
  }

  /** Acts that share a number or do not know their predecessor. */
  get forked(): ActId[] {
    return [...[...this.#byNumber.values()].filter((ids) => ids.length > 1).flat(), ...this.#broken]
  }

  /** One act a number and each knowing the one before: all of it stands. */
  get isSound(): boolean {
    return this.#firstFork === null && this.#broken.length === 0
  }

  /**
   * Acts that do not stand: of two with one number the one receipted first stands, and what was built on the
   * other falls with it. A thief who signs again cannot erase what the relay has already taken.
   */
  fallen(isBefore: (a: ActId, b: ActId) => boolean, receiptNumber: (id: ActId) => number | null): Set<ActId> {
    const fallen = new Set<ActId>()
    if (this.isSound) return fallen
    let standing: ActId | null = null
    for (let seq = 0; seq <= this.#highest; seq++) {
      const here = [...this.at(seq)].sort(firstReceipted(receiptNumber))
      const before: ActId | null = standing
      const next: ActId | undefined = here.find(
        (id) => seq === 0 || (before !== null && isBefore(before, id)),
      )
      for (const id of here) if (id !== next) fallen.add(id)
      standing = next ?? null
    }
    return fallen
  }
}

function firstReceipted(receiptNumber: (id: ActId) => number | null) {
  return (a: ActId, b: ActId): number => {
    const [left, right] = [receiptNumber(a) ?? Infinity, receiptNumber(b) ?? Infinity]
    if (left !== right) return left < right ? -1 : 1
    return a < b ? -1 : 1
  }
}
