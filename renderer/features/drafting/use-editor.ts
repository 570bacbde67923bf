/** Values read from the editor: a view renders again only when the value it reads has changed. */
import { useSyncExternalStore } from 'react'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'

export function useEditorValue<T extends string | number | boolean>(
  editor: ClauseEditor,
  read: (editor: ClauseEditor) => T,
): T {
  return useSyncExternalStore(
    (listener) => {
      editor.tiptap.on('transaction', listener)
      return () => {
        editor.tiptap.off('transaction', listener)
      }
    },
    () => read(editor),
  )
}
