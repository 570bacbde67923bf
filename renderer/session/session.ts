/**
 * Everything a window has, put together once and handed to the views. `open` starts listening to
 * main, `close` ends it; views read stores and ask for intents, and own no timer and no connection.
 */
import type { AppInfo, CatalogueEntry, Settings } from '#shared/ipc/contract.ts'
import { createTranslator, type Translator } from '#shared/i18n/format.ts'
import type { MainLine } from '#renderer/bridge/main-line.ts'
import { createConferenceStore, type ConferenceStore } from './conference-store.ts'
import type { Engine } from './engine.ts'
import { createIntents, type Intents } from './intents.ts'
import { createNoticeBoard, type NoticeBoard } from './notices.ts'
import { createStore, type Readable } from './store.ts'
import { createView, type View } from './view.ts'
import { createVisits, type Visits } from './visits.ts'

export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'locked'; readonly fresh: boolean }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'conference'; readonly conference: ConferenceStore }

export interface Session {
  readonly line: MainLine
  readonly screen: Readable<Screen>
  readonly settings: Readable<Settings>
  readonly info: Readable<AppInfo | null>
  readonly catalogue: Readable<readonly CatalogueEntry[]>
  readonly view: View
  readonly notices: NoticeBoard
  readonly intents: Intents
  readonly visits: Visits
  readonly clock: WindowClock
  /** A fresh id for a clause. */
  newId(): string
  text(): Translator
  openConference(conf: string): Promise<void>
  leaveConference(): void
  unlock(passphrase: string): Promise<boolean>
  setSettings(change: Partial<Settings>): Promise<void>
  open(): Promise<void>
  close(): void
}

export interface WindowClock {
  /** Wall clock, for display only. */
  now(): number
  /** Never goes back; only differences mean anything. */
  elapsedMs(): number
  after(ms: number, what: () => void): void
  /** Calls every second until the answer is called. */
  everySecond(what: () => void): () => void
}

export interface SessionParts {
  readonly line: MainLine
  readonly clock: WindowClock
  readonly newEngine: (conf: string) => Engine
  readonly newId: () => string
}

export function createSession({ line, clock, newEngine, newId }: SessionParts): Session {
  const screen = createStore<Screen>({ kind: 'starting' })
  const settings = createStore<Settings>({ language: 'es', theme: 'system' })
  const info = createStore<AppInfo | null>(null)
  const catalogue = createStore<readonly CatalogueEntry[]>([])
  const view = createView()
  const notices = createNoticeBoard((ms, what) => {
    clock.after(ms, what)
  })
  let translator = { language: settings.get().language, text: createTranslator(settings.get().language) }
  const text = () => {
    const { language } = settings.get()
    if (translator.language !== language) translator = { language, text: createTranslator(language) }
    return translator.text
  }
  const intents = createIntents(line, notices, text)
  let ends: (() => void)[] = []

  const conferenceOf = (conf: string): ConferenceStore | null => {
    const current = screen.get()
    return current.kind === 'conference' && current.conference.conf === conf ? current.conference : null
  }

  async function readBlob(conf: string, hash: string): Promise<void> {
    const reply = await line.call('blob.read', { conf, hash })
    if (reply.ok && reply.value !== null) conferenceOf(conf)?.receiveBlob(hash, reply.value)
  }

  async function readCatalogue(): Promise<void> {
    const reply = await line.call('catalogue.list', null)
    if (reply.ok) catalogue.set(reply.value)
  }

  async function openConference(conf: string): Promise<void> {
    const reply = await intents.ask('conference.open', { conf })
    if (!reply.ok) return
    const missing: string[] = []
    const conference = createConferenceStore(
      { conf, ...reply.value },
      newEngine(conf),
      clock.elapsedMs,
      (hash) => {
        missing.push(hash)
        if (conferenceOf(conf) !== null) void readBlob(conf, hash)
      },
    )
    goToFirst(conference)
    screen.set({ kind: 'conference', conference })
    for (const hash of missing) void readBlob(conf, hash)
  }

  function goToFirst({ state }: ConferenceStore): void {
    const first = [...state.get().documents.keys()][0] ?? null
    view.go({ doc: first, mode: 'text', paragraph: null, screen: null, question: null, find: false })
  }

  /** After acts have been withdrawn. The member stays where they are, unless that is gone. */
  async function readAgain(conf: string): Promise<void> {
    if (conferenceOf(conf) === null) return
    const reply = await intents.ask('conference.open', { conf })
    // They may have left it meanwhile.
    const conference = conferenceOf(conf)
    if (!reply.ok || conference === null) return
    const { doc, paragraph, question } = view.get()
    const idsOf = () => (doc === null ? [] : conference.document(doc).order.get())
    const before = idsOf()
    conference.startAgain({ conf, ...reply.value }, newEngine(conf))
    if (doc === null || !conference.state.get().documents.has(doc)) {
      goToFirst(conference)
      return
    }
    // Only what the acts had brought; a text that is being drafted has its paragraphs from its room.
    const after = new Set(idsOf())
    const gone = new Set(before.filter((id) => !after.has(id)))
    if (paragraph !== null && gone.has(paragraph)) view.go({ paragraph: null, screen: null })
    if (question !== null && 'paragraph' in question && gone.has(question.paragraph))
      view.go({ question: null })
  }

  /** With one conference to open there is nothing to choose. */
  async function enter(): Promise<void> {
    await readCatalogue()
    const ready = catalogue.get().filter((entry) => entry.hats.some((hat) => hat.member !== null))
    const [only, ...others] = ready
    screen.set({ kind: 'welcome' })
    if (only !== undefined && others.length === 0) await openConference(only.conf)
  }

  function listen(): (() => void)[] {
    return [
      line.on('acts', ({ conf, acts }) => conferenceOf(conf)?.receiveActs(acts)),
      line.on('hats', ({ conf, hats }) => conferenceOf(conf)?.receiveHats(hats)),
      line.on('sync', (sync) => conferenceOf(sync.conf)?.receiveSync(sync)),
      line.on('blob', ({ conf, hash }) => void readBlob(conf, hash)),
      line.on('catalogue', () => void readCatalogue()),
      line.on('conference.reset', ({ conf }) => void readAgain(conf)),
    ]
  }

  return {
    line,
    screen,
    settings,
    info,
    catalogue,
    view,
    notices,
    intents,
    visits: createVisits(line, clock),
    clock,
    newId,
    text,
    openConference,
    leaveConference() {
      view.go({ doc: null, screen: null, question: null })
      screen.set({ kind: 'welcome' })
      void readCatalogue()
    },
    async unlock(passphrase) {
      const reply = await line.call('vault.open', { passphrase })
      const opened = reply.ok && reply.value
      if (opened) await enter()
      return opened
    },
    async setSettings(change) {
      settings.update((before) => ({ ...before, ...change }))
      const reply = await intents.ask('settings.set', change)
      if (reply.ok) settings.set(reply.value)
    },
    async open() {
      ends = [...ends, ...listen()]
      const [stored, about, vault] = await Promise.all([
        line.call('settings.get', null),
        line.call('app.info', null),
        line.call('vault.state', null),
      ])
      if (stored.ok) settings.set(stored.value)
      if (about.ok) info.set(about.value)
      if (vault.ok && vault.value !== 'open') screen.set({ kind: 'locked', fresh: vault.value === 'new' })
      else await enter()
    },
    close() {
      for (const end of ends) end()
      ends = []
    },
  }
}
