/**
 * Proposals and brackets as the plain values that everybody reads (negotiation-state.ts). There are thousands
 * of proposals: their fields are written out, since spreading them costs several times as much.
 */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { placeOf } from '#shared/domain/proposal.ts'
import type { BracketState, Done, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { ActId, Instant } from '#shared/acts/state.ts'
import type { Bracket } from './brackets.ts'
import { standingAt } from './standing.ts'
import type { Text } from './text.ts'
import type { Decided, Version } from './version.ts'
import { placeNow } from './whereabouts.ts'

export interface NegotiationOptions {
  readonly text: Text
  receivedAt(act: ActId): Instant | null
  isLate(act: ActId): boolean
}

export function projectProposal(version: Version, options: NegotiationOptions): ProposalState {
  const { payload, id } = version
  const { status, baseChanged } = standingAt(version, options.text, null)
  const place = placeOf(payload.operation)
  return {
    act: id,
    by: payload.by,
    received: options.receivedAt(id),
    claimed: payload.at,
    proposal: payload.proposal,
    version: payload.version,
    previous: payload.previous,
    operation: payload.operation,
    paragraph: place === null ? null : options.text.parts.standsIn(place, null),
    language: payload.language,
    proponents: version.proponentsAt(null),
    nature: payload.nature,
    reason: payload.reason,
    answers: payload.answers,
    replaces: payload.replaces,
    huddle: payload.huddle,
    status,
    baseChanged,
    round: version.round,
    backings: backingsOf(version, options),
    decision: decisionOf(version.decisionAt(null), options),
    supersededBy: version.successorAt(null),
    late: options.isLate(id),
  }
}

export function projectBracket(bracket: Bracket, options: NegotiationOptions): BracketState {
  const { anchor, countries, byChair, reason } = bracket.payload
  const { text } = options
  const { lifted } = bracket
  return {
    ...done(bracket, options),
    paragraph: text.parts.standsIn(anchor.paragraph, null),
    quote: anchor.quote,
    place: placeNow(bracket.words, text),
    byChair,
    reason,
    countries: countries.map((country) => ({ country, lifted: bracket.liftOf(country, null) })),
    lifted: lifted ? { ...done(lifted, options), meeting: lifted.payload.meeting?.meeting ?? null } : null,
  }
}

const NO_BACKINGS: ProposalState['backings'] = {}

function backingsOf(version: Version, options: NegotiationOptions): ProposalState['backings'] {
  if (version.isUnanswered) return NO_BACKINGS
  const backings: Partial<Record<CountryCode, ProposalState['backings'][CountryCode]>> = {}
  for (const country of COUNTRY_CODES) {
    const backed = version.backingOf(country, null)
    const value = backed?.payload.value
    if (backed && value)
      backings[country] = { ...done(backed, options), value, reason: backed.payload.reason }
  }
  return backings as ProposalState['backings'] // `as`: only countries with a backing were entered
}

function decisionOf(decided: Decided | null, options: NegotiationOptions): ProposalState['decision'] {
  if (!decided) return null
  const { kind, whole, payload } = decided
  return { ...done(decided, options), kind, whole, reason: payload.reason }
}

function done({ node, payload }: Effective<{ by: string; at: Instant }>, options: NegotiationOptions): Done {
  const act = node.act.id
  return { act, by: payload.by, received: options.receivedAt(act), claimed: payload.at }
}
