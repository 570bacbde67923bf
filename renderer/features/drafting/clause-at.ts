/** Changes the clause with that index, wherever the caret is. */
import { setClause, type ClauseChange } from '#renderer/editor/commands.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'

export function changeClauseAt(editor: ClauseEditor, index: number, change: ClauseChange): void {
  const { doc } = editor.state
  if (index >= doc.childCount) return
  let start = 1
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize
  editor.tiptap.commands.setTextSelection(start)
  editor.run(setClause(change))
  editor.view.focus()
}
