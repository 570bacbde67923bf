/**
 * The same fuzz on two bindings: ours over one flat text, and the usual tree binding (y-tiptap, the one
 * behind TipTap's Collaboration extension) over an XML fragment, with the same schema, operations and
 * seeds. Readers, input methods and the guard, which the peer does not know, are left out for both.
 * Needs a DOM (`prepareDom`).
 */
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, Plugin } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import {
  redo,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { SCHEMA_EXTENSIONS } from '#renderer/editor/schema.ts'
import { place } from '#test/kit/dom.ts'
import { Trial } from '#test/kit/peers-trial.ts'
import { takeFlatSeat, type Seat, type SeatOptions, type TakeSeat } from '#test/kit/peers.ts'

export interface BindingFigures {
  readonly binding: 'flat' | 'tree'
  readonly trials: number
  readonly operations: number
  /** Trials in which words were lost or doubled, or editors differed. */
  readonly failing: number
  /** How many trials had each problem. */
  readonly problems: Readonly<Record<string, number>>
}

export function fuzzBinding(binding: 'flat' | 'tree', trials: number, firstSeed = 1000): BindingFigures {
  const takeSeat: TakeSeat = binding === 'flat' ? takeFlatSeat : takeTreeSeat
  const problems: Record<string, number> = {}
  let [failing, operations] = [0, 0]
  for (let seed = firstSeed; seed < firstSeed + trials; seed++) {
    const trial = new Trial({ seed, takeSeat, house: false })
    const found = [...trial.run().keys()]
    for (const problem of found) problems[problem] = (problems[problem] ?? 0) + 1
    if (found.length > 0) failing++
    operations += trial.operations
  }
  return { binding, trials, operations, failing, problems }
}

const schema = getSchema(SCHEMA_EXTENSIONS)

function takeTreeSeat({ name, clientId }: SeatOptions): Seat {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = clientId
  const fragment = doc.getXmlFragment('body')
  let count = 0
  const newId = (): string => `${name}${(count++).toString(36)}_`
  const manager = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  })
  const element = place()
  const view = new EditorView(element, {
    state: EditorState.create({
      schema,
      plugins: [ySyncPlugin(fragment), yUndoPlugin({ undoManager: manager }), ids(newId)],
    }),
  })
  return {
    doc,
    view,
    newId,
    undo: () => {
      undo(view.state)
    },
    redo: () => {
      redo(view.state)
    },
    clearHistory: () => {
      manager.clear()
    },
    expected: () => null,
    content: () => JSON.stringify(yXmlFragmentToProseMirrorRootNode(fragment, schema).toJSON()),
    repairs: () => 0,
    settle: () => undefined,
    close: () => {
      view.destroy()
      element.remove()
      doc.destroy()
    },
  }
}

/** Each clause an id of its own, as the usual unique-id extension gives. */
const ids = (newId: () => string): Plugin =>
  new Plugin({
    appendTransaction: (trs, _old, state) => {
      if (!trs.some((tr) => tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined)) return null
      const tr = state.tr
      const seen = new Set<unknown>()
      state.doc.forEach((clause: Node, pos) => {
        const id: unknown = clause.attrs['id']
        if (id === null || seen.has(id)) tr.setNodeAttribute(pos, 'id', newId())
        seen.add(id)
      })
      return tr.docChanged ? tr : null
    },
  })
