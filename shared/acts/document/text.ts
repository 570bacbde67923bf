/**
 * The text under negotiation: the paragraphs in their order, and what acts on the text do to them. Each
 * verb answers why it has no effect, or null; nothing is changed then.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { numberParagraphs, renumbered, type LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect, RoundState, Sha256 } from '#shared/acts/state.ts'
import { hashOf, suppressed, type Hash } from './hashes.ts'
import { namedBy, settles, type Change } from './naming.ts'
import { Order, type Arrangement } from './order.ts'
import { Parts } from './parts.ts'
import { Rearrangement } from './rearrangement.ts'
import { Register, setterOf, type Setter, type View } from './register.ts'
import { sectionsOf } from './sections.ts'

export class Text {
  readonly registers = new Map<string, Register>()
  /** Given numbers, frozen since the last round (rule 9). */
  numbers = new Map<string, string>()
  readonly #passed = new Map<string, Setter[]>()
  readonly #order = new Order()
  readonly parts = new Parts(this.#order)
  /** Moves, splits and joins. */
  readonly places: Rearrangement
  #layout: LayoutFamily = 'gerund'
  readonly #sha256: Hash

  constructor(sha256: Hash) {
    this.#sha256 = sha256
    this.places = new Rearrangement({
      ...{ order: this.#order, parts: this.parts, registers: this.registers, sha256 },
      at: (node, paragraph) => this.at(node, paragraph),
      paragraphs: (node, order) => this.#paragraphs(node, order),
      change: (node, change) => this.change(node, change),
      create: (node, id, clauses) => {
        this.#create(node, id, clauses)
      },
      numberAgain: () => {
        this.#numberAgain()
      },
    })
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
    return this.parts.joinOf(paragraph, at) !== null
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
    this.parts.back(frozen.keys())
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

  /** A round did not know the act: its wording is kept, but only as history. */
  passOver(node: Node, paragraph: string, clauses: readonly Clause[] | null): void {
    const words = clauses ?? suppressed(this.at(node, paragraph)?.clausesAt(node) ?? [])
    if (words.length > 0) this.#passedOver(paragraph).push(setterOf(node, words, [], this.#sha256))
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
    register.set(setterOf(node, clauses, [], this.#sha256))
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
    const setter = setterOf(node, clauses, base, this.#sha256)
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

  #numberAgain(): void {
    const paragraphs = this.#paragraphs(null, this.#order)
    this.numbers = numberParagraphs(paragraphs, this.#layout, this.numbers)
  }
}

function sameWords({ wording }: Setter, hash: Sha256): boolean {
  return wording.hash === hash
}

/** Kind and suppression of the first clause: all that a number depends on beside the order. */
function numberingOf(clauses: readonly Clause[]): string {
  const first = clauses[0]
  return `${first?.kind ?? ''} ${String(first?.suppressed)}`
}
