/**
 * How far this member had read a document when they were last here: what has come since is told once, on
 * return (rule 34). A return is the opening of the window, or of the connection, after a while; what is told
 * counts as read when the member puts it away, so that a window closed too soon loses nothing.
 */
import type { MainLine } from '#renderer/bridge/main-line.ts'
import type { ConferenceStore } from './conference-store.ts'
import type { DocumentStore } from './document-store.ts'
import { createStore, type Readable } from './store.ts'

/** Wall clock: an absence is as long as it was for the person, also while the computer slept. */
interface Clock {
  now(): number
  after(ms: number, what: () => void): void
}

export interface VisitState {
  /** The newest receipt of the last visit; null: this is the first, or main has not answered yet. */
  readonly since: string | null
  /** What has come since is offered until the member puts it away. */
  readonly offered: boolean
}

export interface Visits {
  at(conference: ConferenceStore, document: DocumentStore): Readable<VisitState>
  putAway(conference: ConferenceStore, document: DocumentStore): void
}

/** Whoever was away for less has it in front of them. */
const AWAY_MS = 30 * 60_000
/** Writes to disk while acts come in. */
const PAUSE_MS = 10_000

interface Held {
  readonly state: Readable<VisitState>
  putAway(): void
}

export function createVisits(line: Pick<MainLine, 'call'>, clock: Clock): Visits {
  const held = new Map<string, Held>()

  function hold(conference: ConferenceStore, document: DocumentStore): Held {
    const { conf } = conference
    const doc = document.id
    const state = createStore<VisitState>({ since: null, offered: false })
    let answered = false
    let noted: string | null = null
    let resting = false
    let left: { readonly seen: string | null; readonly at: number } | null = null

    const note = () => {
      const seen = newestReceipt(document)
      if (!answered || resting || state.get().offered || seen === null || seen === noted) return
      noted = seen
      resting = true
      const at = new Date(clock.now()).toISOString()
      void line.call('visit.note', { conf, doc, visit: { seen, at } })
      clock.after(PAUSE_MS, () => {
        resting = false
        note()
      })
    }
    const watchLink = () => {
      const isOnline = conference.sync.get().link.kind === 'online'
      if (!isOnline) left ??= { seen: newestReceipt(document), at: clock.now() }
      if (!isOnline || left === null) return
      const { seen, at } = left
      left = null
      if (answered && seen !== null && clock.now() - at >= AWAY_MS && !state.get().offered) {
        state.set({ since: seen, offered: true })
      }
    }
    document.facts.subscribe(note)
    conference.sync.subscribe(watchLink)
    void line.call('visit.read', { conf, doc }).then((reply) => {
      answered = true
      const last = reply.ok ? reply.value : null
      if (last !== null) {
        state.set({ since: last.seen, offered: clock.now() - Date.parse(last.at) >= AWAY_MS })
      }
      note()
    })
    return {
      state,
      putAway() {
        state.update((before) => ({ ...before, offered: false }))
        resting = false
        note()
      },
    }
  }

  const of = (conference: ConferenceStore, document: DocumentStore): Held => {
    const key = `${conference.conf}/${document.id}`
    const known = held.get(key) ?? hold(conference, document)
    held.set(key, known)
    return known
  }
  return {
    at: (conference, document) => of(conference, document).state,
    putAway(conference, document) {
      of(conference, document).putAway()
    },
  }
}

function newestReceipt({ facts }: DocumentStore): string | null {
  let newest: string | null = null
  for (const { received } of facts.get().log) {
    if (received !== null && (newest === null || received > newest)) newest = received
  }
  return newest
}
