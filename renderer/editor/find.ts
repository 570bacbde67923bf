/**
 * Find in the text: case and accents do not matter ("cooperacion" finds "Cooperación"), matches stay
 * inside a clause. Folded text is kept per clause node, so that typing folds one clause only.
 */
import type { Node } from '@tiptap/pm/model'
import {
  Plugin,
  PluginKey,
  TextSelection,
  type Command,
  type EditorState,
  type Selection,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export interface Match {
  readonly from: number
  readonly to: number
}
interface Search {
  readonly query: string
  readonly matches: readonly Match[]
  readonly decorations: DecorationSet
}

const NOTHING: Search = { query: '', matches: [], decorations: DecorationSet.empty }
const findKey = new PluginKey<Search>('find')

export const find = (): Plugin<Search> =>
  new Plugin<Search>({
    key: findKey,
    state: {
      init: () => NOTHING,
      apply: (tr, search) => {
        const query = tr.getMeta(findKey) as string | undefined // set by findText only
        if (query === undefined && (search.query === '' || !(tr.docChanged || tr.selectionSet))) return search
        return searchIn(tr.doc, query ?? search.query, tr.selection)
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.decorations },
  })

/** An empty query ends the search. */
export const findText =
  (query: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setMeta(findKey, query))
    return true
  }

export const matchesIn = (state: EditorState): readonly Match[] => findKey.getState(state)?.matches ?? []

/**
 * Selects the next match (or the one before), comes round at the end, and brings it into view, which
 * ProseMirror leaves undone while the person is in the search field.
 */
export const goToMatch =
  (direction: 1 | -1): Command =>
  (state, dispatch, view) => {
    const matches = matchesIn(state)
    const { from, to } = state.selection
    const next =
      direction === 1
        ? (matches.find((match) => match.from >= to && match.to > to) ?? matches[0])
        : (matches.findLast((match) => match.to <= from) ?? matches.at(-1))
    if (next === undefined) return false
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView())
    if (view?.hasFocus() === false) bringIntoView(view, next.from)
    return true
  }

/**
 * Puts these words in place of the match that is selected, or of all: one change, taken back as one. They have
 * the formatting of the first letter they take the place of.
 */
export const replaceMatches =
  (words: string, which: 'selected' | 'all'): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection
    const matches = matchesIn(state).filter(
      (match) => which === 'all' || (match.from === from && match.to === to),
    )
    if (matches.length === 0) return false
    const tr = state.tr
    for (const match of matches.toReversed()) {
      const marks = state.doc.resolve(match.from).nodeAfter?.marks ?? []
      if (words === '') tr.delete(match.from, match.to)
      else tr.replaceWith(match.from, match.to, state.schema.text(words, marks))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }

function bringIntoView(view: EditorView, pos: number): void {
  const { node } = view.domAtPos(pos)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

function searchIn(doc: Node, query: string, selection: Selection): Search {
  const wanted = fold(query)
  if (wanted === '') return NOTHING
  const matches: Match[] = []
  doc.forEach((clause, pos) => {
    const text = foldedText(clause)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length })
    }
  })
  const decorations = matches.map(({ from, to }) => {
    const current = from === selection.from && to === selection.to
    return Decoration.inline(from, to, { class: current ? 'found found-current' : 'found' })
  })
  return { query, matches, decorations: DecorationSet.create(doc, decorations) }
}

/** Nodes are never changed, so a clause's folded text holds as long as the node. */
const folded = new WeakMap<Node, string>()
function foldedText(clause: Node): string {
  const known = folded.get(clause)
  if (known !== undefined) return known
  const text = fold(clause.textBetween(0, clause.content.size, undefined, '\uFFFC'))
  folded.set(clause, text)
  return text
}

/** Letter by letter, and never longer or shorter than before: an index is a place in the clause. */
function fold(text: string): string {
  let out = ''
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    out += plain.length === letter.length ? plain : letter
  }
  return out
}
