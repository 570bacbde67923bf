/**
 * The page of the peer: TipTap with the plugins of its Collaboration extension and nothing else, on the same
 * schema. Its window calls `openPeer` with the text.
 */
import { Editor, Extension } from '@tiptap/core'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import type { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { SCHEMA_EXTENSIONS } from '#renderer/editor/schema.ts'
import { longText } from './clauses.ts'

function openPeer(count: number): void {
  const doc = new Y.Doc()
  const collaboration = Extension.create({
    name: 'collaboration',
    addProseMirrorPlugins: () => [ySyncPlugin(doc.getXmlFragment('body')), yUndoPlugin()] as Plugin[], // as: typed `any` there
  })
  const editor = new Editor({
    element: document.body,
    extensions: [...SCHEMA_EXTENSIONS, collaboration],
    injectCSS: false,
  })
  const { schema, tr } = editor.state
  const clauses = longText(count).map(({ id, kind, level, runs }) =>
    schema.node(
      'clause',
      { id, kind, level },
      runs.map(({ insert }) => schema.text(typeof insert === 'string' ? insert : '')),
    ),
  )
  editor.view.dispatch(tr.replaceWith(0, editor.state.doc.content.size, clauses))
}

Object.assign(window, { openPeer })
