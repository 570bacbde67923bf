/**
 * One paragraph's decisions, each judged where it stands: which acts set its wording, which marked it
 * agreed, which opened it again. A text act takes the place of exactly the acts it names as `base`; acts
 * that did not know each other stand side by side until a later one names them all. An agreement keeps the
 * wording it rests on alive against text acts that it did not know.
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Effective } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { Sha256, Wording } from '#shared/acts/state.ts'
import { hashOf, type Hash } from './hashes.ts'

export interface Setter {
  readonly node: Node
  readonly wording: Wording
  /** What it took the place of. */
  readonly base: readonly Setter[]
  /** Since when its wording has stood without a break: a position taken after one of these counts. */
  readonly origins: readonly Node[]
  /** It gave the paragraph a place elsewhere and changed no word. */
  readonly isMove?: boolean
}

/** Words set anew by the act. */
export function setterOf(
  node: Node,
  clauses: readonly Clause[],
  base: readonly Setter[],
  sha256: Hash,
): Setter {
  const wording = { clauses, hash: hashOf(clauses, sha256), act: node.act.id }
  return { node, wording, base, origins: [node] }
}

export interface Agreement extends Effective<Payloads['agree']> {
  /** The acts that had set the wording it rests on. */
  readonly setters: readonly Setter[]
  readonly reservations: readonly CountryCode[]
}

export type Reopening = Effective<Payloads['reopen']>

/** A paragraph as some place of the causal order knows it. */
export interface View {
  /** Text acts whose place no other took. */
  readonly heads: readonly Setter[]
  /** Agreements that no re-opening answered. */
  readonly inForce: readonly Agreement[]
  readonly reopened: Reopening | null
  /** null while contradictory acts set it. */
  readonly current: Setter | null
  /** All acts that set the current wording. */
  readonly standing: readonly Setter[]
  readonly disputed: boolean
}

export class Register {
  readonly id: string
  readonly created: Node
  readonly setters: Setter[] = []
  /** The other parts it was joined with (rule 11): they are gone from the text, their wordings are part of its history. */
  readonly joined: Register[] = []
  /** Text acts that a round did not know (rule: no effect until repeated); their wordings are part of the history. */
  readonly passedOver: readonly Setter[]
  readonly #agreements: Agreement[] = []
  readonly #reopenings: Reopening[] = []
  /** Rounds that made it whole again: what was agreed of the part it was is at an end. */
  readonly #joins: Node[] = []
  /** The newest decisions: whoever knows these knows all. */
  #frontier: Node[] = []
  #whole: View | null = null

  constructor(id: string, created: Node, passedOver: readonly Setter[]) {
    this.id = id
    this.created = created
    this.passedOver = passedOver
  }

  set(setter: Setter): void {
    this.setters.push(setter)
    this.#decided(setter.node)
  }

  join(setter: Setter, others: readonly Register[]): void {
    this.joined.push(...others)
    this.#joins.push(setter.node)
    this.set(setter)
  }

  agree(agreement: Agreement): void {
    this.#agreements.push(agreement)
    this.#decided(agreement.node)
  }

  reopen(reopening: Reopening): void {
    this.#reopenings.push(reopening)
    this.#decided(reopening.node)
  }

  /** With null: as everything known here makes it. */
  view(at: Node | null): View {
    if (at === null || this.#frontier.every((node) => reaches(at.place, node.place))) {
      return (this.#whole ??= this.#look(() => true))
    }
    return this.#look((node) => reaches(at.place, node.place))
  }

  /** The wording with this hash that the act could know, whether or not it is the current one. */
  wordingAt(at: Node, hash: Sha256): Wording | null {
    const current = this.view(null).current
    if (current?.wording.hash === hash && reaches(at.place, current.node.place)) return current.wording
    const says = ({ node, wording }: Setter) => wording.hash === hash && reaches(at.place, node.place)
    return (this.setters.find(says) ?? this.passedOver.find(says))?.wording ?? null
  }

  /** Clauses that stand for the paragraph where one is needed although its wording is in dispute. */
  clausesAt(at: Node | null): readonly Clause[] {
    const { current, heads } = this.view(at)
    return (current ?? heads[0])?.wording.clauses ?? []
  }

  #decided(node: Node): void {
    this.#frontier = [...this.#frontier.filter((other) => !reaches(node.place, other.place)), node]
    this.#whole = null
  }

  #look(isKnown: (node: Node) => boolean): View {
    const setters = this.setters.filter(({ node }) => isKnown(node))
    const agreements = this.#agreements.filter(({ node }) => isKnown(node))
    const reopenings = this.#reopenings.filter(({ node }) => isKnown(node))
    const joins = this.#joins.filter(isKnown)
    const heads = headsOf(setters, agreements)
    const inForce = agreements.filter(
      ({ node }) =>
        !reopenings.some((reopening) => reaches(reopening.node.place, node.place)) &&
        !joins.some((join) => join !== node && reaches(join.place, node.place)),
    )
    const reopened = reopenings.at(-1) ?? null
    const agreed = [...new Set(inForce.map(({ payload }) => payload.hash))]
    const hashes = [...new Set(heads.map(({ wording }) => wording.hash))]
    const holding = agreed.length > 0 ? agreed : hashes
    const standing = setters.length > 0 && holding.length === 1 ? settersOf(heads, inForce, holding[0]) : []
    const disputed =
      holding.length > 1 ||
      hashes.some((hash) => !holding.includes(hash)) ||
      reopenings.some(({ node }) => inForce.some((one) => !reaches(one.node.place, node.place))) ||
      heads.some(({ isMove, node }) => isMove === true && inForce.some((one) => !knows(one.node, node)))
    return { heads, inForce, reopened, current: standing[0] ?? null, standing, disputed }
  }
}

/** Whether either came before the other. */
function knows(a: Node, b: Node): boolean {
  return reaches(a.place, b.place) || reaches(b.place, a.place)
}

function headsOf(setters: readonly Setter[], agreements: readonly Agreement[]): Setter[] {
  const replaced = new Set<Setter>()
  for (const setter of setters) {
    for (const base of setter.base) if (!isHeld(base, setter, agreements)) replaced.add(base)
  }
  return setters.filter((setter) => !replaced.has(setter))
}

/** An agreement on `base` that did not know `setter`, nor `setter` it: the agreed wording stays. */
function isHeld(base: Setter, setter: Setter, agreements: readonly Agreement[]): boolean {
  return agreements.some(({ node, setters }) => setters.includes(base) && !knows(node, setter.node))
}

function settersOf(
  heads: readonly Setter[],
  inForce: readonly Agreement[],
  hash: Sha256 | undefined,
): readonly Setter[] {
  const standing = heads.filter(({ wording }) => wording.hash === hash)
  return standing.length > 0 ? standing : inForce.flatMap(({ setters }) => setters)
}

const texts = new WeakMap<readonly Clause[], string>()

/** What an act of consent carries beside the hash, in one normal form. */
export function comparableText(clauses: readonly Clause[]): string {
  const known = texts.get(clauses)
  if (known !== undefined) return known
  const text = wordingText(clauses).normalize('NFC')
  texts.set(clauses, text)
  return text
}
