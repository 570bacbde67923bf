import type { CountryCode } from '#shared/domain/country.ts'
import type { Nature } from '#shared/domain/proposal.ts'

/** Which cards the member wants to see. */
export interface CardFilter {
  /** Of the whole text, not of the current paragraph alone. */
  readonly everywhere: boolean
  readonly state: 'waiting' | 'ended' | 'all'
  /** Behind the proposal, or with a word on it. */
  readonly country: CountryCode | null
  readonly nature: Nature | null
}

export const FIRST_FILTER: CardFilter = { everywhere: false, state: 'waiting', country: null, nature: null }
