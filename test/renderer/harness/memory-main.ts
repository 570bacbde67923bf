/** What main answers, without disk, keys or network: the same calls and events over a {@link Ledger}. */
import {
  calls,
  type Bridge,
  type CallName,
  type EventData,
  type EventName,
  type Input,
  type Output,
  type Reply,
  type Settings,
  type SyncState,
  type Visit,
} from '#shared/ipc/contract.ts'
import type { Body } from '#shared/acts/build.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { screenRoom } from '#shared/sync/rooms.ts'
import { encodeRoom, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { declaration } from '#main/sample/declaration.ts'
import { DOC, SCOPE, type Ledger, type Person } from './ledger.ts'
import { clausesOf } from './scenes.ts'
import * as Y from 'yjs'

export interface MemoryOptions {
  readonly as: readonly Exclude<Person, 'root'>[]
  readonly settings: Settings
  readonly offline?: boolean
  readonly vault?: 'open' | 'locked' | 'new'
  /** How far the member had read the document when they were last here. */
  readonly visit?: Visit
  /** Stays on the welcome screen. */
  readonly welcome?: boolean
}

type Handlers = { readonly [K in CallName]?: (input: Input<K>) => Output<K> }
interface RoomHeld {
  readonly doc: Y.Doc
}

export class MemoryMain implements Bridge {
  readonly ledger: Ledger
  /** By conference and document. */
  readonly visits = new Map<string, Visit>()
  readonly asked: { readonly name: CallName; readonly input: unknown }[] = []
  readonly #options: MemoryOptions
  readonly #listeners = new Map<EventName, Set<(data: never) => void>>()
  readonly #rooms = new Map<string, RoomHeld>()
  #settings: Settings
  #offline: boolean
  #nextClient = 100

  constructor(ledger: Ledger, options: MemoryOptions) {
    this.ledger = ledger
    this.#options = options
    this.#settings = options.settings
    this.#offline = options.offline ?? false
    ledger.online = !this.#offline
    if (options.visit !== undefined) this.visits.set(`${ledger.conf}/${DOC}`, options.visit)
    ledger.subscribe((acts) => {
      this.emit('acts', { conf: ledger.conf, acts: [...acts] })
      this.emit('sync', this.sync())
    })
  }

  on<K extends EventName>(name: K, listener: (data: EventData<K>) => void): () => void {
    const set = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, set.add(listener)) // one set holds listeners of one name
    return () => {
      set.delete(listener) // likewise
    }
  }

  emit<K extends EventName>(name: K, data: EventData<K>): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (data: EventData<K>) => void)(data) // likewise
  }

  async call<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> {
    await Promise.resolve()
    const parsed = calls[name].input.safeParse(input)
    if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`)
    this.asked.push({ name, input })
    const handler = this.#handlers[name] // a table by name loses which input goes with which
    if (handler === undefined) {
      return { ok: false, error: { code: 'internal', message: 'failure.internal', values: {} } }
    }
    return { ok: true, value: handler(input) }
  }

  sync(): SyncState {
    const unsent = this.ledger.acts().filter(({ receipt }) => receipt === null).length
    const since = new Date().toISOString()
    return {
      conf: this.ledger.conf,
      link: this.#offline
        ? { kind: 'offline', since, chosen: true, retryAt: null }
        : { kind: 'online', since },
      documents: [DOC, 'recommendation'].map((doc) => ({
        doc,
        unsent: doc === DOC ? unsent : 0,
        acknowledged: unsent === 0 && !this.#offline,
        lastContact: since,
        unsaved: false,
      })),
    }
  }

  setOffline(offline: boolean): void {
    this.#offline = offline
    this.ledger.online = !offline
    this.emit('sync', this.sync())
  }

  room(name: string): Y.Doc {
    const known = this.#rooms.get(name)
    if (known !== undefined) return known.doc
    const doc = newRoomDoc(this.#nextClient++)
    if (name === `${SCOPE}/text/es/0`) seedRoom(doc, clausesOf(declaration))
    this.#rooms.set(name, { doc })
    return doc
  }

  readonly #person = (key: string): Person => this.ledger.personOf(key)

  readonly #handlers: Handlers = {
    'app.info': () => ({
      version: '0.1.0',
      profile: 'demo',
      platform: 'linux',
      runtime: { electron: '33.2.1', chrome: '130.0', node: '20.18', supported: false },
    }),
    'settings.get': () => this.#settings,
    'settings.set': (change) => (this.#settings = { ...this.#settings, ...withoutUndefined(change) }),
    'visit.read': ({ conf, doc }) => this.visits.get(`${conf}/${doc}`) ?? null,
    'visit.note': ({ conf, doc, visit }) => {
      this.visits.set(`${conf}/${doc}`, visit)
      return null
    },
    'vault.state': () => this.#options.vault ?? 'open',
    'vault.open': ({ passphrase }) => passphrase === 'correct horse battery',
    'catalogue.list': () => [
      this.#entry(),
      ...(this.#options.welcome === true
        ? [
            {
              ...this.#entry(),
              conf: 'f'.repeat(32),
              title: 'XXI Conferencia Suramericana sobre Migraciones',
              unsent: 4,
            },
          ]
        : []),
    ],
    'conference.open': () => ({ hats: this.#hats(), acts: this.ledger.acts(), sync: this.sync() }),
    'blob.read': ({ hash }) => this.ledger.blobs.get(hash) ?? null,
    'link.setOffline': ({ offline }) => {
      this.setOffline(offline)
      return null
    },
    'link.retry': () => null,
    'room.open': ({ room }) => ({
      state: encodeRoom(this.room(room)),
      client: this.#nextClient++,
      writable: this.#options.as.some((person) =>
        room === screenRoom(DOC) ? person === 'PPT' || person === 'ST' : person !== 'observer',
      ),
    }),
    'room.write': ({ room, update }) => {
      Y.applyUpdate(this.room(room), update)
      return null
    },
    'room.awareness': () => null,
    'room.close': () => null,
    'room.authors': () => [],
    'drafts.list': () => [],
    'enrolments.list': () => [],
    'root.state': () => 'open',
    'position.take': ({ hat, paragraphs, value, reason }) => {
      for (const { paragraph } of paragraphs)
        this.ledger.position(this.#person(hat), paragraph, value, reason)
      return { acts: [] }
    },
    'position.prepare': ({ hat, paragraph, value, reason }) => {
      const person = this.#person(hat)
      if (person.endsWith(':adviser')) this.ledger.prepare(person as `AR:adviser`, paragraph, value, reason) // asked on the line before
      return this.#done()
    },
    'paragraph.agree': ({ paragraph }) => {
      this.ledger.agree(paragraph)
      return this.#done()
    },
    'paragraph.reopen': ({ paragraph, reason }) => {
      this.ledger.reopen(paragraph, reason)
      return this.#done()
    },
    'text.incorporate': ({ hat, paragraphs }) => {
      for (const { paragraph, after, clauses } of paragraphs)
        this.ledger.setText(
          this.#person(hat),
          paragraph ?? clauses[0]?.id ?? '',
          clauses as Parameters<Ledger['setText']>[2], // as: parsed by the contract
          after,
        )
      return this.#done()
    },
    'proposal.back': ({ hat, proposal, value, reason }) =>
      this.#sign(hat, 'back', { proposal, value, reason }),
    'proposal.join': ({ hat, proposal }) => this.#sign(hat, 'join', { proposal }),
    'proposal.withdraw': ({ hat, proposal, reason }) => this.#sign(hat, 'withdraw', { proposal, reason }),
    'bracket.open': ({ hat, paragraph, hash, from, to, countries, reason = '' }) => {
      const clauses = this.ledger.paragraph(paragraph).wording?.clauses ?? []
      const { member } = this.ledger.hat(this.#person(hat) as 'PPT') // as: nobody signs with the root here
      return this.#sign(hat, 'bracket', {
        anchor: { paragraph, hash, from, to, quote: wordingText(clauses).slice(from, to) },
        countries: countries ?? (member?.role === 'delegate' ? [member.country] : []),
        byChair: countries !== null,
        reason,
      })
    },
    'bracket.lift': ({ hat, bracket, meeting }) => this.#sign(hat, 'lift', { bracket, meeting }),
    'screen.open': ({ paragraph }) => {
      const doc = this.room(screenRoom(DOC))
      const before = Y.encodeStateVector(doc)
      if (doc.getText('body').length === 0)
        seedRoom(doc, this.ledger.paragraph(paragraph).wording?.clauses ?? [])
      this.emit('room.update', {
        conf: this.ledger.conf,
        room: screenRoom(DOC),
        update: Y.encodeStateAsUpdate(doc, before),
      })
      return { room: screenRoom(DOC) }
    },
    'parties.set': ({ parties, basis }) => {
      this.ledger.sign('PPT', 'parties', SCOPE, { parties, basis })
      return this.#done()
    },
  }

  #sign<K extends KindName>(hat: string, kind: K, body: Body<K>) {
    return { act: this.ledger.sign(this.#person(hat), kind, SCOPE, body) }
  }

  #done() {
    return { act: '0'.repeat(64) }
  }

  #hats() {
    return this.#options.as.map((person) => this.ledger.hat(person))
  }

  #entry() {
    return {
      conf: this.ledger.conf,
      title: 'XX Conferencia Suramericana sobre Migraciones',
      unsent: 0,
      lastContact: new Date().toISOString(),
      hats: this.#hats(),
    }
  }
}

function withoutUndefined(change: {
  language?: Settings['language'] | undefined
  theme?: Settings['theme'] | undefined
  quiet?: boolean | undefined
}): Partial<Settings> {
  return {
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.theme === undefined ? {} : { theme: change.theme }),
    ...(change.quiet === undefined ? {} : { quiet: change.quiet }),
  }
}
