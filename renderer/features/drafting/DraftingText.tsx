import './drafting.css'
import { useState } from 'react'
import { usePlace } from '#renderer/session/context.tsx'
import { useTextRoom, type TextRoom } from '#renderer/session/text-room.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { Authors } from './Authors.tsx'
import { EditorSurface } from './EditorSurface.tsx'
import { FindBar } from './FindBar.tsx'
import { FormatBar } from './FormatBar.tsx'
import { Presence } from './Presence.tsx'
import { ReplaceRow } from './ReplaceRow.tsx'
import { useCaretPlace } from './use-caret-place.ts'

/** Preparation and joint drafting: everybody who may types in the same text, live (rule 1). */
export function DraftingText() {
  const text = useText()
  const open = useTextRoom()
  if (open === null)
    return (
      <p className="page-empty" role="status">
        {text('window.text.opening')}
      </p>
    )
  return <DraftingRoom key={open.room.name} {...open} />
}

function DraftingRoom({ room, outline }: TextRoom) {
  const text = useText()
  const find = usePlace((place) => place.find)
  const replacing = usePlace((place) => place.replacing)
  const [editor, setEditor] = useState<ClauseEditor | null>(null)
  useCaretPlace(editor, outline)
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
      {find && replacing && room.writable && editor !== null && <ReplaceRow editor={editor} />}
      <div className="scroll" data-region-start tabIndex={-1}>
        <EditorSurface room={room} editor={editor} onEditor={setEditor} />
      </div>
    </>
  )
}
