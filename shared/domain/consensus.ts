/**
 * What a paragraph's positions amount to (rules 15 and 21). Pure counting over facts that others derive: which
 * wording is current, which positions were taken on it, which decision stands.
 */
import type { Clause } from './clause.ts'
import { COUNTRY_CODES, type CountryCode } from './country.ts'
import { hasPlaceholder } from './paragraph.ts'
import { blocks, consents, POSITION_VALUES, type PositionValue } from './position.ts'

/** What a country said of the current wording; lapsed when it was said of another one (rule 15). */
export type PositionFact =
  { readonly kind: 'none' } | { readonly kind: 'current' | 'lapsed'; readonly value: PositionValue }

/** A country without an entry has taken no position. */
export type PositionFacts = Readonly<Partial<Record<CountryCode, PositionFact>>>

export interface ParagraphFacts {
  /** null while two concurrent acts set it (rule 35). */
  readonly wording: { readonly clauses: readonly Clause[] } | null
  readonly suppressed: boolean
  /** Contradictory concurrent decisions that no later one settled. */
  readonly disputed: boolean
  readonly agreement: { readonly reservations: readonly CountryCode[] } | null
  readonly positions: PositionFacts
  /** What is still open on it (rule 21). */
  readonly open: readonly OpenMatter[]
}

/** A pending proposal or an open bracket, named by its act, with the countries whose it is. */
export interface OpenMatter {
  readonly kind: 'openProposal' | 'openBracket'
  readonly act: string
  readonly countries: readonly CountryCode[]
}

/** "Any objection?" asked at a meeting, with who was there to answer. */
export interface LastCall {
  readonly attendance: readonly CountryCode[]
}

/** What stands between a paragraph and "agreed" (rule 21), one entry per country and cause. */
export type Missing =
  | {
      readonly kind: 'noPosition' | 'lapsed' | 'objection' | 'scrutiny' | 'noInstructions'
      readonly country: CountryCode
    }
  | { readonly kind: 'placeholder' | 'noCurrentWording' | 'disputed' | 'suppressed' }
  | OpenMatter

export type ParagraphStatus =
  | 'agreed'
  | 'agreedWithReservation'
  /** An objection or a live scrutiny reservation. */
  | 'blocked'
  | 'open'
  /** Contradictory concurrent decisions: nothing counts until a Chair's act names both. */
  | 'disputed'
  | 'suppressed'

/**
 * Empty when the Chair may mark the paragraph agreed. An objection or a live scrutiny reservation stops it
 * whoever voiced it; a position is awaited of the required parties only. A last call stands for the silence of
 * those who were there to be asked, never for a position that lapsed.
 */
export function missingForAgreement(
  paragraph: ParagraphFacts,
  parties: readonly CountryCode[],
  lastCall: LastCall | null = null,
): readonly Missing[] {
  const missing: Missing[] = []
  if (paragraph.suppressed) missing.push({ kind: 'suppressed' })
  if (paragraph.disputed) missing.push({ kind: 'disputed' })
  if (paragraph.wording === null) missing.push({ kind: 'noCurrentWording' })
  else if (hasPlaceholder(paragraph.wording.clauses)) missing.push({ kind: 'placeholder' })
  missing.push(...paragraph.open)
  for (const country of COUNTRY_CODES) {
    const required = parties.includes(country)
    const asked = lastCall?.attendance.includes(country) ?? false
    const kind = missingOf(paragraph.positions[country] ?? { kind: 'none' }, required, asked)
    if (kind) missing.push({ kind, country })
  }
  return missing
}

function missingOf(position: PositionFact, required: boolean, asked: boolean) {
  if (position.kind === 'current') {
    if (position.value === 'object') return 'objection'
    if (position.value === 'scrutiny') return 'scrutiny'
    if (consents(position.value)) return null
    return required && !asked ? 'noInstructions' : null
  }
  if (!required) return null
  if (position.kind === 'lapsed') return 'lapsed'
  return asked ? null : 'noPosition'
}

export function paragraphStatus(paragraph: ParagraphFacts): ParagraphStatus {
  if (paragraph.disputed || paragraph.wording === null) return 'disputed'
  if (paragraph.suppressed) return 'suppressed'
  if (paragraph.agreement) {
    return paragraph.agreement.reservations.length > 0 ? 'agreedWithReservation' : 'agreed'
  }
  return currentValues(paragraph.positions).some(blocks) ? 'blocked' : 'open'
}

/** Countries whose current position is a reservation: what an agreement puts on record. */
export function reservations(positions: PositionFacts): readonly CountryCode[] {
  return COUNTRY_CODES.filter((country) => {
    const position = positions[country]
    return position?.kind === 'current' && position.value === 'reserve'
  })
}

export type PositionCounts = Readonly<Record<PositionValue | 'lapsed' | 'none', number>>

/** How many of the parties said what; each party is counted once, a lapsed position as lapsed only. */
export function countPositions(positions: PositionFacts, parties: readonly CountryCode[]): PositionCounts {
  const counts = {
    agree: 0,
    adReferendum: 0,
    reserve: 0,
    noInstructions: 0,
    scrutiny: 0,
    object: 0,
    lapsed: 0,
    none: 0,
  }
  for (const country of parties) {
    const position = positions[country]
    counts[position?.kind === 'current' ? position.value : (position?.kind ?? 'none')]++
  }
  return counts
}

function currentValues(positions: PositionFacts): readonly PositionValue[] {
  const values = Object.values(positions).flatMap((one) => (one.kind === 'current' ? [one.value] : []))
  return POSITION_VALUES.filter((value) => values.includes(value))
}
