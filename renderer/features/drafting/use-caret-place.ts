/** Caret and outline keep together: the caret goes where the outline asks, the outline marks where it is. */
import { useEffect } from 'react'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import type { DraftOutline } from '#renderer/session/draft-outline.ts'
import { goToClause } from './clause-at.ts'

export function useCaretPlace(editor: ClauseEditor | null, outline: DraftOutline): void {
  const { view } = useSession()
  const wanted = usePlace((place) => place.caret)
  useEffect(() => {
    if (editor === null || wanted === null) return
    goToClause(editor, wanted)
    view.go({ caret: null, paragraph: wanted })
  }, [editor, wanted, view])
  useEffect(() => {
    if (editor === null) return
    const follow = () => {
      if (!editor.view.hasFocus()) return
      const paragraph = paragraphAtCaret(editor, outline)
      if (paragraph !== null && paragraph !== view.get().paragraph) view.go({ paragraph })
    }
    editor.tiptap.on('transaction', follow)
    const stop = outline.subscribe(follow)
    return () => {
      editor.tiptap.off('transaction', follow)
      stop()
    }
  }, [editor, outline, view])
}

/** The nearest clause at or before the caret with which a paragraph begins. */
function paragraphAtCaret({ state }: ClauseEditor, outline: DraftOutline): string | null {
  const rows = outline.get()
  for (let i = state.selection.$head.index(0); i >= 0; i--) {
    const id: unknown = state.doc.maybeChild(i)?.attrs['id']
    const row = rows.find((one) => one.id === id)
    if (row !== undefined) return row.id
  }
  return null
}
