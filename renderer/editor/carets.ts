/**
 * Other people's carets. Awareness field `caret` holds a selection relative to the text, `user` says
 * who it is. Names of persons are not drawn. The carets are hidden from screen readers; presence is told elsewhere (interface, section 9).
 */
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { BODY } from '#shared/words/shape.ts'
import type { TextBinding } from './binding/binding.ts'
import { relativeSelection, resolveRelative } from './binding/selection.ts'
import { userLabel } from './room-user.ts'

interface Caret {
  readonly client: number
  readonly label: string
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

const caretsKey = new PluginKey<DecorationSet>('carets')

export function carets(
  binding: TextBinding,
  awareness: Awareness,
  publishes: () => boolean,
): Plugin<DecorationSet> {
  // Presence and words travel apart: a caret can come before the words it stands in, and waits for them.
  let waits = false
  const draw = (state: EditorState): DecorationSet => {
    const drawn = othersOf(awareness).map((caret) => decorate(binding, state, caret))
    waits = drawn.includes(null)
    return DecorationSet.create(
      state.doc,
      drawn.flatMap((decorations) => decorations ?? []),
    )
  }
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, drawn, _old, state) =>
        tr.getMeta(caretsKey) === 'redraw' ? draw(state) : drawn.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => {
      const redraw = ({ added, updated, removed }: AwarenessChange): void => {
        const others = [...added, ...updated, ...removed].some((client) => client !== awareness.clientID)
        if (others && !binding.isHolding) view.dispatch(view.state.tr.setMeta(caretsKey, 'redraw'))
      }
      awareness.on('change', redraw)
      return {
        update: (_view, old) => {
          if (publishes()) publish(binding, awareness, view, old)
          if (waits && !old.doc.eq(view.state.doc)) view.dispatch(view.state.tr.setMeta(caretsKey, 'redraw'))
        },
        destroy: () => {
          awareness.off('change', redraw)
          if (awareness.getLocalState() !== null) awareness.setLocalStateField('caret', null)
        },
      }
    },
  })
}

function publish(binding: TextBinding, awareness: Awareness, view: EditorView, old: EditorState): void {
  if (!view.hasFocus() || binding.isHolding || old.selection.eq(view.state.selection)) return
  awareness.setLocalStateField('caret', relativeSelection(binding.text, view.state))
}

function othersOf(awareness: Awareness): Caret[] {
  const found: Caret[] = []
  awareness.getStates().forEach((state, client) => {
    const caret = client === awareness.clientID ? null : readCaret(client, state)
    if (caret !== null) found.push(caret)
  })
  return found
}

/** What others send is parsed; what does not parse is not drawn. */
function readCaret(client: number, state: Readonly<Record<string, unknown>>): Caret | null {
  const caret = asRecord(state['caret'])
  const anchor = readPlace(caret['anchor'])
  const head = readPlace(caret['head'])
  if (anchor === null || head === null) return null
  return { client, label: userLabel(state['user']), anchor, head }
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {} // any object can be asked for keys

/** Only places in our text: a foreign root's name would make Yjs create that root. */
function readPlace(value: unknown): Y.RelativePosition | null {
  const { item, tname, type, assoc } = asRecord(value)
  // in JSON an absent part is null
  if ((type ?? null) !== null || (tname ?? BODY) !== BODY) return null
  if ((item ?? null) === null)
    return tname === BODY ? new Y.RelativePosition(null, BODY, null, side(assoc)) : null
  const { client, clock } = asRecord(item)
  if (!isClock(client) || !isClock(clock)) return null
  return new Y.RelativePosition(null, null, Y.createID(client, clock), side(assoc))
}
const side = (assoc: unknown): number => (typeof assoc === 'number' && assoc < 0 ? -1 : 0)
const isClock = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** null: the words it stands in are not here yet. */
function decorate(
  binding: TextBinding,
  state: EditorState,
  { client, label, ...caret }: Caret,
): Decoration[] | null {
  const anchor = resolveRelative(binding.text, state.doc, caret.anchor)
  const head = resolveRelative(binding.text, state.doc, caret.head)
  if (anchor === null || head === null) return null
  const place = Decoration.widget(head, () => caretElement(label), {
    key: `caret-${String(client)}-${label}`,
    side: 10,
  })
  if (anchor === head) return [place]
  const range = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: 'remote-selection',
    'data-country': label,
  })
  return [place, range]
}

function caretElement(label: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'remote-caret'
  element.dataset['country'] = label
  element.setAttribute('aria-hidden', 'true')
  return element
}
