/** What is done to a clause that is named, wherever the caret is. */
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

/** The caret before the first word of the clause, and the clause at the top of what is in view. */
export function goToClause({ tiptap, view }: ClauseEditor, id: string): void {
  const { doc } = view.state
  let start = 0
  for (const clause of doc.children) {
    if (clause.attrs['id'] === id) break
    start += clause.nodeSize
  }
  if (start >= doc.content.size) return
  view.focus()
  tiptap.commands.setTextSelection(start + 1)
  const element = view.nodeDOM(start)
  if (element instanceof Element) element.scrollIntoView({ block: 'start' })
}
