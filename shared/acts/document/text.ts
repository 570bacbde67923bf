/**
 * The text under negotiation: the paragraphs in their order, and what acts on the text do to them. Each
 * verb answers why it has no effect, or null; nothing is changed then.
 */
import type { Clause, ClauseLevel } from '#shared/domain/clause.ts'
import { numberParagraphs, renumbered, type LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { joinParts, type Part } from '#shared/domain/parts.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { PartOf } from '#shared/acts/negotiation-state.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect, RoundState, Sha256 } from '#shared/acts/state.ts'
import { hashOf, suppressed, type Hash } from './hashes.ts'
import { isSuppressed } from './judgements.ts'
import { moved, Order, partsOf, type Arrangement } from './order.ts'
import { Register, type Agreement, type Setter, type View } from './register.ts'
import { isSamePlace, sectionsOf } from './sections.ts'

export interface Change {
  readonly paragraph: string
  readonly after: string | null
  readonly base: readonly ActId[]
  readonly before: Sha256 | null
  readonly clauses: readonly Clause[]
}

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

export class Text {
  readonly registers = new Map<string, Register>()
  /** Given numbers, frozen since the last round (rule 9). */
  numbers = new Map<string, string>()
  readonly #passed = new Map<string, Setter[]>()
  readonly #order = new Order()
  /** Parts that a round joined again: gone from the text since. */
  readonly #gone = new Map<string, Node>()
  readonly #levels = new Map<string, ClauseLevel>()
  readonly #parts = new Map<string, PartOf>()
  #layout: LayoutFamily = 'gerund'
  readonly #sha256: Hash

  constructor(sha256: Hash) {
    this.#sha256 = sha256
  }

  get order(): readonly string[] {
    return this.#order.ids
  }

  /** undefined also when the act could not know the paragraph. */
  at(node: Node, paragraph: string): Register | undefined {
    const register = this.registers.get(paragraph)
    if (!register || !reaches(node.place, register.created.place)) return undefined
    return this.isGone(paragraph, node) ? undefined : register
  }

  /** Whether it was a part that is joined again; with null, as all acts make it. */
  isGone(paragraph: string, at: Node | null): boolean {
    const gone = this.#gone.get(paragraph)
    return gone !== undefined && (at === null || reaches(at.place, gone.place))
  }

  /** The same object while it says the same. */
  partOf(paragraph: string): PartOf | null {
    const whole = this.#order.wholes.get(paragraph)
    if (whole === undefined) return null
    const parts = partsOf(this.#order, whole)
    const index = parts.indexOf(paragraph)
    const known = this.#parts.get(paragraph)
    if (known?.paragraph === whole && known.index === index && known.of === parts.length) return known
    const made = { paragraph: whole, index, of: parts.length, level: this.#levels.get(paragraph) ?? 0 }
    this.#parts.set(paragraph, made)
    return made
  }

  /** Ids of the headings around a paragraph, as the act knew the text. */
  sectionsAt(node: Node, paragraph: string): readonly string[] {
    return sectionsOf(this.paragraphsAt(node)).get(paragraph) ?? []
  }

  /** A round opens negotiation: its words become the text. What is unchanged stays set by whoever set it. */
  open(node: Node, paragraphs: readonly Paragraph[]): Map<string, NoEffect> {
    const refused = new Map<string, NoEffect>()
    const frozen = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))
    for (const { id, clauses } of frozen.values()) {
      const register = this.at(node, id)
      if (!register) this.#create(node, id, clauses)
      else if (!this.#replace(register, node, clauses)) refused.set(id, 'agreedNotReopened')
    }
    for (const id of frozen.keys()) this.#gone.delete(id)
    const dropped = this.order.filter((id) => !frozen.has(id))
    for (const id of dropped) {
      const register = this.at(node, id)
      if (register && !this.#replace(register, node, suppressed(register.clausesAt(node)))) {
        refused.set(id, 'agreedNotReopened')
      }
    }
    this.#order.take({ node, kind: 'open', ids: [...frozen.keys()] })
    return refused
  }

  change(node: Node, change: Change): NoEffect | null {
    const { paragraph, clauses } = change
    const register = this.at(node, paragraph)
    if (!register) return this.#insert(node, change)
    const view = register.view(node)
    const named = namedBy(change, view)
    if (named === null) return 'supersededBase'
    const hash = hashOf(clauses, this.#sha256)
    if (view.inForce.length > 0 && !settles(view, named, hash)) return 'agreedNotReopened'
    this.#set(register, node, clauses, named, view)
    return null
  }

  suppress(node: Node, paragraph: string, base: readonly ActId[], before: Sha256 | null): NoEffect | null {
    const register = this.at(node, paragraph)
    if (!register) return 'unknownParagraph'
    const clauses = suppressed(register.clausesAt(node))
    return this.change(node, { paragraph, after: null, base, before, clauses })
  }

  /** Where it belongs its wording stands as it was set; elsewhere the same words are set anew (rule 16). */
  move(node: Node, move: Move): NoEffect | null {
    const { paragraph, after } = move
    const register = this.at(node, paragraph)
    if (!register || (after !== null && !this.at(node, after))) return 'unknownParagraph'
    if (this.#isSplitAt(node, paragraph)) return 'alreadySplit'
    const view = register.view(node)
    const named = namedBy(move, view)
    if (named === null || view.current === null) return 'supersededBase'
    if (!this.#staysInPlace(node, paragraph, after)) {
      if (view.inForce.length > 0) return 'agreedNotReopened'
      const { clauses } = view.current.wording
      register.set({ ...this.#setter(node, clauses, named, [node]), isMove: true })
    }
    this.#order.take({ node, kind: 'move', id: paragraph, after })
    this.#numberAgain()
    return null
  }

  /** The first part keeps the id; the others are new paragraphs that follow it (rule 11). */
  split(node: Node, { paragraph, base, before, parts }: Split): NoEffect | null {
    const register = this.at(node, paragraph)
    const [first, ...others] = parts
    if (!register || !first) return 'unknownParagraph'
    if (this.#isSplitAt(node, paragraph)) return 'alreadySplit'
    const ids = others.map(({ clauses }) => clauses[0]?.id ?? '')
    if (ids.some((id) => this.#isTaken(node, id))) return 'alreadyThere'
    if (register.view(node).current === null) return 'supersededBase'
    const noEffect = this.change(node, { paragraph, after: null, base, before, clauses: first.clauses })
    if (noEffect !== null) return noEffect
    for (const { clauses, level } of others) {
      const id = clauses[0]?.id ?? ''
      this.#create(node, id, clauses)
      this.#levels.set(id, level)
    }
    this.#order.take({ node, kind: 'split', id: paragraph, parts: ids })
    this.#numberAgain()
    return null
  }

  /** null where these are not all parts of one paragraph as the act knew them, or one has no wording. */
  partsToJoin(node: Node, ids: readonly string[]): JoinedParts | null {
    const [whole = ''] = ids
    if (ids.length === 0 || partsOf(this.#order.at(node), whole).join() !== ids.join()) return null
    const parts = ids.flatMap((id) => {
      const register = this.at(node, id)
      return register ? [{ register, view: register.view(node), level: this.#levels.get(id) ?? 0 }] : []
    })
    if (parts.length < ids.length || parts.some(({ view }) => view.disputed || !view.current)) return null
    const live = parts.filter(({ view }) => !isSuppressed(view.current?.wording.clauses))
    return { whole, ids, live: live.length > 0 ? live : parts }
  }

  /** The other parts are gone from the text; their registers stay, as history of the whole. */
  join(node: Node, { whole, ids, live }: JoinedParts, agreed: (setter: Setter) => Agreement | null): void {
    const register = this.registers.get(whole)
    if (!register) return
    const parts = live.map(({ view, level }) => ({ clauses: view.current?.wording.clauses ?? [], level }))
    const clauses = joinParts(parts).map((one, index) => (index === 0 ? { ...one, id: whole } : one))
    const setter = this.#setter(node, clauses, register.view(node).heads, [node])
    const others = ids.flatMap((id) => (id === whole ? [] : (this.registers.get(id) ?? [])))
    register.join(setter, others)
    for (const { id } of others) this.#gone.set(id, node)
    const agreement = agreed(setter)
    if (agreement) register.agree(agreement)
    this.#order.take({ node, kind: 'join', id: whole, parts: ids })
  }

  /** A round did not know the act: its wording is kept, but only as history. */
  passOver(node: Node, paragraph: string, clauses: readonly Clause[] | null): void {
    const words = clauses ?? suppressed(this.at(node, paragraph)?.clausesAt(node) ?? [])
    if (words.length > 0) this.#passedOver(paragraph).push(this.#setter(node, words, [], [node]))
  }

  renumber(numbers: Map<string, string>, layout: LayoutFamily): RoundState['renumbered'] {
    const changed = renumbered(this.numbers, numbers)
    this.numbers = numbers
    this.#layout = layout
    return changed
  }

  isDisputedAt(node: Node): boolean {
    return this.order.some((id) => this.at(node, id)?.view(node).current === null)
  }

  /** The text as the act knew it. */
  paragraphsAt(node: Node): Paragraph[] {
    return this.#paragraphs(node, this.#order.at(node))
  }

  #paragraphs(node: Node | null, { ids, wholes }: Arrangement): Paragraph[] {
    const counts = new Map<string, number>()
    return ids.flatMap((id): Paragraph[] => {
      const register = node ? this.at(node, id) : this.registers.get(id)
      if (!register) return []
      const clauses = register.clausesAt(node)
      const paragraph = wholes.get(id)
      if (paragraph === undefined) return [{ id, clauses }]
      const index = counts.get(paragraph) ?? 0
      counts.set(paragraph, index + 1)
      return [{ id, clauses, part: { paragraph, index } }]
    })
  }

  #isSplitAt(node: Node, paragraph: string): boolean {
    return this.#order.at(node).wholes.has(paragraph)
  }

  /** As far as the act knew. */
  #isTaken(node: Node, id: string): boolean {
    const register = this.registers.get(id)
    return register !== undefined && reaches(node.place, register.created.place)
  }

  #staysInPlace(node: Node, paragraph: string, after: string | null): boolean {
    const order = this.#order.at(node)
    const known = this.#paragraphs(node, order)
    const clauses = new Map(known.map((one) => [one.id, one]))
    const changed = moved(order, paragraph, after).flatMap((id) => clauses.get(id) ?? [])
    return isSamePlace(known, changed, paragraph)
  }

  #insert(node: Node, { paragraph, after, base, before, clauses }: Change): NoEffect | null {
    if (base.length > 0 || before !== null || this.isGone(paragraph, node)) return 'unknownParagraph'
    if (after !== null && !this.at(node, after)) return 'unknownParagraph'
    const first = clauses[0]
    if (first && first.level > 0 && first.kind !== 'heading') return 'unknownParagraph'
    // Two acts that did not know each other may bring the same paragraph: both wordings then stand in dispute.
    this.#order.take({ node, kind: 'insert', id: paragraph, after })
    this.#create(node, paragraph, clauses)
    this.#numberAgain()
    return null
  }

  #create(node: Node, id: string, clauses: readonly Clause[]): void {
    const register = this.registers.get(id) ?? new Register(id, node, this.#passedOver(id))
    this.registers.set(id, register)
    register.set(this.#setter(node, clauses, [], [node]))
  }

  /** Also of paragraphs that no act with effect has brought yet. */
  #passedOver(paragraph: string): Setter[] {
    const known = this.#passed.get(paragraph)
    if (known) return known
    const made: Setter[] = []
    this.#passed.set(paragraph, made)
    return made
  }

  #set(
    register: Register,
    node: Node,
    clauses: readonly Clause[],
    base: readonly Setter[],
    view: View,
  ): void {
    const before = register.clausesAt(null)
    const setter = this.#setter(node, clauses, base, [node])
    const same = base.filter(({ wording }) => wording.hash === setter.wording.hash)
    const isUnbroken = same.length === base.length || view.inForce.length > 0
    const origins = isUnbroken && same.length > 0 ? same.flatMap(({ origins: since }) => since) : [node]
    register.set({ ...setter, origins })
    if (numberingOf(before) !== numberingOf(register.clausesAt(null))) this.#numberAgain()
  }

  /** False where the paragraph is agreed and the words differ: the agreed wording stays. */
  #replace(register: Register, node: Node, clauses: readonly Clause[]): boolean {
    const view = register.view(node)
    if (view.current && !view.disputed && sameWords(view.current, hashOf(clauses, this.#sha256))) return true
    if (view.inForce.length > 0) return false
    this.#set(register, node, clauses, view.heads, view)
    return true
  }

  #setter(node: Node, clauses: readonly Clause[], base: readonly Setter[], origins: readonly Node[]): Setter {
    const wording = { clauses, hash: hashOf(clauses, this.#sha256), act: node.act.id }
    return { node, wording, base, origins }
  }

  #numberAgain(): void {
    const paragraphs = this.#paragraphs(null, this.#order)
    this.numbers = numberParagraphs(paragraphs, this.#layout, this.numbers)
  }
}

function sameWords({ wording }: Setter, hash: Sha256): boolean {
  return wording.hash === hash
}

/** The acts whose place it takes; null where it does not name them as they are. */
function namedBy(
  { base, before }: Pick<Change, 'base' | 'before'>,
  { heads }: View,
): readonly Setter[] | null {
  const named = heads.filter((head) => base.includes(head.node.act.id))
  return base.length > 0 && named.length === base.length && matches(named, before) ? named : null
}

/** The signer says which wording it saw; that must be one of those it takes the place of. */
function matches(named: readonly Setter[], before: Sha256 | null): boolean {
  if (before === null) return named.length > 1
  return named.some(({ wording }) => wording.hash === before)
}

/** An act on an agreed paragraph that changes no word of it, but ends a dispute by naming all sides. */
function settles({ inForce, heads, disputed }: View, named: readonly Setter[], hash: Sha256): boolean {
  return disputed && named.length === heads.length && inForce.every(({ payload }) => payload.hash === hash)
}

/** Kind and suppression of the first clause: all that a number depends on beside the order. */
function numberingOf(clauses: readonly Clause[]): string {
  const first = clauses[0]
  return `${first?.kind ?? ''} ${String(first?.suppressed)}`
}
