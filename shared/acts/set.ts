/**
 * The acts of one conference: a set that only grows, whose contents and nothing else decide every state.
 * An act takes its place once all its ancestors are here; until then it waits and is reported. The order
 * of places (longest chain below, then id) never depends on the order of arrival.
 */
import type { VerifiedAct } from './act.ts'
import { fromBase64url } from './bytes.ts'
import { CausalOrder, reaches, type Place } from './causal-order.ts'
import { Chain } from './chain.ts'
import { keyIdOf, type Crypto } from './envelope.ts'
import { mayRestOn } from './scope.ts'
import type { ActId, Instant, KeyId } from './state.ts'

/** The relay's word that it holds an act; who hands it over has checked its signature. */
export interface ReceiptMark {
  /** Counts the conference's acts from 0 in the order in which the relay took them. */
  readonly n: number
  readonly received: Instant
}

export interface Node {
  readonly act: VerifiedAct
  readonly place: Place
}

interface ScopeActs {
  /** In canonical order. */
  readonly nodes: Node[]
  readonly heads: Set<ActId>
  readonly chains: Map<KeyId, Chain>
}

/** Kept per scope and key: the first number that is missing, or that two acts share. */
export interface ChainTrouble {
  readonly scope: string
  readonly key: KeyId
  readonly seq: number
}

export class ActSet {
  readonly conf: KeyId
  readonly #crypto: Pick<Crypto, 'sha256'>
  readonly #order = new CausalOrder()
  readonly #acts = new Map<ActId, VerifiedAct>()
  readonly #nodes = new Map<ActId, Node>()
  readonly #receipts = new Map<ActId, ReceiptMark>()
  readonly #scopes = new Map<string, ScopeActs>()
  readonly #waitingFor = new Map<ActId, VerifiedAct[]>()
  readonly #keys = new Map<KeyId, Uint8Array>()
  readonly #placed: Node[] = []
  #newest: ReceiptMark | null = null
  #version = 0
  readonly #unsound: { key: KeyId; chain: Chain }[] = []
  readonly #receiptChanges: ActId[] = []

  constructor(conf: KeyId, crypto: Pick<Crypto, 'sha256'>) {
    this.conf = conf
    this.#crypto = crypto
  }

  get size(): number {
    return this.#acts.size
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  /** `known` also when only its receipt is new. */
  add(act: VerifiedAct, receipt?: ReceiptMark | null): 'added' | 'known' | 'otherConference' {
    if (act.payload.conf !== this.conf) return 'otherConference'
    const isNew = !this.#acts.has(act.id)
    if (isNew) {
      this.#version++
      this.#acts.set(act.id, act)
      const { scope, by, seq } = act.payload
      this.#inChain(this.#scope(scope), by, (chain) => {
        chain.add(seq, act.id)
      })
      this.#learnKey(act)
    }
    if (receipt) this.addReceipt(act.id, receipt)
    if (isNew) this.#place(act)
    return isNew ? 'added' : 'known'
  }

  /** The first receipt heard for an act is the one that holds. */
  addReceipt(id: ActId, { n, received }: ReceiptMark): void {
    if (this.#receipts.has(id)) return
    this.#version++
    const mark = { n, received }
    this.#receipts.set(id, mark)
    this.#receiptChanges.push(id)
    if (this.#newest === null || this.#newest.n < n) this.#newest = mark
  }

  has(id: ActId): boolean {
    return this.#acts.has(id)
  }

  get(id: ActId): VerifiedAct | undefined {
    return this.#acts.get(id)
  }

  /** undefined while an ancestor is missing. */
  node(id: ActId): Node | undefined {
    return this.#nodes.get(id)
  }

  receiptOf(id: ActId): ReceiptMark | null {
    return this.#receipts.get(id) ?? null
  }

  /** By number, not by time. */
  get newestReceipt(): ReceiptMark | null {
    return this.#newest
  }

  /** Raw public key of the root or of a member that the root accredited at any time. */
  keyOf = (id: KeyId): Uint8Array | undefined => this.#keys.get(id)

  keyIdOf(publicKey: string): KeyId | null {
    const raw = fromBase64url(publicKey)
    return raw === null ? null : keyIdOf(raw, this.#crypto)
  }

  /** Whether `a` came before `b` in the causal order; false while either waits. */
  isBefore(a: ActId, b: ActId): boolean {
    const from = this.#nodes.get(a)
    const to = this.#nodes.get(b)
    return from !== undefined && to !== undefined && a !== b && reaches(to.place, from.place)
  }

  /** Acts of the scope that no other act of it knew, in order of id. */
  heads(scope: string): ActId[] {
    return [...(this.#scopes.get(scope)?.heads ?? [])].sort()
  }

  /** For each scope and key the next number wanted: what is asked of a peer. */
  vector(): Record<string, Record<KeyId, number>> {
    const vector: Record<string, Record<KeyId, number>> = {}
    for (const [name, { chains }] of this.#scopes) {
      vector[name] = Object.fromEntries([...chains].map(([key, chain]) => [key, chain.next]))
    }
    return vector
  }

  nextSeq(scope: string, key: KeyId): number {
    return this.#scopes.get(scope)?.chains.get(key)?.next ?? 0
  }

  /** Acts of the scopes, in canonical order: every act after all its ancestors. */
  inOrder(scopes: readonly string[]): readonly Node[] {
    const lists = scopes.map((scope) => this.#scopes.get(scope)?.nodes ?? [])
    const [only, ...others] = lists.filter((list) => list.length > 0)
    if (others.length === 0) return only ?? []
    return lists.flat().sort(compareNodes)
  }

  /** Names of the scopes of one document that are here. */
  scopesOf(doc: string): string[] {
    return [...this.#scopes.keys()]
      .filter((name) => name === `doc/${doc}` || name.startsWith(`doc/${doc}/`))
      .sort()
  }

  /** Acts that wait for an ancestor, in order of id. */
  waiting(scopes: readonly string[]): VerifiedAct[] {
    if (this.#acts.size === this.#nodes.size) return []
    return [...this.#acts.values()]
      .filter((act) => scopes.includes(act.payload.scope) && !this.#nodes.has(act.id))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Parents of the act that are not here. */
  missingParents(act: VerifiedAct): ActId[] {
    return act.payload.parents.filter((id) => !this.#acts.has(id))
  }

  /** Acts named by acts of these scopes that are not here, in order of id. */
  missing(scopes: readonly string[]): ActId[] {
    return [...new Set(this.waiting(scopes).flatMap((act) => this.missingParents(act)))].sort()
  }

  gaps(scopes: readonly string[]): ChainTrouble[] {
    return this.#trouble(scopes, (chain) => chain.firstGap)
  }

  forks(scopes: readonly string[]): ChainTrouble[] {
    return this.#trouble(scopes, (chain) => chain.firstFork)
  }

  chain(scope: string, key: KeyId): Chain | undefined {
    return this.#scopes.get(scope)?.chains.get(key)
  }

  /** No key has forked, as far as known here. */
  get isSound(): boolean {
    return this.#unsound.length === 0
  }

  /** Chains in which a key signed two acts with one number, or one that did not know the one before. */
  get unsound(): readonly { readonly key: KeyId; readonly chain: Chain }[] {
    return this.#unsound
  }

  fallenOf(chain: Chain): Set<ActId> {
    return chain.fallen(
      (a, b) => this.isBefore(a, b),
      (id) => this.receiptOf(id)?.n ?? null,
    )
  }

  /** Everything that has a place, in the order in which it got it: lets a derivation see what is new. */
  get placed(): readonly Node[] {
    return this.#placed
  }

  /** Acts in the order in which their receipts were heard: the same for receipts. */
  get receipted(): readonly ActId[] {
    return this.#receiptChanges
  }

  #scope(name: string): ScopeActs {
    const known = this.#scopes.get(name)
    if (known) return known
    const made: ScopeActs = { nodes: [], heads: new Set(), chains: new Map() }
    this.#scopes.set(name, made)
    return made
  }

  #learnKey(act: VerifiedAct): void {
    if (!act.known || act.payload.by !== this.conf) return
    const { payload } = act
    if (payload.kind !== 'conference' && payload.kind !== 'accredit') return
    const id = this.keyIdOf(payload.publicKey)
    const raw = fromBase64url(payload.publicKey)
    if (id !== null && raw !== null) this.#keys.set(id, raw)
  }

  /** Gives places to the act and to those that waited for it. */
  #place(first: VerifiedAct): void {
    const ready = [first]
    for (let act = ready.pop(); act !== undefined; act = ready.pop()) {
      const lacking = act.payload.parents.find((id) => !this.#nodes.has(id))
      if (lacking !== undefined) {
        const others = this.#waitingFor.get(lacking)
        if (others) others.push(act)
        else this.#waitingFor.set(lacking, [act])
        continue
      }
      const parents = act.payload.parents.flatMap((id) => this.#nodes.get(id) ?? [])
      // A parent that readers of this scope may not read would be missing to some and not to others.
      if (parents.some((parent) => !mayRestOn(act.scope, parent.act.scope))) continue
      this.#settle(act, parents)
      ready.push(...(this.#waitingFor.get(act.id) ?? []))
      this.#waitingFor.delete(act.id)
    }
  }

  #settle(act: VerifiedAct, parents: readonly Node[]): void {
    const { by, scope, seq } = act.payload
    const own = parents.filter((parent) => parent.act.payload.by === by && parent.act.payload.scope === scope)
    const place = this.#order.place(
      parents.map((parent) => parent.place),
      own.map((parent) => parent.place),
    )
    const node: Node = { act, place }
    this.#nodes.set(act.id, node)
    this.#placed.push(node)
    const acts = this.#scope(scope)
    insertInOrder(acts.nodes, node)
    for (const id of acts.heads) if (this.isBefore(id, act.id)) acts.heads.delete(id)
    acts.heads.add(act.id)
    this.#inChain(acts, by, (chain) => {
      if (seq > 0 && !chain.at(seq - 1).some((id) => this.isBefore(id, act.id))) chain.breakAt(act.id)
    })
  }

  #inChain({ chains }: ScopeActs, key: KeyId, change: (chain: Chain) => void): void {
    const chain = chains.get(key) ?? new Chain()
    chains.set(key, chain)
    change(chain)
    const isNoted = this.#unsound.some((other) => other.chain === chain)
    if (!chain.isSound && !isNoted) this.#unsound.push({ key, chain })
  }

  #trouble(scopes: readonly string[], of: (chain: Chain) => number | null): ChainTrouble[] {
    return scopes.flatMap((scope) =>
      [...(this.#scopes.get(scope)?.chains ?? [])]
        .flatMap(([key, chain]) => {
          const seq = of(chain)
          return seq === null ? [] : [{ scope, key, seq }]
        })
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
  }
}

/** The order of all states: longest chain below first to last, then id. */
export function compareNodes(a: Node, b: Node): number {
  return a.place.depth - b.place.depth || (a.act.id < b.act.id ? -1 : a.act.id > b.act.id ? 1 : 0)
}

/** New acts nearly always come last. */
function insertInOrder(nodes: Node[], node: Node): void {
  let at = nodes.length
  while (at > 0 && compareNodes(nodes[at - 1] ?? node, node) > 0) at--
  nodes.splice(at, 0, node)
}
