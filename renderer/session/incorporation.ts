/**
 * What the Chair makes of proposals (rules 2 and 7): each is offered as changes of the text as it is, of which
 * some are chosen; where they do not meet the text has them at once, where they do the Chair writes. Nothing
 * here is decided: it is what the incorporating act will say.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { suppressed } from '#shared/acts/document/hashes.ts'
import {
  hunksBetween,
  hunksMeet,
  isSameToTheLetter,
  rebase,
  textOf,
  tokensOf,
  withHunks,
  type Hunk,
} from '#shared/acts/three-way.ts'
import type { Clause, ClauseLevel } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { shownWording } from './outline.ts'
import { setBy } from './wordings.ts'

/** One contiguous change of the text as it is. */
export interface Part {
  /** From 1, in the order of the text. */
  readonly n: number
  readonly before: string
  readonly after: string
  readonly hunks: readonly Hunk[]
}

/**
 * A proposal as the Chair can take it. `words` has parts to choose from; none where the text changed under it,
 * and it is written by hand. `also`: paragraphs that a merger suppresses.
 */
export type Offer =
  | {
      readonly kind: 'words'
      readonly proposal: ProposalState
      readonly parts: readonly Part[]
      readonly also: readonly string[]
    }
  | { readonly kind: 'delete' | 'insert' | 'move' | 'split'; readonly proposal: ProposalState }

/** By act the parts chosen of it; of what has no parts, none. */
export type Ticks = ReadonlyMap<string, ReadonlySet<number>>

/** A paragraph that would be given a wording, and what it would begin as. */
export interface Slot {
  readonly key: string
  /** null: a new one, after `after`, which may be one of the same act. */
  readonly paragraph: string | null
  readonly after: string | null
  readonly base: readonly string[]
  readonly before: readonly Clause[]
  readonly made: readonly Clause[]
}

export interface Clash {
  readonly one: { readonly act: string; readonly n: number | null }
  readonly other: { readonly act: string; readonly n: number | null }
}

export interface Plan {
  /** Moving and splitting are acts of their own. */
  readonly way: 'words' | 'move' | 'split'
  readonly used: readonly ProposalState[]
  readonly slots: readonly Slot[]
  /** Chosen changes that concern the same words; neither is in what was made. */
  readonly clashes: readonly Clash[]
}

export type SplitAs = 'parts' | 'paragraphs'

/** The wording a proposal rests on at that paragraph, if the text ever had it. */
export function baseOf(
  { operation }: ProposalState,
  { id, history }: ParagraphState,
): readonly Clause[] | undefined {
  const targets =
    operation.kind === 'insert' ? [] : operation.kind === 'merge' ? operation.paragraphs : [operation]
  const named = targets.find(({ paragraph }) => paragraph === id)
  return history.find(({ hash }) => hash === named?.hash)?.clauses
}

export function offerOf(proposal: ProposalState, paragraph: ParagraphState): Offer {
  const { operation } = proposal
  switch (operation.kind) {
    case 'amend':
      return { kind: 'words', proposal, parts: partsOf(proposal, paragraph, operation.clauses), also: [] }
    case 'alternative':
    case 'merge': {
      const also = operation.kind === 'merge' ? operation.paragraphs.slice(1).map((one) => one.paragraph) : []
      const parts = partsOf(proposal, paragraph, operation.clauses)
      return { kind: 'words', proposal, parts: asOne(parts, paragraph), also }
    }
    default:
      return { kind: operation.kind, proposal }
  }
}

function partsOf(
  proposal: ProposalState,
  paragraph: ParagraphState,
  mine: readonly Clause[],
): readonly Part[] {
  const current = shownWording(paragraph)?.clauses
  const base = baseOf(proposal, paragraph)
  if (current === undefined || base === undefined) return []
  const brought = rebase(base, current, mine)
  return 'overlap' in brought ? [] : grouped(current, hunksBetween(current, brought.clauses))
}

/** Words changed with nothing but blanks between them are one change. */
function grouped(current: readonly Clause[], hunks: readonly Hunk[]): readonly Part[] {
  const tokens = tokensOf(current)
  const groups: Hunk[][] = []
  for (const hunk of hunks) {
    const last = groups.at(-1)
    const between = last === undefined ? '·' : textOf(tokens.slice(last.at(-1)?.to ?? 0, hunk.from))
    if (last !== undefined && /^[^\S\n]*$/u.test(between)) last.push(hunk)
    else groups.push([hunk])
  }
  return groups.map((group, i) => partOf(current, group, i + 1))
}

/** Another wording of the whole is taken as a whole. */
const asOne = (parts: readonly Part[], paragraph: ParagraphState): readonly Part[] =>
  parts.length < 2
    ? parts
    : [
        partOf(
          shownWording(paragraph)?.clauses ?? [],
          parts.flatMap(({ hunks }) => hunks),
          1,
        ),
      ]

function partOf(current: readonly Clause[], hunks: readonly Hunk[], n: number): Part {
  const tokens = tokensOf(current)
  let [before, after, at] = ['', '', hunks[0]?.from ?? 0]
  for (const { from, to, put } of hunks) {
    const kept = textOf(tokens.slice(at, from))
    before += kept + textOf(tokens.slice(from, to))
    after += kept + textOf(put)
    at = to
  }
  return { n, before: before.trim(), after: after.trim(), hunks }
}

export const allParts = (offer: Offer): ReadonlySet<number> =>
  new Set(offer.kind === 'words' ? offer.parts.map(({ n }) => n) : [])

const standsAlone = ({ kind }: Offer): boolean => kind === 'move' || kind === 'split'

/** `parts` null: the proposal is not used. What is an act of its own is used alone. */
export function choose(
  ticks: Ticks,
  offers: readonly Offer[],
  offer: Offer,
  parts: ReadonlySet<number> | null,
): Ticks {
  const next = new Map(ticks)
  if (parts === null) {
    next.delete(offer.proposal.act)
    return next
  }
  for (const other of offers) {
    if (standsAlone(offer) || standsAlone(other)) next.delete(other.proposal.act)
  }
  return next.set(offer.proposal.act, parts)
}

export interface PlanOptions {
  readonly paragraph: ParagraphState
  /** Of the whole text, in its order. */
  readonly text: readonly ParagraphState[]
  readonly offers: readonly Offer[]
  readonly ticks: Ticks
  readonly splitAs: SplitAs
}

export function planOf({ paragraph, text, offers, ticks, splitAs }: PlanOptions): Plan {
  const chosen = offers.filter(({ proposal }) => ticks.has(proposal.act))
  const used = chosen.map(({ proposal }) => proposal)
  const [alone] = chosen.filter(standsAlone)
  if (alone?.kind === 'move') return { way: 'move', used, slots: [], clashes: [] }
  const current = shownWording(paragraph)?.clauses ?? []
  const own = { key: paragraph.id, paragraph: paragraph.id, after: null, base: setBy(paragraph) }
  if (alone?.proposal.operation.kind === 'split') {
    const { parts } = alone.proposal.operation
    if (splitAs === 'parts' && mayStayOne(paragraph, parts))
      return { way: 'split', used, slots: [], clashes: [] }
    const [first = [], ...others] = parts
    const slot = { ...own, before: current, made: first }
    return { way: 'words', used, slots: [slot, ...newOnes(paragraph.id, others)], clashes: [] }
  }
  const { made, clashes } = madeOf(current, chosen, ticks)
  const also = chosen.flatMap((offer) => (offer.kind === 'words' ? offer.also : []))
  const gone = text.filter(({ id, status }) => also.includes(id) && status !== 'suppressed')
  const insertions = chosen.filter(({ kind }) => kind === 'insert')
  const isAbout = insertions.length === 0 || insertions.length < chosen.length
  return {
    way: 'words',
    used,
    clashes,
    slots: [
      ...(isAbout ? [{ ...own, before: current, made }] : []),
      ...gone.map((one): Slot => {
        const before = shownWording(one)?.clauses ?? []
        return {
          ...{ key: one.id, paragraph: one.id, after: null, base: setBy(one) },
          ...{ before, made: suppressed(before) },
        }
      }),
      ...inserted(insertions),
    ],
  }
}

/** What follows the same paragraph follows each other, in the order in which it was tabled. */
function inserted(insertions: readonly Offer[]): Slot[] {
  const last = new Map<string | null, string>()
  return insertions.flatMap(({ proposal: { operation } }) => {
    if (operation.kind !== 'insert') return []
    const [slot] = newOnes(last.get(operation.after) ?? operation.after, [operation.clauses])
    if (slot !== undefined) last.set(operation.after, slot.key)
    return slot ?? []
  })
}

function newOnes(after: string | null, wordings: readonly (readonly Clause[])[]): Slot[] {
  let follows = after
  return wordings.map((made): Slot => {
    const key = made[0]?.id ?? ''
    const slot = { key, paragraph: null, after: follows, base: [], before: [], made }
    follows = key
    return slot
  })
}

interface Change {
  readonly act: string
  readonly n: number | null
  readonly hunks: readonly Hunk[]
}

function madeOf(current: readonly Clause[], chosen: readonly Offer[], ticks: Ticks) {
  const changes = chosen.flatMap(({ proposal: { act }, ...offer }): Change[] => {
    if (offer.kind !== 'words') return []
    const of = ticks.get(act) ?? new Set()
    return offer.parts.filter(({ n }) => of.has(n)).map(({ n, hunks }) => ({ act, n, hunks }))
  })
  const clashes: Clash[] = []
  const left = new Set<Change>()
  const twice = new Set<Change>()
  changes.forEach((one, i) => {
    for (const other of changes.slice(i + 1)) {
      if (isSame(one, other)) twice.add(other)
      else if (one.hunks.some((a) => other.hunks.some((b) => hunksMeet(current, a, b)))) {
        clashes.push({ one, other })
        left.add(one).add(other)
      }
    }
  })
  const deleting = chosen.find(({ kind }) => kind === 'delete')?.proposal.act
  if (deleting !== undefined) {
    for (const { act, n } of changes) clashes.push({ one: { act: deleting, n: null }, other: { act, n } })
    return { made: changes.length > 0 ? current : suppressed(current), clashes }
  }
  const hunks = changes.filter((one) => !left.has(one) && !twice.has(one)).flatMap((one) => one.hunks)
  return { made: hunks.length === 0 ? current : (withHunks(current, hunks) ?? current), clashes }
}

/** Two who want the same change do not stand in each other's way. */
const isSame = (one: Change, other: Change): boolean => keyOf(one) === keyOf(other)
const keyOf = ({ hunks }: Change): string =>
  JSON.stringify(hunks.map(({ from, to, put }) => [from, to, put.map(({ key }) => key)]))

/** To split for negotiation is not to change: the parts say together what the whole says (rule 11). */
export const mayStayOne = (paragraph: ParagraphState, parts: readonly (readonly Clause[])[]): boolean =>
  paragraph.part === null &&
  paragraph.wording !== null &&
  bare(paragraph.wording.clauses) === bare(parts.flat()) &&
  paragraph.consent

const bare = (clauses: readonly Clause[]): string => wordingText(clauses).replace(/\s/gu, '')

/** The parts as the act has them: what begins where a sub-paragraph began is one in the whole. */
export function withLevels(
  { wording }: ParagraphState,
  parts: readonly (readonly Clause[])[],
): { readonly clauses: readonly Clause[]; readonly level: ClauseLevel }[] {
  const begins = new Map<number, ClauseLevel>()
  let at = 0
  for (const clause of body(wording?.clauses ?? [])) {
    begins.set(at, clause.level)
    at += bare([clause]).length
  }
  let offset = 0
  return parts.map((clauses) => {
    const level = begins.get(offset) ?? 0
    offset += bare(body(clauses)).length
    return { clauses, level }
  })
}

const body = (clauses: readonly Clause[]) => clauses.filter(({ kind }) => kind !== 'footnote')

/** What the act would give: those paragraphs whose words, as they stand beside each slot, are other words. */
export function changesOf(
  { slots }: Plan,
  wordsOf: (slot: Slot) => readonly Clause[],
): { readonly slot: Slot; readonly clauses: readonly Clause[] }[] {
  return slots
    .map((slot) => ({ slot, clauses: wordsOf(slot) }))
    .filter(
      ({ slot, clauses }) =>
        slot.paragraph === null || slot.base.length > 1 || !isSameToTheLetter(slot.before, clauses),
    )
}
