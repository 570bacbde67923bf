/**
 * A draft shown against the wording it would replace: what is new stands underlined in place, what is left
 * out stands struck through where it was, drawn and never part of the words. Clauses are compared by id.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Command } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Clause } from '#shared/domain/clause.ts'
import { diffWords } from '#shared/words/diff.ts'

export interface Against {
  readonly clauses: readonly Clause[]
  /** What the marks mean, for whoever cannot see them. */
  readonly addedLabel: string
  readonly removedLabel: string
}

interface Shown {
  readonly against: Against | null
  readonly decorations: DecorationSet
}

const changesKey = new PluginKey<Shown>('changes')

/** null: the words alone. */
export const showChanges =
  (against: Against | null): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setMeta(changesKey, { against }))
    return true
  }

export const changes = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key: changesKey,
    state: {
      init: () => ({ against: null, decorations: DecorationSet.empty }),
      apply: (tr, shown, _old, { doc }) => {
        const said = tr.getMeta(changesKey) as Pick<Shown, 'against'> | undefined // set by showChanges only
        const { against } = said ?? shown
        if (said === undefined && (!tr.docChanged || against === null)) return shown
        return { against, decorations: against === null ? DecorationSet.empty : compare(doc, against) }
      },
    },
    props: { decorations: (state) => changesKey.getState(state)?.decorations },
  })

function compare(doc: Node, against: Against): DecorationSet {
  const places = new Map<string, { readonly node: Node; readonly pos: number }>()
  doc.forEach((node, pos) => {
    places.set(String(node.attrs['id']), { node, pos })
  })
  const before = new Map(against.clauses.map((clause) => [clause.id, clause]))
  const decorations: Decoration[] = []
  for (const [id, { node, pos }] of places) {
    const clause = before.get(id)
    if (clause === undefined) {
      decorations.push(Decoration.node(pos, pos + node.nodeSize, { class: 'change-added-clause' }))
      if (node.content.size > 0) decorations.push(added(pos + 1, pos + 1 + node.content.size, against))
    } else decorations.push(...inClause(textOf(clause), node, pos + 1, against))
  }
  let gap = 0
  for (const clause of against.clauses) {
    const place = places.get(clause.id)
    if (place !== undefined) gap = place.pos + place.node.nodeSize
    else decorations.push(removed(gap, textOf(clause), 'p', against))
  }
  return DecorationSet.create(doc, decorations)
}

function inClause(before: string, node: Node, start: number, against: Against): Decoration[] {
  const after = node.textBetween(0, node.content.size, undefined, OBJECT)
  let at = start
  return diffWords(before, after).flatMap(({ kind, text }) => {
    if (kind === 'removed') return [removed(at, text, 'span', against)]
    const from = at
    at += text.length
    return kind === 'added' ? [added(from, at, against)] : []
  })
}

const added = (from: number, to: number, { addedLabel }: Against) =>
  Decoration.inline(from, to, { nodeName: 'ins', class: 'change-added', title: addedLabel })

/** The key keeps the drawn passage where it is while other words change. */
const removed = (pos: number, text: string, tag: 'p' | 'span', { removedLabel }: Against) =>
  Decoration.widget(
    pos,
    ({ dom: { ownerDocument } }) => {
      const passage = ownerDocument.createElement('del')
      passage.className = 'change-removed'
      const label = ownerDocument.createElement('span')
      label.className = 'unseen'
      label.textContent = `[${removedLabel}: `
      const end = ownerDocument.createElement('span')
      end.className = 'unseen'
      end.textContent = ']'
      passage.append(label, text.replaceAll(OBJECT, ''), end)
      const whole = ownerDocument.createElement(tag)
      whole.setAttribute('contenteditable', 'false')
      whole.append(passage)
      return whole
    },
    { side: -1, ignoreSelection: true, key: `${tag} ${text}` },
  )

/** Breaks, footnote references and what only a newer version shows: one character each, as in a position. */
const OBJECT = '\uFFFC'

const textOf = ({ runs }: Clause): string =>
  runs.map(({ insert }) => (typeof insert === 'string' ? insert : OBJECT)).join('')
