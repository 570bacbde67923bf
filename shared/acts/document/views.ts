/**
 * The projections of one fold, kept from one derivation to the next: what no act touched is the very same
 * object again, so that a window sees at a glance what has changed.
 */
import type { CountryCode } from '#shared/domain/country.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ActId, Instant, ParagraphState } from '#shared/acts/state.ts'
import type { Bracket } from './brackets.ts'
import type { DocumentFold } from './fold.ts'
import type { Journal } from './journal.ts'
import { projectBracket, projectProposal } from './project-negotiation.ts'
import { projectParagraph } from './project.ts'
import type { Touched } from './touched.ts'
import type { Version } from './version.ts'

export interface ViewOptions {
  readonly parties: readonly CountryCode[]
  receivedAt(act: ActId): Instant | null
}

export interface Seen {
  readonly paragraphs: readonly ParagraphState[]
  readonly proposals: readonly ProposalState[]
  readonly brackets: readonly BracketState[]
}

export class Views {
  readonly #fold: DocumentFold
  readonly #journal: Journal
  readonly #paragraphs = new Map<string, ParagraphState>()
  readonly #proposals = new Map<Version, ProposalState>()
  readonly #brackets = new Map<Bracket, BracketState>()
  #parties: string | null = null
  #numbers: ReadonlyMap<string, string> | null = null
  #inOrder: readonly ParagraphState[] = []
  #indexes: ReadonlyMap<string, number> = new Map()

  constructor(fold: DocumentFold, journal: Journal) {
    this.#fold = fold
    this.#journal = journal
  }

  look(touched: Touched, options: ViewOptions): Seen {
    const { negotiation, text } = this.#fold
    const stirred = this.#stirred(touched)
    for (const version of stirred) this.#proposals.delete(version)
    const standsIn = (id: string | null) => id && text.parts.standsIn(id, null)
    const places = new Set<string | null>([...touched.paragraphs].map(standsIn))
    for (const { payload } of stirred) {
      for (const { paragraph } of targetsOf(payload.operation)) places.add(paragraph)
    }
    for (const paragraph of places) {
      if (paragraph === null) continue
      for (const bracket of negotiation.bracketsOn(paragraph)) this.#brackets.delete(bracket)
    }
    const { receivedAt } = options
    const negotiating = { text, receivedAt, isLate: (act: ActId) => this.#journal.isLate(act) }
    return {
      paragraphs: this.#paragraphsAfter(places, options),
      proposals: negotiation.versions.map((version) =>
        kept(this.#proposals, version, () => projectProposal(version, negotiating)),
      ),
      brackets: negotiation.brackets.map((bracket) =>
        kept(this.#brackets, bracket, () => projectBracket(bracket, negotiating)),
      ),
    }
  }

  /** Proposals at a place that an act touched, and those that an act elsewhere is about. */
  #stirred({ paragraphs, acts }: Touched): Set<Version> {
    const { negotiation } = this.#fold
    const there = [...paragraphs].flatMap((paragraph) => negotiation.versionsOn(paragraph))
    return new Set([...there, ...[...acts].flatMap((act) => negotiation.concernedBy(act))])
  }

  /** Where nothing was numbered anew the order is as it was, and only what was touched is looked at. */
  #paragraphsAfter(touched: ReadonlySet<string | null>, options: ViewOptions): readonly ParagraphState[] {
    const fold = this.#fold
    const isSameParties = this.#parties === options.parties.join()
    this.#parties = options.parties.join()
    if (fold.isUnread) return []
    if (isSameParties && this.#numbers === fold.text.numbers) {
      const seen = [...this.#inOrder]
      for (const id of touched) {
        const index = id === null ? undefined : this.#indexes.get(id)
        if (id !== null && index !== undefined) seen.splice(index, 1, ...this.#paragraph(id, options))
      }
      this.#inOrder = seen
      return seen
    }
    const isTouched = (id: string) => !isSameParties || touched.has(id)
    this.#inOrder = fold.text.order.flatMap((id) => this.#paragraph(id, options, isTouched(id)))
    this.#indexes = new Map(this.#inOrder.map(({ id }, index) => [id, index]))
    this.#numbers = fold.text.numbers
    return this.#inOrder
  }

  /** None where the text does not have it. */
  #paragraph(id: string, options: ViewOptions, isTouched = true): ParagraphState[] {
    const { text, negotiation } = this.#fold
    const register = text.registers.get(id)
    if (!register) return []
    const number = text.numbers.get(id) ?? ''
    const part = text.parts.partOf(id)
    const known = this.#paragraphs.get(id)
    if (known?.part === part && known.number === number && !isTouched) return [known]
    const { parties, receivedAt } = options
    const open = negotiation.openOn(id, null)
    const made = projectParagraph(register, this.#fold.voicesOf(id), number, {
      parties,
      receivedAt,
      open,
      part,
    })
    this.#paragraphs.set(id, made)
    return [made]
  }
}

function kept<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
