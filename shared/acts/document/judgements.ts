/**
 * Whether acts of consent have effect where they stand: the wording they rest on, the gate before "agreed"
 * (rule 21), what a re-opening answers (rule 22). null: they have.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { missingForAgreement, reservations, type ParagraphFacts } from '#shared/domain/consensus.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { isConsentKind } from '#shared/domain/paragraph.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Node } from '#shared/acts/set.ts'
import type { NoEffect, Sha256 } from '#shared/acts/state.ts'
import { comparableText, type Register, type View } from './register.ts'

export interface RestsOn {
  readonly hash: Sha256
  readonly wording: string
}

/** It must be a wording the paragraph had, and the words carried must be those of the hash. */
export function unfitWording(register: Register, node: Node, { hash, wording }: RestsOn): NoEffect | null {
  const known = register.wordingAt(node, hash)
  if (known === null || !saysTheSame(wording, comparableText(known.clauses))) return 'oldWording'
  return asksConsent(known.clauses) ? null : 'unknownParagraph'
}

function saysTheSame(carried: string, text: string): boolean {
  return carried === text || carried.normalize('NFC') === text
}

export function asksConsent(clauses: readonly Clause[]): boolean {
  const first = clauses[0]
  return first !== undefined && isConsentKind(first.kind)
}

export function isSuppressed(clauses: readonly Clause[] | undefined): boolean {
  return clauses?.[0]?.suppressed ?? false
}

/** What an agreement puts on record, or why there is none. */
export function judgeAgreement(
  view: View,
  { positions, open }: Pick<ParagraphFacts, 'positions' | 'open'>,
  parties: readonly CountryCode[],
  { hash, lastCall }: Payloads['agree'],
): { readonly reservations: readonly CountryCode[] } | { readonly noEffect: NoEffect } {
  const wording = view.current?.wording ?? null
  if (wording !== null && wording.hash !== hash) return { noEffect: 'oldWording' }
  const facts = {
    wording,
    suppressed: isSuppressed(wording?.clauses),
    disputed: view.disputed,
    agreement: null,
    positions,
    open,
  }
  const missing = missingForAgreement(facts, parties, lastCall)
  return missing.length > 0 ? { noEffect: 'gateNotMet' } : { reservations: reservations(positions) }
}
