/** Selections as places in the text, which hold while others write; and what is kept of our own. */
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { docPosition, textIndex } from './positions.ts'

export interface RelativeSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/** Sticks to the character (or marker) on the left. */
const relative = (text: Y.Text, doc: Node, pos: number): Y.RelativePosition =>
  Y.createRelativePositionFromTypeIndex(text, textIndex(doc, pos), -1)

export const relativeSelection = (text: Y.Text, { doc, selection }: EditorState): RelativeSelection => ({
  anchor: relative(text, doc, selection.anchor),
  head: relative(text, doc, selection.head),
})

/** null when the place belongs to another text or to words that have not arrived. */
export function resolveRelative(text: Y.Text, doc: Node, place: Y.RelativePosition): number | null {
  if (text.doc === null) return null
  const found = Y.createAbsolutePositionFromRelativePosition(place, text.doc)
  return found?.type === text ? docPosition(doc, found.index) : null
}

export function selectRelative(tr: Transaction, text: Y.Text, selection: RelativeSelection): Transaction {
  const anchor = resolveRelative(text, tr.doc, selection.anchor)
  const head = resolveRelative(text, tr.doc, selection.head)
  if (anchor === null || head === null) return tr
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
}

/** A caret stays before what others insert at its place; marks about to be typed stay too. */
export function keepSelection(tr: Transaction, { selection, storedMarks }: EditorState): void {
  if (selection instanceof TextSelection) {
    const side = (pos: number, other: number) => tr.doc.resolve(tr.mapping.map(pos, pos < other ? 1 : -1))
    tr.setSelection(
      TextSelection.between(side(selection.anchor, selection.head), side(selection.head, selection.anchor)),
    )
  }
  if (storedMarks !== null) tr.setStoredMarks(storedMarks)
}
