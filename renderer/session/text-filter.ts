/**
 * Which paragraphs a member wants before them: by state, by a country that has a proposal or a position there, by
 * the nature of what is proposed. Headings stay with the paragraphs under them.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState, ParagraphStatus } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { placeOf, targetsOf, type Nature } from '#shared/domain/proposal.ts'
import { isPending } from '#shared/print/compilation.ts'
import { countriesBehind } from './reading.ts'

export interface TextFilter {
  readonly status: ParagraphStatus | null
  readonly country: CountryCode | null
  readonly nature: Nature | null
}

export const NO_FILTER: TextFilter = { status: null, country: null, nature: null }

export const isFiltering = ({ status, country, nature }: TextFilter): boolean =>
  status !== null || country !== null || nature !== null

/** Ids in the order of the text, with the headings above them. */
export function matching(
  paragraphs: readonly ParagraphState[],
  proposals: readonly ProposalState[],
  filter: TextFilter,
): readonly string[] {
  const of = proposalsAt(proposals.filter(isPending))
  const shown: string[] = []
  let heading: string | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') heading = paragraph.id
    else if (matches(paragraph, of.get(paragraph.id) ?? [], filter)) {
      if (heading !== null) shown.push(heading)
      heading = null
      shown.push(paragraph.id)
    }
  }
  return shown
}

function matches(
  { status, consent, positions }: ParagraphState,
  proposals: readonly ProposalState[],
  filter: TextFilter,
): boolean {
  if (!consent || (filter.status !== null && status !== filter.status)) return false
  const { country, nature } = filter
  const natured = nature === null ? proposals : proposals.filter((one) => one.nature === nature)
  if (nature !== null && natured.length === 0) return false
  if (country === null) return true
  // with a nature named, it is that country's proposals of this nature that are wanted
  if (natured.some((one) => countriesBehind(one).includes(country))) return true
  return nature === null && positions[country].kind !== 'none'
}

function proposalsAt(proposals: readonly ProposalState[]): ReadonlyMap<string, readonly ProposalState[]> {
  const at = new Map<string, ProposalState[]>()
  for (const proposal of proposals) {
    const { operation } = proposal
    const places = new Set([...targetsOf(operation).map(({ paragraph }) => paragraph), placeOf(operation)])
    for (const id of places) if (id !== null) at.set(id, [...(at.get(id) ?? []), proposal])
  }
  return at
}

/** How many paragraphs that ask for consent are among them. */
export function countConsent(paragraphs: readonly ParagraphState[], ids: readonly string[]): number {
  const shown = new Set(ids)
  return paragraphs.filter(({ id, consent }) => consent && shown.has(id)).length
}
