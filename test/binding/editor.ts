/** One editor over a seeded room, for tests that look at a single thing. */
import { TextSelection } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { createClauseEditor, type ClauseEditor } from '#renderer/editor/clause-editor.ts'
import type { PasteRefusal } from '#renderer/editor/paste.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, encodeRoom, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { place } from '#test/kit/dom.ts'

export interface Table {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly editor: ClauseEditor
  readonly refused: PasteRefusal[]
  /** How often this document was written by this editor. */
  readonly writes: () => number
  readonly clauses: () => Clause[]
  readonly ids: () => string[]
  /** Plain text of each clause. */
  readonly lines: () => string[]
  /** Puts the caret into the n-th clause, after `offset` characters; negative counts from its end. */
  readonly caret: (clause: number, offset: number, until?: number) => void
  readonly type: (words: string) => void
}

export const clause = (id: string, text: string, more: Partial<Clause> = {}): Clause => ({
  id,
  kind: 'text',
  level: 0,
  suppressed: false,
  runs: text === '' ? [] : [{ insert: text }],
  ...more,
})

export interface TableOptions {
  readonly clauses?: readonly Clause[]
  readonly doc?: Y.Doc
  readonly editable?: boolean
  readonly awareness?: (doc: Y.Doc) => Awareness
  readonly mayMove?: boolean
}

export function sitDown({
  clauses = [],
  doc = newRoomDoc(1),
  editable = true,
  awareness,
  mayMove,
}: TableOptions): Table {
  if (clauses.length > 0) seedRoom(doc, clauses)
  const refused: PasteRefusal[] = []
  let [writes, ids] = [0, 0]
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'received') writes++
  })
  const text = bodyOf(doc)
  const editor = createClauseEditor({
    element: place(),
    text,
    editable,
    newId: () => `n${String(++ids)}`,
    onRefused: (refusal) => refused.push(refusal),
    undoCaptureMs: 0,
    mayMove: () => mayMove === true,
    ...(awareness === undefined ? {} : { awareness: awareness(doc) }),
  })
  const at = (index: number, offset: number): number => {
    let start = 0
    for (let i = 0; i < index; i++) start += editor.state.doc.child(i).nodeSize
    return start + 1 + (offset < 0 ? editor.state.doc.child(index).content.size + 1 + offset : offset)
  }
  return {
    doc,
    text,
    editor,
    refused,
    writes: () => writes,
    clauses: () => readClauses(text),
    ids: () => readClauses(text).map(({ id }) => id),
    lines: () =>
      editor.state.doc.content.content.map((node) => node.textBetween(0, node.content.size, '', '|')),
    caret: (index, offset, until = offset) => {
      const { tr, doc: shown } = editor.state
      editor.view.dispatch(tr.setSelection(TextSelection.create(shown, at(index, offset), at(index, until))))
    },
    type: (words) => {
      editor.view.dispatch(editor.state.tr.insertText(words))
    },
  }
}

/** Gives each what the other has. */
export function exchange(a: Table, b: Table): void {
  const [fromA, fromB] = [encodeRoom(a.doc), encodeRoom(b.doc)]
  Y.applyUpdate(a.doc, fromB, 'received')
  Y.applyUpdate(b.doc, fromA, 'received')
}

/** A second table at the same room. */
export function alsoAt(other: Table, options: Omit<TableOptions, 'doc' | 'clauses'> = {}): Table {
  const doc = newRoomDoc(2)
  Y.applyUpdate(doc, encodeRoom(other.doc))
  return sitDown({ ...options, doc })
}
