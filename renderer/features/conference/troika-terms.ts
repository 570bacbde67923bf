import type { Presidency } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'

export interface Turn {
  readonly turn: 'before' | 'now' | 'next'
  readonly term: Presidency
}

/**
 * The Presidencies around the one in office, in their order. `ppt` is what the conference has derived, by
 * its own time: of several terms of that country it is the last that has a beginning.
 */
export function troikaTerms(presidencies: readonly Presidency[], ppt: CountryCode | null): readonly Turn[] {
  const now = presidencies.findLastIndex(({ country, from }) => country === ppt && from !== null)
  const turns = [
    ['before', now < 0 ? undefined : presidencies[now - 1]],
    ['now', now < 0 ? undefined : presidencies[now]],
    ['next', presidencies[now + 1]],
  ] as const
  return turns.flatMap(([turn, term]) => (term === undefined ? [] : [{ turn, term }]))
}
