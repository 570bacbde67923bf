/**
 * One version of a proposal with all that was ever said of it, seen as any place of the causal order knows
 * it (rules 4 to 6). What the text does to it is told elsewhere (standing.ts).
 */
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { BACKINGS } from '#shared/domain/proposal.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Proponent } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId } from '#shared/acts/state.ts'

export type Backed = Effective<Payloads['back']>

/** An act on the text that names the proposals it uses. */
export type TextPayload =
  Payloads['incorporate'] | Payloads['suppress'] | Payloads['move'] | Payloads['split']

export type Decided =
  | (Effective<TextPayload> & { readonly kind: 'incorporated'; readonly whole: boolean })
  | (Effective<Payloads['decline']> & { readonly kind: 'declined'; readonly whole: false })

export type Ended = 'incorporated' | 'declined' | 'withdrawn' | 'superseded'

interface Step extends Effective<Payloads['join'] | Payloads['withdraw']> {
  /** null: the Chair's own bridging proposal. */
  readonly country: CountryCode | null
}

/** What took the place of a version, and the act that made it do so. */
interface Successor {
  readonly node: Node
  readonly by: ActId
}

export class Version {
  readonly node: Node
  readonly payload: Payloads['propose']
  /** The signer's; null for bridging proposals. */
  readonly country: CountryCode | null
  /** By paragraph the wordings it rests on. */
  readonly bases: ReadonlyMap<string, readonly Clause[]>
  /** Number of the last round its signer knew. */
  readonly round: number
  // In canonical order, each.
  readonly #steps: Step[] = []
  readonly #backings = new Map<CountryCode, Backed[]>()
  readonly #decisions: Decided[] = []
  readonly #successors: Successor[] = []
  /** As all acts make it, until another step. */
  #proponents: readonly Proponent[] | null = null

  constructor(
    { node, payload }: Effective<Payloads['propose']>,
    country: CountryCode | null,
    bases: ReadonlyMap<string, readonly Clause[]>,
    round: number,
  ) {
    this.node = node
    this.payload = payload
    this.country = country
    this.bases = bases
    this.round = round
  }

  get id(): ActId {
    return this.node.act.id
  }

  get isBridging(): boolean {
    return this.payload.proponents.length === 0
  }

  step(step: Step): void {
    this.#steps.push(step)
    this.#proponents = null
  }

  back(country: CountryCode, backed: Backed): void {
    const all = this.#backings.get(country)
    if (all) all.push(backed)
    else this.#backings.set(country, [backed])
  }

  decide(decided: Decided): void {
    this.#decisions.push(decided)
  }

  succeed(successor: Successor): void {
    this.#successors.push(successor)
  }

  /** In order of code. */
  proponentsAt(at: Node | null): readonly Proponent[] {
    const knowsAll = this.#steps.every(({ node }) => isWithin(at, node))
    return knowsAll ? (this.#proponents ??= this.#lookUp(null)) : this.#lookUp(at)
  }

  #lookUp(at: Node | null): Proponent[] {
    return COUNTRY_CODES.flatMap((country) => {
      const state = this.#stateOf(country, at)
      return state ? [{ country, state }] : []
    })
  }

  /** Nobody has said anything of it. */
  get isUnanswered(): boolean {
    return this.#backings.size === 0
  }

  stateOf(country: CountryCode, at: Node | null): Proponent['state'] | null {
    return this.#stateOf(country, at)
  }

  /** What a country holds of it; of what it said at once the most cautious. Its own proponents hold nothing. */
  backingOf(country: CountryCode, at: Node | null): Backed | null {
    const last = tipsAt(this.#backings.get(country) ?? [], at)
    const held = last.filter(({ payload }) => payload.value !== null)
    const caution = ({ payload: { value } }: Backed) => (value === null ? -1 : BACKINGS.indexOf(value))
    const most = Math.max(...held.map(caution))
    const found = held.find((backed) => caution(backed) === most) ?? null
    return this.#stateOf(country, at) === 'confirmed' ? null : found
  }

  /** Whatever comes later, what was decided stays so; words that are in the text are the stronger fact. */
  endAt(at: Node | null): Ended | null {
    const decision = this.decisionAt(at)
    if (decision) return decision.kind
    if (this.isWithdrawnAt(at)) return 'withdrawn'
    return this.successorAt(at) === null ? null : 'superseded'
  }

  /** An incorporation of the whole before one of parts, that before a refusal; the last of each. */
  decisionAt(at: Node | null): Decided | null {
    const known = this.#decisions.filter(({ node }) => isWithin(at, node))
    const incorporated = known.filter(({ kind }) => kind === 'incorporated')
    return incorporated.findLast(({ whole }) => whole) ?? incorporated.at(-1) ?? known.at(-1) ?? null
  }

  isWithdrawnAt(at: Node | null): boolean {
    const known = this.#steps.filter(({ node }) => isWithin(at, node))
    if (known.length === 0) return false
    return this.isBridging || !this.proponentsAt(at).some(({ state }) => state === 'confirmed')
  }

  successorAt(at: Node | null): ActId | null {
    return this.#successors.find(({ node }) => isWithin(at, node))?.by ?? null
  }

  #stateOf(country: CountryCode, at: Node | null): Proponent['state'] | null {
    const last = tipsAt(
      this.#steps.filter((step) => step.country === country),
      at,
    )
    if (last.some(({ payload }) => payload.kind === 'withdraw')) return 'withdrawn'
    if (last.length > 0 || this.country === country) return 'confirmed'
    return this.payload.proponents.includes(country) ? 'pending' : null
  }
}

/** Whether the place knew the act; with null, whoever knows everything did. */
export function isWithin(at: Node | null, node: Node): boolean {
  return at === null || reaches(at.place, node.place)
}

/** Those known there that no other known one knew of. */
function tipsAt<A extends { readonly node: Node }>(all: readonly A[], at: Node | null): readonly A[] {
  if (all.length === 0) return all
  const known = all.filter(({ node }) => isWithin(at, node))
  return known.filter(
    (one) => !known.some((other) => other !== one && reaches(other.node.place, one.node.place)),
  )
}
