/**
 * Who held which power where: read from the conference's own scope. Every question is asked at a place of
 * the causal order and answered from the acts before it, never by a clock. Closed keys are the exception on
 * purpose: a closing counts wherever it stands, so that nothing signed later can be back-dated past it.
 */
import type { Actor, Led } from '#shared/domain/actor.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'
import type { VerifiedAct } from './act.ts'
import { reaches } from './causal-order.ts'
import { hasPower, type KnownPayload, type Payloads } from './kinds/index.ts'
import type { ActSet, Node } from './set.ts'
import type { ActId, KeyId, NoEffect } from './state.ts'

/** An act of the conference's scope that has effect, with what it says. */
export interface Effective<P> {
  readonly node: Node
  readonly payload: P
}

interface Settled {
  /** Acts it follows from. */
  readonly on: readonly Node[]
  readonly actor: Actor | null
}

export class Powers {
  readonly conferences: Effective<Payloads['conference']>[] = []
  readonly accreditations = new Map<KeyId, Effective<Payloads['accredit']>[]>()
  readonly closings = new Map<KeyId, Effective<Payloads['close']>[]>()
  readonly offices: Effective<Payloads['office']>[] = []
  readonly documents = new Map<string, Effective<Payloads['document']>[]>()
  readonly entries: Effective<Payloads['entry']>[] = []
  readonly allowances = new Map<CountryCode, Effective<Payloads['allow']>[]>()
  /** Of every act of the scope that has a place. */
  readonly verdicts = new Map<ActId, NoEffect | null>()
  readonly #set: ActSet
  /** The scope has been read to its end: what is settled stays so. */
  #isRead = false
  readonly #settled = new Map<KeyId, Settled>()
  readonly #fallen = new Map<string, ReadonlySet<ActId>>()

  constructor(set: ActSet) {
    this.#set = set
    const nodes = set.inOrder(['conf'])
    for (const node of nodes) this.#close(node)
    for (const node of nodes) {
      const verdict = this.verdictOn(node)
      this.verdicts.set(node.act.id, verdict)
      if (verdict === null && node.act.known) this.#take(node, node.act.payload)
    }
    this.#settled.clear()
    this.#isRead = true
  }

  /** What can be said of an act without knowing what it is about: null where its signer had the power. */
  verdictOn(node: Node): NoEffect | null {
    const { act } = node
    if (this.hasFallen(act)) return 'forked'
    if (this.isClosed(act)) return 'closedKey'
    if (!act.known) return 'unknownKind'
    const actor = this.actorAt(act.payload.by, node)
    if (actor === null) return 'notAuthorised'
    const allowed = { advisersTable: this.advisersTableAt(actor, node) }
    return hasPower(actor, act.payload, act.scope, allowed) ? null : 'notAuthorised'
  }

  /** Whether it is an adviser whose delegation lets them table (rule 4), as the act knew it. */
  advisersTableAt({ member }: Actor, at: Node | null): boolean {
    return member.role === 'delegate' && member.capacity === 'adviser' && this.#letsTable(member.country, at)
  }

  /** Delegations that let their advisers table now, in order of code. */
  get advisersTable(): CountryCode[] {
    return COUNTRY_CODES.filter((country) => this.#letsTable(country, null))
  }

  /** Where Speakers said both without knowing of each other, it is not allowed. */
  #letsTable(country: CountryCode, at: Node | null): boolean {
    const known = (this.allowances.get(country) ?? []).filter(({ node }) => isKnown(at, node))
    const last = known.filter(
      (one) => !known.some((other) => other !== one && reaches(other.node.place, one.node.place)),
    )
    return last.length > 0 && last.every(({ payload }) => payload.advisersTable)
  }

  isClosed({ payload: { by, seq, scope } }: VerifiedAct): boolean {
    if (this.closings.size === 0) return false
    const closings = this.closings.get(by)
    return closings?.some(({ payload }) => seq > (payload.last[scope] ?? -1)) ?? false
  }

  /** On a branch of a fork that does not stand. */
  hasFallen(act: VerifiedAct): boolean {
    if (this.#set.isSound) return false
    const { scope, by } = act.payload
    const chain = this.#set.chain(scope, by)
    if (chain === undefined || chain.isSound) return false
    const name = `${scope} ${by}`
    const known = this.#fallen.get(name)
    const fallen = known ?? this.#set.fallenOf(chain)
    if (!known) this.#fallen.set(name, fallen)
    return fallen.has(act.id)
  }

  /** null for a key that was not accredited there, or holds nothing any more. */
  actorAt(key: KeyId, at: Node): Actor | null {
    const settled = this.#settledFor(key)
    return settled.on.every((node) => reaches(at.place, node.place)) ? settled.actor : this.#lookUp(key, at)
  }

  /** What the key stands for to whoever knows everything about it: nearly everybody. */
  #settledFor(key: KeyId): Settled {
    const known = this.#settled.get(key)
    if (known && this.#isRead) return known
    const on = [
      ...(this.accreditations.get(key) ?? []),
      ...this.offices.filter(({ payload }) => payload.office !== 'facilitator' || payload.key === key),
    ].map(({ node }) => node)
    const made = { on, actor: this.#lookUp(key, null) }
    this.#settled.set(key, made)
    return made
  }

  #lookUp(key: KeyId, at: Node | null): Actor | null {
    if (key === this.#set.conf) return { member: { role: 'root' }, facilitates: [] }
    const member = this.#memberAt(key, at)
    if (member === null || !this.#holdsOffice(key, member, at)) return null
    return { member, facilitates: this.#ledBy(key, at) }
  }

  memberAt(key: KeyId, at: Node): Member | null {
    return this.#memberAt(key, at)
  }

  #memberAt(key: KeyId, at: Node | null): Member | null {
    const all = this.accreditations.get(key)
    const last = all?.at(-1)
    if (last && isKnown(at, last.node)) return last.payload.member
    return all?.findLast(({ node }) => isKnown(at, node))?.payload.member ?? null
  }

  /** The document's record as the act knew it. */
  documentAt(doc: string, at: Node): Payloads['document'] | null {
    return this.documents.get(doc)?.findLast(({ node }) => reaches(at.place, node.place))?.payload ?? null
  }

  /**
   * Presidency and Secretariat hold their office by accreditation, until the office moves to another key;
   * keys accredited after that hold it again.
   */
  #holdsOffice(key: KeyId, member: Member, at: Node | null): boolean {
    if (member.role !== 'presidency' && member.role !== 'secretariat') return true
    const office = member.role === 'presidency' ? 'ppt' : 'st'
    const move = this.offices.findLast(
      ({ node, payload }) =>
        payload.office === office &&
        isKnown(at, node) &&
        this.#memberAt(payload.key, at)?.role === member.role,
    )
    if (move === undefined || move.payload.key === key) return true
    const accreditations = this.accreditations.get(key) ?? []
    return accreditations.some(({ node }) => isKnown(at, node) && reaches(node.place, move.node.place))
  }

  #ledBy(key: KeyId, at: Node | null): Led[] {
    return this.offices.flatMap(({ node, payload }) =>
      payload.key === key && payload.doc !== null && isKnown(at, node)
        ? [{ doc: payload.doc, section: payload.section }]
        : [],
    )
  }

  /** Closings come first of all, since they count wherever they stand; only the root, whose key nobody closes, makes them. */
  #close(node: Node): void {
    const { act } = node
    if (!act.known || act.payload.kind !== 'close' || act.payload.by !== this.#set.conf) return
    if (!this.hasFallen(act)) push(this.closings, act.payload.key, { node, payload: act.payload })
  }

  #take(node: Node, payload: KnownPayload): void {
    switch (payload.kind) {
      case 'conference':
        this.conferences.push({ node, payload })
        return
      case 'accredit': {
        const key = this.#set.keyIdOf(payload.publicKey)
        if (key !== null && key !== this.#set.conf) push(this.accreditations, key, { node, payload })
        return
      }
      case 'office':
        this.offices.push({ node, payload })
        return
      case 'document':
        push(this.documents, payload.doc, { node, payload })
        return
      case 'entry':
        this.entries.push({ node, payload })
        return
      case 'allow':
        push(this.allowances, payload.country, { node, payload })
        return
      default:
        return // closings were taken before; the other kinds live in other scopes
    }
  }
}

/** Whether the act knew the other; with null, whoever knows everything did. */
function isKnown(at: Node | null, node: Node): boolean {
  return at === null || reaches(at.place, node.place)
}

function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

interface Memo {
  readonly acts: number
  readonly version: number
  readonly powers: Powers
}

const memos = new WeakMap<ActSet, Memo>()

/** Read again only when the conference's scope has changed, or forks are about and anything has. */
export function powersOf(set: ActSet): Powers {
  const acts = set.inOrder(['conf']).length
  const known = memos.get(set)
  if (known?.acts === acts && (known.version === set.version || set.isSound)) return known.powers
  const powers = new Powers(set)
  memos.set(set, { acts, version: set.version, powers })
  return powers
}
