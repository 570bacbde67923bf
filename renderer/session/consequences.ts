/**
 * What will come of an act on the text, before it is signed: read with the functions that derive it once it
 * is there, so that what is said beforehand is what happens.
 */
import { hashOf } from '#shared/acts/document/hashes.ts'
import { moved } from '#shared/acts/document/order.ts'
import { isSamePlace } from '#shared/acts/document/sections.ts'
import { isGone } from '#shared/acts/document/standing.ts'
import { isWhole, type Deed } from '#shared/acts/document/whole.ts'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import { sha256Bytes } from '#shared/words/sha256.ts'
import { baseOf } from './incorporation.ts'
import { shownWording } from './outline.ts'

export interface Consequences {
  /** By paragraph who has spoken on the wording that goes (rule 15). */
  readonly lapse: readonly { readonly paragraph: string; readonly countries: readonly CountryCode[] }[]
  readonly whole: readonly ProposalState[]
  readonly inPart: readonly ProposalState[]
  readonly fall: readonly ProposalState[]
  readonly withoutParagraph: readonly ProposalState[]
  /** What a bridging proposal takes the place of. */
  readonly replaced: readonly ProposalState[]
  /** Must be opened again first (rule 22). */
  readonly agreed: readonly string[]
}

export function consequencesOf(
  deed: Deed,
  used: readonly ProposalState[],
  text: readonly ParagraphState[],
  proposals: readonly ProposalState[],
): Consequences {
  const given = givenBy(deed, text)
  const touched = text.flatMap((paragraph) => {
    const clauses = given.get(paragraph.id)
    return clauses === undefined ? [] : [{ paragraph, clauses }]
  })
  const replaces = new Set(used.flatMap((one) => (one.proponents.length === 0 ? one.replaces : [])))
  const usedActs = new Set(used.map(({ act }) => act))
  const others = proposals.filter(({ act, status }) => !usedActs.has(act) && STANDS.includes(status))
  const fates = others.map((other) => ({
    other,
    fate: replaces.has(other.act) ? ('replaced' as const) : fateOf(other, touched),
  }))
  const of = (wanted: (typeof fates)[number]['fate']) =>
    fates.filter(({ fate }) => fate === wanted).map(({ other }) => other)
  const stays = deed.kind === 'move' && staysInPlace(deed, text)
  const isNow = (one: ProposalState) => isWhole(one.operation, deed, given, sha256Bytes)
  return {
    lapse: touched.flatMap(({ paragraph, clauses }) => {
      const countries = COUNTRY_CODES.filter((code) => paragraph.positions[code].kind === 'current')
      const keeps = deed.kind === 'move' ? stays : paragraph.wording?.hash === hashOf(clauses, sha256Bytes)
      return keeps || countries.length === 0 ? [] : [{ paragraph: paragraph.id, countries }]
    }),
    whole: used.filter(isNow),
    inPart: used.filter((one) => !isNow(one)),
    fall: of('fallen'),
    withoutParagraph: of('suppressedMeanwhile'),
    replaced: of('replaced'),
    agreed: touched
      .filter(({ paragraph }) => paragraph.agreement !== null && !stays)
      .map(({ paragraph }) => paragraph.id),
  }
}

const STANDS: readonly ProposalState['status'][] = ['pending', 'afterAgreement']

function givenBy(deed: Deed, text: readonly ParagraphState[]): ReadonlyMap<string, readonly Clause[]> {
  switch (deed.kind) {
    case 'incorporate':
      return new Map(deed.paragraphs.map(({ paragraph, clauses }) => [paragraph, clauses]))
    case 'split':
      return new Map(deed.parts.map(({ clauses }) => [clauses[0]?.id ?? '', clauses]))
    case 'move': {
      const moved = text.find(({ id }) => id === deed.paragraph)
      return new Map([[deed.paragraph, moved === undefined ? [] : (shownWording(moved)?.clauses ?? [])]])
    }
    case 'suppress':
      return new Map()
  }
}

/** Inside its section a move lets positions and agreement stand; elsewhere it does not (rule 16). */
function staysInPlace(
  { paragraph, after }: Extract<Deed, { readonly kind: 'move' }>,
  text: readonly ParagraphState[],
): boolean {
  const placed = text.map((one) => ({ id: one.id, clauses: shownWording(one)?.clauses ?? [] }))
  const byId = new Map(placed.map((one) => [one.id, one]))
  const wholes = new Map(
    text.flatMap(({ id, part }): [string, string][] => (part === null ? [] : [[id, part.paragraph]])),
  )
  const order = moved({ ids: [...byId.keys()], wholes }, paragraph, after)
  return isSamePlace(
    placed,
    order.flatMap((id) => byId.get(id) ?? []),
    paragraph,
  )
}

/** As standing.ts tells it of a proposal that has not ended. */
function fateOf(
  proposal: ProposalState,
  touched: readonly { readonly paragraph: ParagraphState; readonly clauses: readonly Clause[] }[],
): 'suppressedMeanwhile' | 'fallen' | null {
  const { operation } = proposal
  let fate: 'fallen' | null = null
  for (const { paragraph, hash } of targetsOf(operation)) {
    const change = touched.find((one) => one.paragraph.id === paragraph)
    if (change === undefined) continue
    const base = baseOf(proposal, change.paragraph) ?? []
    const { clauses } = change
    if (clauses[0]?.suppressed === true && base[0]?.suppressed !== true) return 'suppressedMeanwhile'
    const isOther = hashOf(clauses, sha256Bytes) !== hash
    if (isOther && isGone(operation, base, clauses)) fate = 'fallen'
  }
  return fate
}
