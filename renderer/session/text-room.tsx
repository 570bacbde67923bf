/**
 * The room of the text while it is drafted, for all who show something of it: opened once for the window,
 * as long as the document is in a stage in which its text is a room (rule 1).
 */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { roomName } from '#shared/sync/rooms.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useDocument, useRecord, useSelected } from './context.tsx'
import { createDraftOutline, type DraftOutline } from './draft-outline.ts'
import { useTextAccess } from './text-access.ts'
import { useRoom } from './use-room.ts'

export interface TextRoom {
  readonly room: OpenRoom
  readonly outline: DraftOutline
}

const TextRoomContext = createContext<TextRoom | null>(null)

export function TextRoomProvider({ children }: { readonly children: ReactNode }) {
  const { id, facts } = useDocument()
  const record = useRecord()
  const phase = useSelected(facts, (value) => value.phase)
  const drafts = useTextAccess() === 'room' && record !== undefined
  const room = useRoom(drafts ? roomName({ kind: 'text', doc: id, language: record.language, phase }) : null)
  const layout = record?.layout ?? 'gerund'
  const value = useMemo(
    () => (room === null ? null : { room, outline: createDraftOutline(room, layout) }),
    [room, layout],
  )
  return <TextRoomContext value={value}>{children}</TextRoomContext>
}

/** null while the room opens, and whenever the text is not a room. */
export const useTextRoom = (): TextRoom | null => useContext(TextRoomContext)
