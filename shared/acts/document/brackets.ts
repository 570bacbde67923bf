/** Words in brackets: who opened them, and which of their countries has lifted them (rule 8). */
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId } from '#shared/acts/state.ts'
import { isWithin } from './version.ts'
import type { Words } from './whereabouts.ts'

interface Lift extends Effective<Payloads['lift']> {
  /** null: the Chair, for all. */
  readonly country: CountryCode | null
}

export class Bracket {
  readonly node: Node
  readonly payload: Payloads['bracket']
  /** The wording whose words these are. */
  readonly base: readonly Clause[]
  /** In canonical order. */
  readonly #lifts: Lift[] = []

  constructor({ node, payload }: Effective<Payloads['bracket']>, base: readonly Clause[]) {
    this.node = node
    this.payload = payload
    this.base = base
  }

  get words(): Words {
    return { ...this.payload.anchor, base: this.base }
  }

  get id(): ActId {
    return this.node.act.id
  }

  lift(lift: Lift): void {
    this.#lifts.push(lift)
  }

  liftOf(country: CountryCode, at: Node | null): ActId | null {
    const found = this.#lifts.find((lift) => isWithin(at, lift.node) && isFor(lift, country))
    return found?.node.act.id ?? null
  }

  /** Countries that still hold them. */
  openAt(at: Node | null): readonly CountryCode[] {
    return this.payload.countries.filter((country) => this.liftOf(country, at) === null)
  }

  /** The act with which the last of its countries let go. */
  get lifted(): Lift | null {
    const still = new Set(this.payload.countries)
    for (const lift of this.#lifts) {
      for (const country of [...still]) if (isFor(lift, country)) still.delete(country)
      if (still.size === 0) return lift
    }
    return null
  }
}

function isFor(lift: Lift, country: CountryCode): boolean {
  return lift.country === null || lift.country === country
}
