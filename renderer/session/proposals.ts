/** What a window counts, orders and finds among proposals and brackets. */
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { ProposalStatus } from '#shared/domain/proposal.ts'
import { FIRST_FILTER, type CardFilter } from './card-filter.ts'
import type { Place, View } from './view.ts'

/** A proposal as it stands, with the versions it took the place of, the newest first. */
export interface Lineage {
  readonly head: ProposalState
  readonly older: readonly ProposalState[]
}

const WAITING: readonly ProposalStatus[] = ['pending', 'afterAgreement', 'suppressedMeanwhile', 'fallen']
/** Somebody still has to do something about it: the Chair, or those who proposed it. */
export const isWaiting = ({ status }: ProposalState): boolean => WAITING.includes(status)

/** Two versions made apart of one proposal both stand, until one of them takes the other's place. */
export function lineagesOf(proposals: readonly ProposalState[]): readonly Lineage[] {
  const byAct = new Map(proposals.map((one) => [one.act, one]))
  const replaced = new Set(proposals.flatMap(({ previous }) => (previous === null ? [] : [previous])))
  return proposals
    .filter(({ act }) => !replaced.has(act))
    .map((head) => {
      const older: ProposalState[] = []
      let before = head.previous === null ? undefined : byAct.get(head.previous)
      while (before !== undefined) {
        older.push(before)
        before = before.previous === null ? undefined : byAct.get(before.previous)
      }
      return { head, older }
    })
}

/** The row it is shown at: what comes before the first paragraph, at the first. */
export const rowOf = ({ paragraph }: ProposalState, order: readonly string[]): string | null =>
  paragraph ?? order[0] ?? null

/** Nothing of it is lost, but its place is (rules 4, 10 and 33): it lies in the tray. */
export function isInTray(proposal: ProposalState, order: readonly string[]): boolean {
  if (!isWaiting(proposal)) return false
  if (proposal.status === 'fallen' || proposal.status === 'suppressedMeanwhile') return true
  const row = rowOf(proposal, order)
  return row === null || !order.includes(row)
}

export function chooseLineages(
  all: readonly Lineage[],
  order: readonly string[],
  { state, country, nature, ...filter }: CardFilter,
  paragraph: string | null,
): readonly Lineage[] {
  const place = new Map(order.map((id, at) => [id, at]))
  const at = ({ head }: Lineage) => place.get(rowOf(head, order) ?? '') ?? order.length
  return all
    .filter(
      ({ head }) =>
        !isInTray(head, order) &&
        (filter.everywhere || paragraph === null || rowOf(head, order) === paragraph) &&
        (state === 'all' || isWaiting(head) === (state === 'waiting')) &&
        (country === null || isOf(head, country)) &&
        (nature === null || head.nature === nature),
    )
    .sort((one, other) => at(one) - at(other))
}

const isOf = ({ proponents, backings }: ProposalState, country: CountryCode): boolean =>
  backings[country] !== undefined ||
  proponents.some((one) => one.country === country && one.state !== 'withdrawn')

export interface Waiting {
  readonly proposals: number
  readonly brackets: number
}

const NOTHING: Waiting = { proposals: 0, brackets: 0 }
const counted = new WeakMap<readonly ProposalState[], ReadonlyMap<string, number>>()
const bracketed = new WeakMap<readonly BracketState[], ReadonlyMap<string, number>>()

/** Counted once for each state of the document, however many rows ask. */
export function waitingAt(
  {
    proposals,
    brackets,
  }: { readonly proposals: readonly ProposalState[]; readonly brackets: readonly BracketState[] },
  order: readonly string[],
  id: string,
): Waiting {
  const pending =
    counted.get(proposals) ??
    tally(proposals.filter(({ status }) => status === 'pending').map((one) => rowOf(one, order)))
  counted.set(proposals, pending)
  const open =
    bracketed.get(brackets) ??
    tally(brackets.filter(({ lifted }) => lifted === null).map(({ paragraph }) => paragraph))
  bracketed.set(brackets, open)
  const found = { proposals: pending.get(id) ?? 0, brackets: open.get(id) ?? 0 }
  return found.proposals + found.brackets === 0 ? NOTHING : found
}

function tally(ids: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** The cards in the order of the text that wait for somebody; what lies in the tray comes last. */
export function cardsInTurn(
  proposals: readonly ProposalState[],
  order: readonly string[],
): readonly ProposalState[] {
  const place = new Map(order.map((id, at) => [id, at]))
  const at = (one: ProposalState) =>
    isInTray(one, order) ? order.length : (place.get(rowOf(one, order) ?? '') ?? order.length)
  return lineagesOf(proposals)
    .map(({ head }) => head)
    .filter(isWaiting)
    .sort((one, other) => at(one) - at(other))
}

/** Brings the card of a proposal, and the paragraph it is about, before the member, and the focus into it. */
export function seekCard(view: View, proposal: ProposalState, order: readonly string[]): void {
  const row = rowOf(proposal, order)
  const isThere = row !== null && order.includes(row)
  const place: Partial<Place> = isThere ? { paragraph: row, country: null } : {}
  view.go({
    ...place,
    mode: 'text',
    sheet: 'proposals',
    drawer: true,
    card: proposal.act,
    soughtCard: proposal.act,
    cards: { ...FIRST_FILTER, everywhere: !isThere, state: isWaiting(proposal) ? 'waiting' : 'all' },
  })
}

/** Opens the cards of a paragraph. */
export function openCards(view: View, paragraph: string): void {
  view.go({ paragraph, country: null, sheet: 'proposals', drawer: true, card: null, cards: FIRST_FILTER })
}
