/** What a fold says, as the plain values that everybody reads (state.ts). */
import { missingForAgreement, paragraphStatus, type OpenMatter } from '#shared/domain/consensus.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { PartOf } from '#shared/acts/negotiation-state.ts'
import type {
  ActId,
  Instant,
  CountryPosition,
  ParagraphState,
  PreparedPosition,
  Wording,
} from '#shared/acts/state.ts'
import type { DocumentFold } from './fold.ts'
import { asksConsent, isSuppressed } from './judgements.ts'
import type { Register, Setter, View } from './register.ts'
import { isCurrent, type Voices } from './voices.ts'

export interface ProjectOptions {
  readonly parties: readonly CountryCode[]
  /** What is still open on the paragraph (rule 21). */
  readonly open: readonly OpenMatter[]
  readonly part: PartOf | null
  receivedAt(act: ActId): Instant | null
}

export function projectParagraph(
  register: Register,
  voices: Voices,
  number: string,
  options: ProjectOptions,
): ParagraphState {
  const view = register.view(null)
  const clauses = register.clausesAt(null)
  const agreement = view.inForce[0]
  const facts = {
    wording: view.current?.wording ?? null,
    suppressed: isSuppressed(view.current?.wording.clauses),
    disputed: view.disputed,
    agreement: agreement ?? null,
    positions: voices.facts(null, view.standing),
    open: options.open,
  }
  const consent = asksConsent(clauses)
  const isAgreed = agreement !== undefined && !view.disputed
  return {
    id: register.id,
    kind: clauses[0]?.kind ?? 'text',
    number,
    consent,
    part: options.part,
    status: paragraphStatus(facts),
    wording: facts.wording,
    alternatives: view.disputed ? alternativesOf(view) : [],
    history: historyOf(register),
    positions: positionsOf(voices, view.standing, options),
    agreement: agreement
      ? {
          act: agreement.node.act.id,
          by: agreement.payload.by,
          received: options.receivedAt(agreement.node.act.id),
          claimed: agreement.payload.at,
          reservations: agreement.reservations,
        }
      : null,
    reopened:
      view.reopened && !isAgreed
        ? { act: view.reopened.node.act.id, reason: view.reopened.payload.reason }
        : null,
    missing: consent && !isAgreed ? missingForAgreement(facts, options.parties) : [],
  }
}

/** What a member prepared for its Speaker; only on paragraphs that are here. */
export function projectPrepared(fold: DocumentFold): PreparedPosition[] {
  return fold.prepared.flatMap(({ node, payload }) => {
    const register = fold.text.registers.get(payload.paragraph)
    if (!register) return []
    const { country, paragraph, hash, value, reason, by, at } = payload
    const answered = fold
      .voicesOf(paragraph)
      .of(country)
      .some((voice) => voice.payload.hash === hash && !reaches(node.place, voice.node.place))
    const lapsed = register.view(null).current?.wording.hash !== hash
    return [{ act: node.act.id, country, paragraph, hash, value, reason, by, claimed: at, lapsed, answered }]
  })
}

/** Each wording once, the one that stands first. */
function alternativesOf({ current, heads }: View): Wording[] {
  const all = current ? [current, ...heads] : heads
  return [...new Map(all.map(({ wording }) => [wording.hash, wording])).values()]
}

/** With the wordings of the parts it was joined from. */
function historyOf(register: Register): Wording[] {
  return settersOf(register)
    .sort(byPlace)
    .map(({ wording }) => wording)
}

function settersOf({ setters, passedOver, joined }: Register): Setter[] {
  return [...setters, ...passedOver, ...joined.flatMap(settersOf)]
}

function byPlace(a: Setter, b: Setter): number {
  return a.node.place.depth - b.node.place.depth || (a.wording.act < b.wording.act ? -1 : 1)
}

function positionsOf(
  voices: Voices,
  standing: readonly Setter[],
  options: ProjectOptions,
): Record<CountryCode, CountryPosition> {
  const positions = COUNTRY_CODES.map((country): [CountryCode, CountryPosition] => [
    country,
    positionOf(voices, country, standing, options),
  ])
  return Object.fromEntries(positions) as Record<CountryCode, CountryPosition> // one entry for every code
}

function positionOf(
  voices: Voices,
  country: CountryCode,
  standing: readonly Setter[],
  { receivedAt }: ProjectOptions,
): CountryPosition {
  const voice = voices.holding(country, null, standing)
  if (!voice) return { kind: 'none' }
  const { value, by, at, reason, wording } = voice.payload
  const act = (voice.carriedFrom ?? voice.node).act.id
  const carried = voice.carriedFrom !== undefined
  const kind = isCurrent(voice, standing) ? 'current' : 'lapsed'
  return { kind, value, act, by, received: receivedAt(act), claimed: at, reason, wording, carried }
}
