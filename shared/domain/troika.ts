/** The Troika is the Presidency before, now and next (rule 42), computed from the sequence of Presidencies. */
import type { CountryCode } from './country.ts'

/** In order of succession; `from` is an ISO date or instant, null while the country has not assumed. */
export interface PresidencyTerm {
  readonly country: CountryCode
  readonly from: string | null
}

export interface Troika {
  readonly before: CountryCode | null
  readonly now: CountryCode | null
  readonly next: CountryCode | null
}

/** The last that has assumed by `now` presides; with null for `now`, whoever has a date has assumed. */
export function troika(presidencies: readonly PresidencyTerm[], now: string | null): Troika {
  const current = presidencies.findLastIndex((term) => hasAssumed(term, now))
  return {
    before: presidencies[current - 1]?.country ?? null,
    now: presidencies[current]?.country ?? null,
    next: presidencies[current + 1]?.country ?? null,
  }
}

/** In order of country code, each once: a country that presides twice in a row counts once. */
export function troikaMembers({ before, now, next }: Troika): readonly CountryCode[] {
  return [...new Set([before, now, next].filter((country) => country !== null))].sort()
}

function hasAssumed(term: PresidencyTerm, now: string | null): boolean {
  if (term.from === null) return false
  return now === null || Date.parse(term.from) <= Date.parse(now)
}
