/** Ids of clauses in the document: every clause but an unmarked first one has one of its own. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { numberDoubles } from '#shared/words/ids.ts'
import { CLAUSE_DEFAULTS, CLAUSE_KEYS } from '#shared/words/shape.ts'
import { clauseOf } from './attributes.ts'

/** After a local change: a clause without an id, or with one that is taken, gets a new one. */
export function giveIds(tr: Transaction, newId: () => string): void {
  const seen = new Set<string>()
  const { doc } = tr
  doc.forEach((clause, pos, i) => {
    const { id } = clauseOf(clause)
    if (id === null ? !mayStayUnmarked(doc, clause, i) : seen.has(id)) tr.setNodeAttribute(pos, 'id', newId())
    else if (id !== null) seen.add(id)
  })
  renumber(tr)
}

/** Opening an empty room and typing must not make each peer insert a marker of its own. */
function mayStayUnmarked(doc: Node, clause: Node, index: number): boolean {
  const values = clauseOf(clause)
  const plain = CLAUSE_KEYS.every((key) => values[key] === CLAUSE_DEFAULTS[key])
  return index === 0 && plain && (clause.content.size > 0 || doc.childCount === 1)
}

/** The numbers of copies (`id~2`) follow from the order of the clauses. */
export function renumber(tr: Transaction): void {
  const clauses = tr.doc.content.content
  const ids = numberDoubles(clauses.map((clause) => clauseOf(clause).id))
  let pos = 0
  clauses.forEach((clause, i) => {
    if (ids[i] !== clauseOf(clause).id) tr.setNodeAttribute(pos, 'id', ids[i])
    pos += clause.nodeSize
  })
}
