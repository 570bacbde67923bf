/**
 * One conference that is open in this window: its acts, what follows from them, the member's hats and
 * the state of the connection. It only receives; what the member does goes through intents.
 */
import type { ConferenceState } from '#shared/acts/state.ts'
import type { AdmittedAct, DocumentSync, Hat, SyncState } from '#shared/ipc/contract.ts'
import { createDocumentStore, type DocumentStore } from './document-store.ts'
import type { Engine } from './engine.ts'
import { share } from './share.ts'
import { createStore, type Readable } from './store.ts'

export interface ConferenceStore {
  readonly conf: string
  readonly state: Readable<ConferenceState>
  readonly hats: Readable<readonly Hat[]>
  readonly sync: Readable<SyncState>
  /** Ids of acts the relay has not answered for. */
  readonly unsent: Readable<ReadonlySet<string>>
  document(id: string): DocumentStore
  /** undefined until main has it. */
  blob(hash: string): Readable<Uint8Array | undefined>
  /** The reason an act gives for itself; null where it gives none. An act never changes. */
  reasonOf(act: string): string | null
  receiveActs(acts: readonly AdmittedAct[]): void
  receiveHats(hats: readonly Hat[]): void
  receiveSync(sync: SyncState): void
  receiveBlob(hash: string, content: Uint8Array): void
  /** Acts have been withdrawn: takes everything afresh. Who watches a document or a paragraph goes on watching it. */
  startAgain(opening: ConferenceOpening, engine: Engine): void
}

export interface ConferenceOpening {
  readonly conf: string
  readonly hats: readonly Hat[]
  readonly acts: readonly AdmittedAct[]
  readonly sync: SyncState
}

export function createConferenceStore(
  opening: ConferenceOpening,
  firstEngine: Engine,
  elapsedMs: () => number,
  onMissingBlob: (hash: string) => void,
): ConferenceStore {
  const asked = new Set<string>()
  const documents = new Map<string, DocumentStore>()
  let newest = { received: '1970-01-01T00:00:00.000Z', at: elapsedMs() }
  let unsentIds: ReadonlySet<string> = new Set()
  let engine = firstEngine

  const now = () => new Date(Date.parse(newest.received) + (elapsedMs() - newest.at)).toISOString()
  note(opening.acts)
  engine.add(opening.acts)
  const state = createStore(engine.conference())
  const hats = createStore(opening.hats)
  const sync = createStore(opening.sync)
  const unsent = createStore(unsentIds)
  const blobCount = createStore(0)

  function note(acts: readonly AdmittedAct[]): void {
    const waiting = new Set(unsentIds)
    for (const { id, receipt } of acts) {
      if (receipt === null) waiting.add(id)
      else {
        waiting.delete(id)
        if (receipt.received > newest.received) newest = { received: receipt.received, at: elapsedMs() }
      }
    }
    const same = waiting.size === unsentIds.size && [...waiting].every((id) => unsentIds.has(id))
    if (!same) unsentIds = waiting
  }

  function derive(id: string) {
    const next = engine.document(id, now())
    next.trouble.missingBlobs.forEach(want)
    return next
  }

  function want(hash: string): void {
    if (asked.has(hash)) return
    asked.add(hash)
    onMissingBlob(hash)
  }

  return {
    conf: opening.conf,
    state,
    hats,
    sync,
    unsent,
    document(id) {
      const known = documents.get(id) ?? createDocumentStore(derive(id))
      documents.set(id, known)
      return known
    },
    blob(hash) {
      if (engine.blob(hash) === undefined) want(hash)
      return { get: () => engine.blob(hash), subscribe: blobCount.subscribe }
    },
    reasonOf: (act) => engine.reasonOf(act),
    receiveActs(acts) {
      note(acts)
      const touched = engine.add(acts)
      const all = touched.has('conf')
      if (all) state.set(share(state.get(), engine.conference()))
      for (const [id, store] of documents) {
        if (all || [...touched].some((scope) => scope.startsWith(`doc/${id}`))) store.receive(derive(id))
      }
      unsent.set(unsentIds)
    },
    receiveHats(next) {
      hats.set(share(hats.get(), next))
    },
    receiveSync(next) {
      sync.set(share(sync.get(), next))
    },
    receiveBlob(hash, content) {
      engine.addBlob(hash, content)
      blobCount.update((count) => count + 1)
      for (const [id, store] of documents) store.receive(derive(id))
    },
    startAgain(next, fresh) {
      for (const hash of asked) {
        const content = engine.blob(hash)
        if (content !== undefined) fresh.addBlob(hash, content)
      }
      engine = fresh
      engine.add(next.acts)
      unsentIds = new Set()
      note(next.acts)
      state.set(share(state.get(), engine.conference()))
      hats.set(share(hats.get(), next.hats))
      sync.set(share(sync.get(), next.sync))
      unsent.set(unsentIds)
      const there = state.get().documents
      for (const [id, store] of [...documents]) {
        if (there.has(id)) store.receive(derive(id))
        else documents.delete(id)
      }
    },
  }
}

/** What is known of one document's way to the relay; nothing yet reads as "not acknowledged". */
export function documentSync(sync: SyncState, doc: string): DocumentSync {
  const known = sync.documents.find((candidate) => candidate.doc === doc)
  return known ?? { doc, unsent: 0, acknowledged: false, lastContact: null, unsaved: false }
}
