import './drafting.css'
import { useState } from 'react'
import { roomName } from '#shared/sync/rooms.ts'
import { useDocument, usePlace, useRecord, useSelected } from '#renderer/session/context.tsx'
import { useRoom } from '#renderer/session/use-room.ts'
import { useText } from '#renderer/i18n/language.tsx'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { Authors } from './Authors.tsx'
import { EditorSurface } from './EditorSurface.tsx'
import { FindBar } from './FindBar.tsx'
import { FormatBar } from './FormatBar.tsx'
import { Presence } from './Presence.tsx'

/** Preparation and joint drafting: everybody who may types in the same text, live (rule 1). */
export function DraftingText() {
  const text = useText()
  const { id, facts } = useDocument()
  const record = useRecord()
  const phase = useSelected(facts, (value) => value.phase)
  const room = useRoom(
    record === undefined ? null : roomName({ kind: 'text', doc: id, language: record.language, phase }),
  )
  if (room === null)
    return (
      <p className="page-empty" role="status">
        {text('window.text.opening')}
      </p>
    )
  return <DraftingRoom key={room.name} room={room} />
}

function DraftingRoom({ room }: { readonly room: OpenRoom }) {
  const text = useText()
  const find = usePlace((place) => place.find)
  const [editor, setEditor] = useState<ClauseEditor | null>(null)
  return (
    <>
      {editor !== null && (
        <div className="tools">
          {room.writable ? <FormatBar editor={editor} /> : <p>{text('window.text.readOnlyRoom')}</p>}
          <span className="spring" />
          <Presence room={room} />
          <Authors editor={editor} room={room} />
        </div>
      )}
      {find && editor !== null && <FindBar editor={editor} />}
      <div className="scroll" data-region-start tabIndex={-1}>
        <EditorSurface room={room} editor={editor} onEditor={setEditor} />
      </div>
    </>
  )
}
