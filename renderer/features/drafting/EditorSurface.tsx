import { useEffect, useRef } from 'react'
import '#renderer/editor/editor.css'
import { createClauseEditor, type ClauseEditor } from '#renderer/editor/clause-editor.ts'
import type { PasteRefusal } from '#renderer/editor/paste.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useRecord, useSession } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { ClauseGutter } from './ClauseGutter.tsx'

/** The paper with the editor in it, and beside it the column of numbers. React never renders the words. */
export function EditorSurface(props: {
  readonly room: OpenRoom
  /** What `onEditor` was last told. */
  readonly editor: ClauseEditor | null
  /** Without paper and numbers, where it stands in for one paragraph. */
  readonly inPlace?: boolean
  readonly onEditor: (editor: ClauseEditor | null) => void
}) {
  const { room, editor, onEditor, inPlace = false } = props
  const record = useRecord()
  const language = record?.language ?? 'es'
  const text = useText()
  const label = text('window.editor.label')
  const mount = useRef<HTMLDivElement>(null)
  const { newId, notices } = useSession()
  const mayMove = useLatest(usePowers().may('moveStage').length > 0)
  const refused = useLatest((refusal: PasteRefusal) => {
    notices.tell('problem', text(`window.paste.${refusal.kind}`))
  })
  useEffect(() => {
    if (mount.current === null) return
    const made = createClauseEditor({
      element: mount.current,
      text: room.text,
      editable: room.writable,
      awareness: room.awareness,
      newId,
      mayMove: () => mayMove.current,
      onRefused: (refusal) => {
        refused.current(refusal)
      },
      attributes: {
        role: 'textbox',
        'aria-label': label,
        lang: language,
        class: 'draft-text',
        spellcheck: 'true',
      },
    })
    onEditor(made)
    return () => {
      onEditor(null)
      made.close()
    }
  }, [room, language, label, newId, onEditor, mayMove, refused])
  return (
    <div className={inPlace ? 'draft-in-place' : 'page draft-page'}>
      <div ref={mount} />
      {editor !== null && !inPlace && <ClauseGutter editor={editor} writable={room.writable} />}
    </div>
  )
}

/** What a listener made once must read as it is now. */
function useLatest<T>(value: T): { readonly current: T } {
  const ref = useRef(value)
  useEffect(() => {
    ref.current = value
  })
  return ref
}
