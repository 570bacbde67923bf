/**
 * From a delta of the text to the smallest steps, so that positions mapped through them, decorations
 * and the DOM survive what others write.
 */
import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { lengthOf, type DeltaOp, type InsertOp } from '#shared/words/shape.ts'
import { clauseOf } from './attributes.ts'
import { renumber } from './ids.ts'
import { clauseNode, foldInserts, type Folded } from './nodes.ts'
import { docPosition } from './positions.ts'
import { formatRange } from './remote-format.ts'

export function applyDelta(tr: Transaction, delta: readonly DeltaOp[]): void {
  let index = 0
  let i = 0
  for (let op = delta[i]; op !== undefined; op = delta[i]) {
    if ('retain' in op) {
      if (op.attributes !== undefined) formatRange(tr, index, op.retain, op.attributes)
      index += op.retain
      i++
      continue
    }
    // neighbouring inserts and deletes are one replacement
    const inserts: InsertOp[] = []
    let gone = 0
    for (; op !== undefined && !('retain' in op); op = delta[++i]) {
      if ('insert' in op) inserts.push(op)
      else gone += op.delete
    }
    splice(tr, index, gone, foldInserts(tr.doc.type.schema, inserts))
    index += inserts.reduce((sum, { insert }) => sum + lengthOf(insert), 0)
  }
  dropEmptyUnmarked(tr)
  renumber(tr)
}

/** An unmarked clause stands for the text before the first marker; without such text there is none. */
function dropEmptyUnmarked(tr: Transaction): void {
  const first = tr.doc.firstChild
  if (first !== null && clauseOf(first).id === null && first.content.size === 0 && tr.doc.childCount > 1) {
    tr.delete(0, first.nodeSize)
  }
}

function splice(tr: Transaction, index: number, gone: number, { head, clauses }: Folded): void {
  const { doc } = tr
  const { schema } = doc.type
  const from = docPosition(doc, index)
  const $from = doc.resolve(from)
  const $to = gone > 0 ? doc.resolve(docPosition(doc, index + gone)) : $from
  if ($from.depth === 0) spliceBeforeFirstMarker(tr, $to, { head, clauses })
  else if (clauses.length === 0 && $from.sameParent($to)) put(tr, from, $to.pos, head)
  else if (head.length === 0 && isAtEnd($from) && isAtEnd($to)) put(tr, $from.after(), $to.after(), clauses)
  else if (head.length === 0 && clauses.length === 0) put(tr, from, $to.pos, [])
  else put(tr, from, $to.pos, [clauseNode(schema, $from.parent.attrs, head), ...clauses], 1, 1)
}

/** The text before the first marker becomes an unmarked clause. */
function spliceBeforeFirstMarker(tr: Transaction, $to: ResolvedPos, { head, clauses }: Folded): void {
  const { schema } = tr.doc.type
  const keepsRest = $to.depth > 0 && !isAtEnd($to)
  const needsUnmarked = head.length > 0 || (keepsRest && clauses.length === 0)
  const nodes = needsUnmarked ? [clauseNode(schema, null, head), ...clauses] : clauses
  if ($to.depth === 0) put(tr, 0, 0, nodes)
  else if (keepsRest) put(tr, 0, $to.pos, nodes, 0, 1)
  else {
    const empties = nodes.length === 0 && $to.after() === tr.doc.content.size
    put(tr, 0, $to.after(), empties ? [clauseNode(schema, null, [])] : nodes)
  }
}

const isAtEnd = ($pos: ResolvedPos): boolean =>
  $pos.depth > 0 && $pos.parentOffset === $pos.parent.content.size

function put(
  tr: Transaction,
  from: number,
  to: number,
  nodes: readonly Node[],
  openStart = 0,
  openEnd = 0,
): void {
  if (from === to && nodes.length === 0) return
  const slice = nodes.length > 0 ? new Slice(Fragment.fromArray([...nodes]), openStart, openEnd) : Slice.empty
  tr.step(new ReplaceStep(from, to, slice))
}
