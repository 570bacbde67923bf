/** How views reach the session: hooks that render again only when what they read has changed. */
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import { parseRoom } from '#shared/sync/rooms.ts'
import type { ConferenceStore } from './conference-store.ts'
import type { DocumentStore } from './document-store.ts'
import type { Session } from './session.ts'
import type { Readable } from './store.ts'
import type { Place } from './view.ts'

const SessionContext = createContext<Session | null>(null)
const ConferenceContext = createContext<ConferenceStore | null>(null)
const DocumentContext = createContext<DocumentStore | null>(null)

export function SessionProvider(props: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={props.session}>{props.children}</SessionContext>
}
export function ConferenceProvider(props: {
  readonly conference: ConferenceStore
  readonly children: ReactNode
}) {
  return <ConferenceContext value={props.conference}>{props.children}</ConferenceContext>
}
export function DocumentProvider(props: { readonly document: DocumentStore; readonly children: ReactNode }) {
  return <DocumentContext value={props.document}>{props.children}</DocumentContext>
}

function given<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`no ${name} around this view`)
  return value
}
export const useSession = () => given(useContext(SessionContext), 'session')
export const useConference = () => given(useContext(ConferenceContext), 'conference')
export const useDocument = () => given(useContext(DocumentContext), 'document')

export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** `pick` must answer with the same object while nothing changed: a part of the value, or a primitive. */
export function useSelected<T, U>(store: Readable<T>, pick: (value: T) => U): U {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()))
}

export const usePlace = <U,>(pick: (place: Place) => U): U => useSelected(useSession().view, pick)
export const useParagraph = (id: string) => useStore(useDocument().paragraph(id))
export const useConferenceState = () => useStore(useConference().state)
/** The record of the document in view; undefined while its act has not arrived. */
export const useRecord = () => {
  const { id } = useDocument()
  return useSelected(useConference().state, ({ documents }) => documents.get(id))
}

/** The language of the text that a room is about. */
export const useRecordLanguage = (room: string): string => {
  const doc = parseRoom(room)?.doc ?? ''
  return useSelected(useConference().state, ({ documents }) => documents.get(doc)?.language ?? 'es')
}
