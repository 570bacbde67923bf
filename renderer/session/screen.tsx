/**
 * The draft on the screen, for every row to ask about: one room a document, open while negotiation is in
 * view. The first clause in it names the paragraph it would replace; an empty room is an empty screen.
 */
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import { screenRoom } from '#shared/sync/rooms.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useDocument } from './context.tsx'
import { usePowers } from './use-powers.ts'
import { useRoom } from './use-room.ts'

const ScreenContext = createContext<OpenRoom | null>(null)

export function ScreenProvider({ children }: { readonly children: ReactNode }) {
  const { id } = useDocument()
  const reads = usePowers().holds('readScreen').length > 0
  const room = useRoom(reads ? screenRoom(id) : null)
  return <ScreenContext value={room}>{children}</ScreenContext>
}

export const useScreenRoom = (): OpenRoom | null => useContext(ScreenContext)

/** The paragraph that has a draft on the screen; null when none has. */
export function useScreenParagraph(): string | null {
  const room = useScreenRoom()
  return useSyncExternalStore(
    (listener) => room?.onWords(listener) ?? (() => undefined),
    () => room?.clauses()[0]?.id ?? null,
  )
}

/** The words of the draft, one line for each clause; the same string while nobody types. */
export function useScreenWords(read: (room: OpenRoom) => string): string {
  const room = useScreenRoom()
  return useSyncExternalStore(
    (listener) => room?.onWords(listener) ?? (() => undefined),
    () => (room === null ? '' : read(room)),
  )
}
