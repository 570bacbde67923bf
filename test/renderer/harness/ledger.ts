/**
 * A conference in memory for looking at the window: real acts and real derivation, with signatures that
 * nobody checks (the window trusts what main has checked). Runs in Node and in a page alike.
 */
import type { Envelope } from '#shared/acts/act.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { draft, type Body } from '#shared/acts/build.ts'
import { DocumentDeriver } from '#shared/acts/derive-document.ts'
import { ACT_TYPE, keyIdOf, openAct, seal } from '#shared/acts/envelope.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { freeze } from '#shared/acts/round-blob.ts'
import { ActSet } from '#shared/acts/set.ts'
import type { DocumentState, ParagraphState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import type { Member } from '#shared/domain/role.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { AdmittedAct, Hat } from '#shared/ipc/contract.ts'
import { sha256Bytes } from '#shared/words/sha256.ts'

export const DOC = 'declaration'
export const SCOPE = `doc/${DOC}`

const crypto = { sha256: sha256Bytes, verify: () => true }
const unsigned = () => new Uint8Array(64)

interface Key {
  readonly id: string
  readonly publicKey: string
}

function keyOf(name: string): Key {
  const raw = Uint8Array.from(sha256Bytes(new TextEncoder().encode(name)).match(/../g) ?? [], (pair) =>
    parseInt(pair, 16),
  )
  return { id: keyIdOf(raw, crypto), publicKey: toBase64url(raw) }
}

export type Person = 'root' | 'PPT' | 'ST' | 'observer' | CountryCode | `${CountryCode}:adviser`

function memberOf(person: Exclude<Person, 'root'>): Member {
  if (person === 'PPT') return { role: 'presidency', country: 'CL' }
  if (person === 'ST') return { role: 'secretariat' }
  if (person === 'observer') return { role: 'observer', organisation: 'Observatorio Regional' }
  const country = COUNTRY_CODES.find((code) => person.startsWith(code)) ?? 'AR'
  return { role: 'delegate', country, capacity: person.endsWith(':adviser') ? 'adviser' : 'focalPoint' }
}

export class Ledger {
  readonly conf: string
  readonly blobs = new Map<string, Uint8Array>()
  readonly #set: ActSet
  readonly #acts = new Map<string, AdmittedAct>()
  readonly #keys = new Map<string, Person>()
  readonly #derivers = new Map<string, DocumentDeriver>()
  readonly #listeners = new Set<(acts: readonly AdmittedAct[]) => void>()
  #minute = 0
  /** While false, acts are kept without a receipt. */
  online = true

  constructor() {
    const root = keyOf('root')
    this.conf = root.id
    this.#set = new ActSet(root.id, crypto)
    this.#keys.set(root.id, 'root')
  }

  hat(person: Exclude<Person, 'root'>): Hat {
    const { id } = keyOf(person)
    this.#keys.set(id, person)
    const member = memberOf(person)
    return { key: id, member: structuredClone(member), label: person } // a copy nobody else holds
  }

  acts(): AdmittedAct[] {
    return [...this.#acts.values()]
  }

  /** The relay would not have it: main answers without it from now on. Nothing may be signed afterwards. */
  withdraw(id: string): void {
    this.#acts.delete(id)
  }

  subscribe(listener: (acts: readonly AdmittedAct[]) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  sign<K extends KindName>(by: Person, kind: K, scope: string, body: Body<K>): string {
    const at = new Date(Date.UTC(2022, 8, 20, 12, this.#minute++)).toISOString()
    const payload = draft(this.#set, { scope, kind, by: keyOf(by).id, body, at })
    const envelope: Envelope = seal(payload, ACT_TYPE, unsigned)
    const opened = openAct(envelope, this.#set.keyOf, crypto)
    if (!opened.ok) throw new Error(`${kind} by ${by}: ${opened.error}`)
    const { id } = opened.act
    const n = this.#acts.size
    const receipt = { of: id, n, prev: '0'.repeat(64), received: at, s: 'A'.repeat(86) }
    this.#set.add(opened.act, this.online ? receipt : null)
    const admitted: AdmittedAct = { id, envelope: { ...envelope }, receipt: this.online ? receipt : null }
    this.#acts.set(id, admitted)
    for (const listener of this.#listeners) listener([admitted])
    return id
  }

  personOf(key: string): Person {
    const person = this.#keys.get(key)
    if (person === undefined) throw new Error(`nobody holds ${key}`)
    return person
  }

  state(doc = DOC): DocumentState {
    const deriver = this.#derivers.get(doc) ?? new DocumentDeriver(this.#set, doc)
    this.#derivers.set(doc, deriver)
    return deriver.derive({
      blobs: (hash) => this.blobs.get(hash),
      sha256: sha256Bytes,
      now: '2022-09-20T18:00:00.000Z',
    })
  }

  /** The newest acts of the text. */
  heads(): string[] {
    return this.#set.heads(SCOPE)
  }

  paragraph(id: string, doc = DOC): ParagraphState {
    const found = this.state(doc).paragraphs.find((paragraph) => paragraph.id === id)
    if (found === undefined) throw new Error(`no paragraph ${id}`)
    return found
  }

  // What people do.

  accredit(person: Exclude<Person, 'root'>): void {
    const { key } = this.hat(person)
    const member = structuredClone<Body<'accredit'>['member']>(memberOf(person)) // as: a copy nobody else holds
    this.sign('root', 'accredit', 'conf', { publicKey: keyOf(person).publicKey, member, label: person })
    if (key === '') throw new Error('unreachable')
  }

  openNegotiation(clauses: readonly Clause[], doc = DOC, symbol = 'CSM/XX/DEC/1'): void {
    const { bytes, ...hashes } = freeze(groupParagraphs(clauses), 'gerund', sha256Bytes)
    this.blobs.set(hashes.blob, bytes)
    const source = { room: `doc/${doc}/text/es/0`, stateVector: '' }
    this.sign('PPT', 'round', `doc/${doc}`, { n: 0, symbol, ...hashes, heads: [], source, rejoins: [] })
  }

  /** Freezes the text as it is, numbered afresh. */
  closeRound(symbol: string): void {
    const { paragraphs, rounds } = this.state()
    const clauses = paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
    const { bytes, ...hashes } = freeze(groupParagraphs(clauses), 'gerund', sha256Bytes)
    this.blobs.set(hashes.blob, bytes)
    const heads = this.heads()
    this.sign('PPT', 'round', SCOPE, {
      n: rounds.length,
      symbol,
      ...hashes,
      heads,
      source: null,
      rejoins: [],
    })
  }

  position(person: Person, id: string, value: PositionValue, reason: string | null = null): void {
    this.sign(person, 'position', SCOPE, { ...this.#resting(id), language: 'es', value, reason })
  }

  prepare(person: `${CountryCode}:adviser`, id: string, value: PositionValue, reason: string | null): void {
    const member = memberOf(person)
    const country = member.role === 'delegate' ? member.country : 'AR'
    this.sign(person, 'prepare', `${SCOPE}/of/${country}`, { ...this.#resting(id), country, value, reason })
  }

  agree(id: string): void {
    this.sign('PPT', 'agree', SCOPE, { ...this.#resting(id), lastCall: null })
  }

  reopen(id: string, reason: string): void {
    const agreement = this.paragraph(id).agreement?.act ?? ''
    this.sign('PPT', 'reopen', SCOPE, { paragraph: id, agreement, reason })
  }

  incorporate(person: Person, id: string, change: (words: string) => string): void {
    const { wording, alternatives } = this.paragraph(id)
    const before = wording ?? alternatives[0]
    if (before === undefined) throw new Error(`no wording of ${id}`)
    const clauses = before.clauses.map((clause, i) =>
      i > 0 ? clause : { ...clause, runs: [{ insert: change(wordingText([clause])) }] },
    )
    this.setText(person, id, clauses)
  }

  setText(person: Person, id: string, clauses: readonly Clause[], after: string | null = null): void {
    const known = this.state().paragraphs.find((paragraph) => paragraph.id === id)
    const base =
      known === undefined
        ? []
        : known.wording === null
          ? known.alternatives.map(({ act }) => act)
          : [known.wording.act]
    const written = structuredClone(clauses) as Body<'incorporate'>['paragraphs'][number]['clauses'] // a copy nobody else holds
    const change = { paragraph: id, after, base, before: known?.wording?.hash ?? null, clauses: written }
    this.sign(person, 'incorporate', SCOPE, { paragraphs: [change], proposals: [], reason: '' })
  }

  #resting(id: string): { paragraph: string; hash: string; wording: string } {
    const { wording } = this.paragraph(id)
    if (wording === null) throw new Error(`${id} has no wording in force`)
    return { paragraph: id, hash: wording.hash, wording: wordingText(wording.clauses) }
  }
}

export const publicKeyOf = (person: Person): string => keyOf(person).publicKey
