/**
 * A small conference in memory: real keys, real envelopes, real derivation; only the wire is missing. A
 * `World` is what one device holds. `away()` makes a device that works offline; `take` brings acts over.
 */
import type { VerifiedAct } from '#shared/acts/act.ts'
import { draft, type Body } from '#shared/acts/build.ts'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { DocumentDeriver, type DocumentOptions } from '#shared/acts/derive-document.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { rejoin } from '#shared/acts/rejoin.ts'
import { freeze } from '#shared/acts/round-blob.ts'
import { ActSet, type ReceiptMark } from '#shared/acts/set.ts'
import type { ConferenceState, DocumentState, ParagraphState } from '#shared/acts/state.ts'
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { wordingHash, wordingText } from '#shared/domain/wording.ts'
import { toUtf8 } from '#shared/acts/bytes.ts'
import { MAIN_PEOPLE, person, type PersonName } from './acts-people.ts'
import { nodeCrypto } from './crypto.ts'

export const DOC = 'declaration'
export const SCOPE = `doc/${DOC}`

/** Minute by minute from the opening; claims only, nothing depends on them. */
export function minute(n: number): string {
  return new Date(Date.UTC(2022, 2, 1, 12, n)).toISOString()
}

/** Counts receipts as the conference's one relay does. */
class Register {
  readonly #marks = new Map<string, ReceiptMark>()

  receipt(id: string): ReceiptMark {
    const n = this.#marks.size
    const mark = this.#marks.get(id) ?? { n, received: minute(n) }
    this.#marks.set(id, mark)
    return mark
  }

  copy(): Register {
    const made = new Register()
    for (const [id, mark] of this.#marks) made.#marks.set(id, mark)
    return made
  }
}

interface Shared {
  readonly blobs: Map<string, Uint8Array>
  readonly register: Register
  minutes: number
}

export interface SignOptions {
  readonly scope?: string
  readonly at?: string
  /** Fields of the payload to set otherwise than an honest client would. */
  readonly forced?: Readonly<Record<string, unknown>>
}

export interface TextOptions {
  readonly after?: string | null
  readonly base?: readonly string[]
  readonly reason?: string
}

export class World {
  readonly set: ActSet
  readonly online: boolean
  readonly #shared: Shared
  readonly #derivers = new Map<string, DocumentDeriver>()

  constructor(set: ActSet, online: boolean, shared: Shared) {
    this.set = set
    this.online = online
    this.#shared = shared
  }

  get blobs(): Map<string, Uint8Array> {
    return this.#shared.blobs
  }

  /** Another device with the same acts, offline from here on unless told otherwise. */
  away({ online = false } = {}): World {
    const set = new ActSet(this.set.conf, nodeCrypto)
    for (const { act } of this.set.placed) set.add(act, this.set.receiptOf(act.id))
    return new World(set, online, this.#shared)
  }

  /** The same acts in a world of their own, where nothing that happens to others counts. */
  alone(): World {
    const { blobs, register, minutes } = this.#shared
    const { set } = this.away()
    return new World(set, true, { blobs: new Map(blobs), register: register.copy(), minutes })
  }

  /** Signs what the person's device would, adds it here and answers the act. */
  sign<K extends KindName>(who: PersonName, kind: K, body: Body<K>, options: SignOptions = {}): VerifiedAct {
    const act = this.make(who, kind, body, options)
    this.add(act)
    return act
  }

  /** Signed, but in nobody's hands yet. */
  make<K extends KindName>(who: PersonName, kind: K, body: Body<K>, options: SignOptions = {}): VerifiedAct {
    const { key } = person(who)
    const at = options.at ?? minute(this.#shared.minutes++)
    const payload = draft(this.set, { scope: options.scope ?? SCOPE, kind, by: key.id, body, at })
    return reopened({ ...payload, ...options.forced }, who)
  }

  add(act: VerifiedAct): void {
    this.set.add(act, this.online ? this.#shared.register.receipt(act.id) : null)
  }

  /** What another device has that this one has not; with `most`, the first so many. */
  take(other: World, most = Infinity): void {
    const lacking = other.set.placed.filter(({ act }) => !this.set.has(act.id)).slice(0, most)
    for (const { act } of lacking) this.add(act)
    for (const id of other.set.receipted) {
      const receipt = other.set.receiptOf(id)
      if (receipt && this.set.has(id)) this.set.addReceipt(id, receipt)
    }
  }

  conference(): ConferenceState {
    return deriveConference(this.set)
  }

  state(doc = DOC): DocumentState {
    const deriver = this.#derivers.get(doc) ?? new DocumentDeriver(this.set, doc)
    this.#derivers.set(doc, deriver)
    return deriver.derive(documentOptions(this.blobs))
  }

  paragraph(id: string): ParagraphState {
    const found = this.state().paragraphs.find((paragraph) => paragraph.id === id)
    if (!found) throw new Error(`No paragraph ${id}`)
    return found
  }

  /** Why the act has no effect; null: it has. */
  effect(act: VerifiedAct, paragraph?: string): string | null {
    const log = [...this.state().log, ...this.conference().log]
    const entry = log.find((one) => one.act === act.id && (paragraph ?? one.paragraph) === one.paragraph)
    if (!entry) throw new Error('The act is not in the log')
    return entry.noEffect
  }

  // What people do, as their window would.

  accredit(who: PersonName): VerifiedAct {
    const { key, member } = person(who)
    if (!member) throw new Error(`${who} is no member`)
    const body = { publicKey: key.publicText, member, label: `Desk ${who}` }
    return this.sign('root', 'accredit', body, { scope: 'conf' })
  }

  close(who: PersonName, last: Record<string, number>): VerifiedAct {
    return this.sign('root', 'close', { key: person(who).key.id, last }, { scope: 'conf' })
  }

  facilitate(who: PersonName, section: string | null = null): VerifiedAct {
    const body = { office: 'facilitator', key: person(who).key.id, doc: DOC, section } as const
    return this.sign('PPT', 'office', body, { scope: 'conf' })
  }

  openNegotiation(clauses: readonly Clause[], n = 0): VerifiedAct {
    const { bytes, ...hashes } = freeze(groupParagraphs(clauses), 'gerund', (all) => nodeCrypto.sha256(all))
    this.blobs.set(hashes.blob, bytes)
    const source = { room: `${SCOPE}/text/es/0`, stateVector: '' }
    const heads = this.set.heads(SCOPE)
    const symbol = `CSM/XX/DEC/1`
    return this.sign('PPT', 'round', { n, symbol, ...hashes, heads, source, rejoins: [] })
  }

  /** `joined`: split paragraphs that are whole again (rule 11); `forced`: what an honest window would not sign. */
  closeRound(
    who: PersonName = 'PPT',
    joined: readonly string[] = [],
    forced: { readonly rejoins?: string[][] } = {},
  ): VerifiedAct {
    const state = this.state()
    const { paragraphs, rejoins } = rejoin(state.paragraphs, joined)
    const { bytes, ...hashes } = freeze(paragraphs, 'gerund', (all) => nodeCrypto.sha256(all))
    this.blobs.set(hashes.blob, bytes)
    const n = state.rounds.length
    const symbol = `CSM/XX/DEC/1/Rev.${String(n)}`
    return this.sign(who, 'round', {
      n,
      symbol,
      ...hashes,
      heads: this.set.heads(SCOPE),
      source: null,
      rejoins,
      ...forced,
    })
  }

  position(who: PersonName, id: string, value: PositionValue, options: SignOptions = {}): VerifiedAct {
    const reason = value === 'object' ? 'Without mandate' : null
    return this.sign(who, 'position', { ...this.restingOn(id), language: 'es', value, reason }, options)
  }

  prepare(
    who: PersonName,
    country: CountryCode,
    id: string,
    value: PositionValue,
    scope?: string,
  ): VerifiedAct {
    const reason = value === 'object' ? 'Without mandate' : null
    const options = { scope: scope ?? `${SCOPE}/of/${country}` }
    return this.sign(who, 'prepare', { ...this.restingOn(id), country, value, reason }, options)
  }

  incorporate(who: PersonName, id: string, words: string | Clause[], options: TextOptions = {}): VerifiedAct {
    const known = this.state().paragraphs.find((paragraph) => paragraph.id === id)
    const clauses = typeof words === 'string' ? [clause(id, words, known?.kind ?? 'operative')] : words
    const { base, before } = this.replacing(id)
    const after = options.after ?? null
    const change = { paragraph: id, after, base: [...(options.base ?? base)], before, clauses }
    const reason = options.reason ?? 'As agreed in the room'
    return this.sign(who, 'incorporate', { paragraphs: [change], proposals: [], reason })
  }

  suppress(who: PersonName, id: string): VerifiedAct {
    const { base, before } = this.replacing(id)
    return this.sign(who, 'suppress', {
      paragraph: id,
      base,
      before,
      reason: 'Merged elsewhere',
    })
  }

  agree(who: PersonName, id: string, attendance?: CountryCode[]): VerifiedAct {
    const lastCall = attendance ? { meeting: 'Plenary', attendance } : null
    return this.sign(who, 'agree', { ...this.restingOn(id), lastCall })
  }

  reopen(who: PersonName, id: string): VerifiedAct {
    const agreement = this.paragraph(id).agreement?.act ?? ''
    return this.sign(who, 'reopen', { paragraph: id, agreement, reason: 'On request of Peru' })
  }

  /** Everybody named says yes. */
  allAgree(id: string, countries: readonly CountryCode[]): VerifiedAct[] {
    return countries.map((country) => this.position(country, id, 'agree'))
  }

  restingOn(id: string): { paragraph: string; hash: string; wording: string } {
    const { wording, alternatives } = this.paragraph(id)
    const shown = wording ?? alternatives[0]
    if (!shown) throw new Error(`No wording of ${id}`)
    return { paragraph: id, hash: shown.hash, wording: wordingText(shown.clauses) }
  }

  /** What an honest window names as `base` and `before`. */
  replacing(id: string): { base: string[]; before: string | null } {
    const known = this.state().paragraphs.find((paragraph) => paragraph.id === id)
    if (!known) return { base: [], before: null }
    const { wording, alternatives } = known
    if (alternatives.length > 0)
      return { base: alternatives.map(({ act }) => act).sort(), before: wording?.hash ?? null }
    return { base: wording ? [wording.act] : [], before: wording?.hash ?? null }
  }
}

export function documentOptions(blobs: ReadonlyMap<string, Uint8Array>): DocumentOptions {
  return { blobs: (hash) => blobs.get(hash), sha256: (bytes) => nodeCrypto.sha256(bytes), now: minute(0) }
}

/** Sealed and opened again, as every act that travels is. */
export function reopened(payload: object, who: PersonName): VerifiedAct {
  const { key } = person(who)
  const opened = openAct(seal(payload, ACT_TYPE, key.sign), () => key.publicKey, nodeCrypto)
  if (!opened.ok) throw new Error(`The act cannot be opened: ${opened.error}`)
  return opened.act
}

export function clause(id: string, text: string, kind: ClauseKind = 'operative'): Clause {
  return { id, kind, level: 0, suppressed: false, runs: [{ insert: text }] }
}

export function hashOf(...clauses: Clause[]): string {
  return wordingHash(clauses, (text) => nodeCrypto.sha256(toUtf8(text)))
}

/** Title, two preambular and four operative paragraphs under two headings. */
export const SAMPLE: readonly Clause[] = [
  clause('title', 'Declaración de Santiago', 'title'),
  clause('pp1', 'Reafirmando la dignidad de las personas migrantes', 'preambular'),
  clause('pp2', 'Considerando los compromisos asumidos', 'preambular'),
  clause('h1', 'Integración', 'heading'),
  clause('op1', 'Acuerdan facilitar la regularización'),
  clause('op2', 'Instan a reconocer los títulos'),
  clause('h2', 'Fronteras', 'heading'),
  clause('op3', 'Deciden crear una red de puntos focales'),
  clause('op4', 'Encomiendan a la Secretaría Técnica el seguimiento'),
]

/** Root, members, one document; nothing tabled yet. */
export function conference(people: readonly PersonName[] = MAIN_PEOPLE): World {
  const root = person('root')
  const set = new ActSet(root.key.id, nodeCrypto)
  const world = new World(set, true, { blobs: new Map(), register: new Register(), minutes: 0 })
  const title = { es: 'XX CSM', pt: 'XX CSM', en: 'XX SACM' }
  const presidencies = [
    { country: 'AR' as const, conference: 'XIX', from: '2021-01-01' },
    { country: 'CL' as const, conference: 'XX', from: '2021-11-30' },
    { country: 'PE' as const, conference: 'XXI', from: null },
  ]
  const body = { publicKey: root.key.publicText, title, edition: 'XX', motto: '', presidencies }
  world.sign('root', 'conference', { ...body, relayKey: person('relay').key.publicText }, { scope: 'conf' })
  for (const name of people) world.accredit(name)
  const record = {
    doc: DOC,
    type: 'declaration',
    title: 'Declaración de Santiago',
    symbol: 'CSM/XX/DEC/1',
    language: 'es',
    layout: 'gerund',
    network: null,
    draftingGroup: [],
    openToObservers: false,
  } as const
  world.sign('PPT', 'document', { ...record, draftingGroup: [] }, { scope: 'conf' })
  return world
}

/** The same, negotiation opened on the sample text; the parties are all twelve unless named. */
export function negotiation(parties?: CountryCode[], people: readonly PersonName[] = MAIN_PEOPLE): World {
  const world = conference(people)
  if (parties) world.sign('PPT', 'parties', { parties, basis: 'present' })
  world.openNegotiation(SAMPLE)
  return world
}
