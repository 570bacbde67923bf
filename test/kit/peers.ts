/**
 * A person at an editor, seen by the fuzz: a real editor over a Yjs document, an inbox that may be
 * read late, in part and out of order. Two kinds of binding have the same face, so that one fuzz runs
 * on both.
 */
import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { createClauseEditor, type ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { projectDocument } from '#renderer/editor/binding/nodes.ts'
import { deltaOf } from '#shared/words/clauses.ts'
import { newRoomDoc } from '#shared/words/room.ts'
import { BODY } from '#shared/words/shape.ts'
import { place } from './dom.ts'

export interface Seat {
  readonly doc: Y.Doc
  readonly view: EditorView
  readonly newId: () => string
  readonly undo: () => void
  readonly redo: () => void
  readonly clearHistory: () => void
  /** The document the shared content stands for; null when it cannot be told now. */
  readonly expected: () => Node | null
  /** The shared content in a form that can be compared between peers. */
  readonly content: () => string
  readonly repairs: () => number
  /** What an input method does, where the binding knows about it. */
  readonly settle: () => void
  readonly close: () => void
}

export interface FlatSeat extends Seat {
  readonly editor: ClauseEditor
  readonly text: Y.Text
}

export interface SeatOptions {
  readonly name: string
  readonly clientId: number
  readonly editable: boolean
}
export type TakeSeat = (options: SeatOptions) => Seat

export const takeFlatSeat = (options: SeatOptions): FlatSeat =>
  takeFlatSeatIn(newRoomDoc(options.clientId), options)

/** In a document of the caller's making: a control may want one that is not as it should be. */
export function takeFlatSeatIn(doc: Y.Doc, { name, editable }: SeatOptions): FlatSeat {
  const text = doc.getText(BODY)
  let count = 0
  const newId = (): string => `${name}${(count++).toString(36)}_`
  const element = place()
  const editor = createClauseEditor({
    element,
    text,
    editable,
    newId,
    onRefused: () => undefined,
    undoCaptureMs: 0,
  })
  return {
    doc,
    editor,
    text,
    newId,
    get view() {
      return editor.view
    },
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    clearHistory: () => {
      editor.binding.clearHistory()
    },
    expected: () => (editor.binding.isHolding ? null : projectDocument(schemaOf(editor.view), deltaOf(text))),
    content: () => canonical(deltaOf(text)),
    repairs: () => editor.binding.repairs,
    settle: () => {
      editor.binding.settle()
    },
    close: () => {
      editor.close()
      element.remove()
      doc.destroy()
    },
  }
}

export const isFlat = (seat: Seat): seat is FlatSeat => 'text' in seat

const schemaOf = (view: EditorView): Schema => view.state.schema

const canonical = (delta: ReturnType<typeof deltaOf>): string =>
  JSON.stringify(
    delta.map(({ insert, attributes = {} }) => [
      insert,
      Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  )
