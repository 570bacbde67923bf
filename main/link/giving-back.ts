/**
 * A relay whose data were put back from a backup has forgotten acts it gave receipts for. What it lacks of ours
 * it says on each connection; it is given that, with its receipts, before anything newer, and each act once.
 */
import type { Numbers, Receipted } from '#shared/sync/protocol.ts'
import type { ActsReplica } from '#main/replica/acts-replica.ts'

export class GivingBack {
  readonly #given = new Set<string>()
  #lacks: Numbers = {}

  /** The relay is asked anew; it says so if it still lacks something. */
  asked(): void {
    this.#lacks = {}
  }

  told(lacks: Numbers): void {
    this.#lacks = lacks
  }

  /** It lacks something that we hold, also after we have given what we can. */
  get isBehind(): boolean {
    return Object.keys(this.#lacks).length > 0
  }

  /** What has not been given yet on this connection. */
  next(acts: ActsReplica): readonly Receipted[] {
    const lost = acts.forgotten(this.#lacks).filter(({ r }) => !this.#given.has(r.of))
    for (const { r } of lost) this.#given.add(r.of)
    return lost
  }

  reset(): void {
    this.#given.clear()
    this.#lacks = {}
  }
}
