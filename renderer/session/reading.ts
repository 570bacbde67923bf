/** What of a text under negotiation a member wants to read: the text as it is, or with what others would make of it. */
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { LogEntry, ParagraphState, Wording } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { isPending } from '#shared/print/compilation.ts'

/**
 * | current     | the Chair's text, and nothing else                                   |
 * | compilation | with everything that waits, in brackets, as on paper                 |
 * | accepted    | as it would read if all were accepted                                |
 * | country     | with what one country proposes or brackets                           |
 * | sinceVisit  | what others changed or proposed since this member was last here      |
 */
export type Show =
  | { readonly kind: 'current' | 'compilation' | 'accepted' | 'sinceVisit' }
  | { readonly kind: 'country'; readonly country: CountryCode }

interface Wanted {
  readonly proposals: readonly ProposalState[]
  readonly brackets: readonly BracketState[]
}

const NOTHING: Wanted = { proposals: [], brackets: [] }

export function wantedOf(show: Show, { proposals, brackets }: Wanted, since: string | null): Wanted {
  const pending = proposals.filter(isPending)
  const open = brackets.filter(({ lifted }) => lifted === null)
  switch (show.kind) {
    case 'current':
      return NOTHING
    case 'compilation':
      return { proposals: pending, brackets: open }
    case 'accepted':
      return { proposals: pending, brackets: [] }
    case 'country': {
      const { country } = show
      return {
        proposals: pending.filter((one) => countriesBehind(one).includes(country)),
        brackets: open.filter(({ countries }) =>
          countries.some((one) => one.country === country && one.lifted === null),
        ),
      }
    }
    case 'sinceVisit':
      return since === null
        ? NOTHING
        : {
            proposals: pending.filter((one) => isAfter(one, since)),
            brackets: open.filter((one) => isAfter(one, since)),
          }
  }
}

export const countriesBehind = ({ proponents }: ProposalState): readonly CountryCode[] =>
  proponents.flatMap(({ country, state }) => (state === 'withdrawn' ? [] : [country]))

/** Whether the relay took it after that; what only this device has, is its own. */
const isAfter = ({ received }: { readonly received: string | null }, since: string): boolean =>
  received !== null && received > since

/** When the relay took each act, by its id. */
export const receiptsOf = (log: readonly LogEntry[]): ReadonlyMap<string, LogEntry> =>
  new Map(log.map((entry) => [entry.act, entry]))

/** The wording in force then; null: the paragraph was not there. */
export function wordingAt(
  { history }: ParagraphState,
  log: ReadonlyMap<string, LogEntry>,
  since: string,
): Wording | null {
  const then = history.findLast(({ act }) => {
    const entry = log.get(act)
    return (
      entry !== undefined && entry.noEffect === null && entry.received !== null && entry.received <= since
    )
  })
  return then ?? null
}

/** The countries whose proposals wait, in order of code. */
export const countriesWaiting = (proposals: readonly ProposalState[]): readonly CountryCode[] =>
  [...new Set(proposals.filter(isPending).flatMap(countriesBehind))].sort()
