/**
 * Paragraphs moved, split for negotiation and joined again (rules 11 and 16). Each verb answers why it has no
 * effect, or null; nothing is changed then.
 */
import type { Clause, ClauseLevel } from '#shared/domain/clause.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { joinParts, type Part } from '#shared/domain/parts.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect, Sha256 } from '#shared/acts/state.ts'
import type { Hash } from './hashes.ts'
import { isSuppressed } from './judgements.ts'
import { namedBy, type Change } from './naming.ts'
import { moved, partsOf, type Arrangement, type Order } from './order.ts'
import type { Parts } from './parts.ts'
import { setterOf, type Agreement, type Register, type Setter, type View } from './register.ts'
import { isSamePlace } from './sections.ts'

/** A paragraph's place, given by the Chair. */
export interface Move {
  readonly paragraph: string
  readonly after: string | null
  readonly base: readonly ActId[]
  readonly before: Sha256 | null
}

export interface Split extends Omit<Move, 'after'> {
  readonly parts: readonly Part[]
}

/** The parts of a paragraph as a round knew them. */
export interface JoinedParts {
  readonly whole: string
  readonly ids: readonly string[]
  /** Those that are not suppressed, or all where all are. */
  readonly live: readonly { readonly register: Register; readonly view: View; readonly level: ClauseLevel }[]
}

/** What the text lends. */
export interface Ground {
  readonly order: Order
  readonly parts: Parts
  readonly registers: ReadonlyMap<string, Register>
  readonly sha256: Hash
  at(node: Node, paragraph: string): Register | undefined
  paragraphs(node: Node, order: Arrangement): Paragraph[]
  change(node: Node, change: Change): NoEffect | null
  create(node: Node, id: string, clauses: readonly Clause[]): void
  numberAgain(): void
}

export class Rearrangement {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Where it belongs its wording stands as it was set; elsewhere the same words are set anew (rule 16). */
  move(node: Node, move: Move): NoEffect | null {
    const { paragraph, after } = move
    const { order, sha256 } = this.#ground
    const register = this.#ground.at(node, paragraph)
    if (!register || (after !== null && !this.#ground.at(node, after))) return 'unknownParagraph'
    if (this.#isSplitAt(node, paragraph)) return 'alreadySplit'
    const view = register.view(node)
    const named = namedBy(move, view)
    if (named === null || view.current === null) return 'supersededBase'
    if (!this.#staysInPlace(node, paragraph, after)) {
      if (view.inForce.length > 0) return 'agreedNotReopened'
      const { clauses } = view.current.wording
      register.set({ ...setterOf(node, clauses, named, sha256), isMove: true })
    }
    order.take({ node, kind: 'move', id: paragraph, after })
    this.#ground.numberAgain()
    return null
  }

  /** The first part keeps the id; the others are new paragraphs that follow it (rule 11). */
  split(node: Node, { paragraph, base, before, parts }: Split): NoEffect | null {
    const register = this.#ground.at(node, paragraph)
    const [first, ...others] = parts
    if (!register || !first) return 'unknownParagraph'
    if (this.#isSplitAt(node, paragraph)) return 'alreadySplit'
    const ids = others.map(({ clauses }) => clauses[0]?.id ?? '')
    if (ids.some((id) => this.#isTaken(node, id))) return 'alreadyThere'
    if (register.view(node).current === null) return 'supersededBase'
    const change = { paragraph, after: null, base, before, clauses: first.clauses }
    const noEffect = this.#ground.change(node, change)
    if (noEffect !== null) return noEffect
    for (const { clauses, level } of others) {
      const id = clauses[0]?.id ?? ''
      this.#ground.create(node, id, clauses)
      this.#ground.parts.made(id, level)
    }
    this.#ground.order.take({ node, kind: 'split', id: paragraph, parts: ids })
    this.#ground.numberAgain()
    return null
  }

  /** null where these are not all parts of one paragraph as the act knew them, or one has no wording. */
  partsToJoin(node: Node, ids: readonly string[]): JoinedParts | null {
    const [whole = ''] = ids
    if (ids.length === 0 || partsOf(this.#ground.order.at(node), whole).join() !== ids.join()) return null
    const parts = ids.flatMap((id) => {
      const register = this.#ground.at(node, id)
      const level = this.#ground.parts.levelOf(id)
      return register ? [{ register, view: register.view(node), level }] : []
    })
    if (parts.length < ids.length || parts.some(({ view }) => view.disputed || !view.current)) return null
    const live = parts.filter(({ view }) => !isSuppressed(view.current?.wording.clauses))
    return { whole, ids, live: live.length > 0 ? live : parts }
  }

  /** The other parts are gone from the text; their registers stay, as history of the whole. */
  join(
    node: Node,
    { whole, ids, live: registers }: JoinedParts,
    agreed: (setter: Setter) => Agreement | null,
  ): void {
    const register = this.#ground.registers.get(whole)
    if (!register) return
    const live = registers.map(({ register: { id }, view, level }) => {
      return { id, clauses: view.current?.wording.clauses ?? [], level }
    })
    const clauses = joinParts(live).map((one, index) => (index === 0 ? { ...one, id: whole } : one))
    const setter = setterOf(node, clauses, register.view(node).heads, this.#ground.sha256)
    const gone = ids.filter((id) => id !== whole)
    register.join(
      setter,
      gone.flatMap((id) => this.#ground.registers.get(id) ?? []),
    )
    this.#ground.parts.joined(gone, { node, whole, clauses, live })
    const agreement = agreed(setter)
    if (agreement) register.agree(agreement)
    this.#ground.order.take({ node, kind: 'join', id: whole, parts: ids })
  }

  #isSplitAt(node: Node, paragraph: string): boolean {
    return this.#ground.order.at(node).wholes.has(paragraph)
  }

  /** As far as the act knew. */
  #isTaken(node: Node, id: string): boolean {
    const register = this.#ground.registers.get(id)
    return register !== undefined && reaches(node.place, register.created.place)
  }

  #staysInPlace(node: Node, paragraph: string, after: string | null): boolean {
    const order = this.#ground.order.at(node)
    const known = this.#ground.paragraphs(node, order)
    const clauses = new Map(known.map((one) => [one.id, one]))
    const changed = moved(order, paragraph, after).flatMap((id) => clauses.get(id) ?? [])
    return isSamePlace(known, changed, paragraph)
  }
}
