/** The few commands that know about clauses; the rest are ProseMirror's own. */
import { toggleMark } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import type { ClauseKind, ClauseLevel } from '#shared/domain/clause.ts'
import { CLAUSE_DEFAULTS, type Flag } from '#shared/words/shape.ts'
import { isSafeLink } from '#shared/words/whitelist.ts'
import { clauseOf } from './binding/attributes.ts'

export interface ClauseChange {
  readonly kind?: ClauseKind
  readonly level?: ClauseLevel
  readonly suppressed?: boolean
}

/** Enter. At the start of a clause with text the new, empty clause goes in front, so that the text keeps its id. */
export const splitClause =
  (newId: () => string): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.isTextblock) return false
    if (dispatch === undefined) return true
    const tr = state.tr
    if (!state.selection.empty) tr.deleteSelection()
    const { $from } = tr.selection
    const clause = $from.parent
    const attrs = { id: newId(), ...kindAfter(clause, $from.parentOffset) }
    if ($from.parentOffset === 0 && clause.content.size > 0)
      tr.insert($from.before(), clause.type.create(attrs))
    else tr.split($from.pos, 1, [{ type: clause.type, attrs }])
    dispatch(tr.scrollIntoView())
    return true
  }

/** What follows a title or a heading is text; everything else continues as it was. */
function kindAfter(clause: Node, offset: number): { kind: string; level: number } {
  const { kind, level } = clauseOf(clause)
  const ends = offset === clause.content.size && (kind === 'title' || kind === 'heading')
  return ends ? { kind: CLAUSE_DEFAULTS.kind, level: 0 } : { kind, level }
}

/** Changes the clauses of the selection; suppressing is one of these changes. */
export const setClause =
  (change: ClauseChange): Command =>
  (state, dispatch) => {
    const tr = state.tr
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos) => {
      for (const [key, value] of Object.entries(change)) {
        if (node.attrs[key] !== value) tr.setNodeAttribute(pos, key, value)
      }
      return false
    })
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }

/**
 * Swaps a clause with its neighbour by re-inserting the shorter of the two; the id travels with the
 * text. Two concurrent moves of one clause double it (`id~2`), so who may move is decided by rights.
 */
export const moveClause =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, head } = state.selection
    const first = Math.min($from.index(0), $from.index(0) + direction)
    if (first < 0 || first + 1 >= state.doc.childCount) return false
    if (dispatch === undefined) return true
    const [upper, lower] = [state.doc.child(first), state.doc.child(first + 1)]
    const start = $from.posAtIndex(first, 0)
    const middle = start + upper.nodeSize
    const tr = state.tr
    if (upper.nodeSize <= lower.nodeSize) tr.insert(middle + lower.nodeSize, upper).delete(start, middle)
    else tr.delete(middle, middle + lower.nodeSize).insert(start, lower)
    const caret = direction < 0 ? start + head - middle : start + lower.nodeSize + head - start
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(caret))).scrollIntoView())
    return true
  }

export const insertHardBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(state.schema.node('hardBreak')).scrollIntoView())
  return true
}

export const toggleFlag =
  (flag: Flag): Command =>
  (state, dispatch, view) => {
    const mark = state.schema.marks[flag]
    return mark !== undefined && toggleMark(mark)(state, dispatch, view)
  }

/** null removes the link; an address that is neither https nor mailto is not set. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const mark = state.schema.marks['link']
    const { from, to, empty } = state.selection
    if (mark === undefined || empty || (href !== null && !isSafeLink(href))) return false
    const tr = state.tr.removeMark(from, to, mark)
    if (href !== null) tr.addMark(from, to, mark.create({ href }))
    dispatch?.(tr)
    return true
  }
