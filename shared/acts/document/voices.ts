/**
 * What the countries say of one paragraph. A country's position is its causally last act; of concurrent
 * ones the most cautious holds, whatever the order of arrival. A position counts only on the current
 * wording and only if it was taken after that wording was set (rule 15).
 */
import type { PositionFact, PositionFacts } from '#shared/domain/consensus.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { mostCautious } from '#shared/domain/position.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { Setter } from './register.ts'

export interface Voice extends Effective<Payloads['position']> {
  /** "Trasladada" (rule 11): the act with which it was said of a part; the node is the round that joined them. */
  readonly carriedFrom?: Node
}

export class Voices {
  /** In canonical order. */
  readonly #voices = new Map<CountryCode, Voice[]>()
  readonly #tips = new Map<CountryCode, readonly Voice[]>()

  take(country: CountryCode, voice: Voice): void {
    const all = this.#voices.get(country)
    if (all) all.push(voice)
    else this.#voices.set(country, [voice])
    const unknown = this.#tips.get(country)?.filter(({ node }) => !reaches(voice.node.place, node.place))
    this.#tips.set(country, unknown ? [...unknown, voice] : [voice])
  }

  of(country: CountryCode): readonly Voice[] {
    return this.#voices.get(country) ?? []
  }

  /** The one that holds as the act knew it; with null, as all acts make it. */
  holding(country: CountryCode, at: Node | null, standing: readonly Setter[]): Voice | null {
    const last = this.#lastAt(country, at)
    if (last.length <= 1) return last[0] ?? null
    const value = mostCautious(last.map(({ payload }) => payload.value))
    const cautious = last.filter(({ payload }) => payload.value === value)
    return cautious.find((voice) => isCurrent(voice, standing)) ?? cautious[0] ?? null
  }

  facts(at: Node | null, standing: readonly Setter[]): PositionFacts {
    const facts: Partial<Record<CountryCode, PositionFact>> = {}
    for (const country of COUNTRY_CODES) {
      const voice = this.holding(country, at, standing)
      if (!voice) continue
      const kind = isCurrent(voice, standing) ? 'current' : 'lapsed'
      facts[country] = { kind, value: voice.payload.value }
    }
    return facts
  }

  #lastAt(country: CountryCode, at: Node | null): readonly Voice[] {
    const tips = this.#tips.get(country) ?? []
    if (at === null || tips.every(({ node }) => reaches(at.place, node.place))) return tips
    const known = this.of(country).filter(({ node }) => reaches(at.place, node.place))
    return known.filter(
      (voice) => !known.some((other) => other !== voice && reaches(other.node.place, voice.node.place)),
    )
  }
}

/** `standing`: the acts that set the current wording; none while it is in dispute. */
export function isCurrent({ node, payload }: Voice, standing: readonly Setter[]): boolean {
  return standing.some(
    ({ wording, origins }) =>
      wording.hash === payload.hash && origins.some((origin) => reaches(node.place, origin.place)),
  )
}
