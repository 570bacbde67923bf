/** Formatting that others changed: marks on text, attributes on clauses. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform'
import { isClauseKey, type RawAttributes } from '#shared/words/shape.ts'
import { attributesOf, clauseOf, extraOf, marksOf, readClauseValue, sameJson } from './attributes.ts'
import { markerLength } from './positions.ts'

export function formatRange(tr: Transaction, index: number, length: number, change: RawAttributes): void {
  const end = index + length
  let at = 0
  let pos = 0
  for (const clause of tr.doc.content.content) {
    if (at >= end) break
    if (markerLength(clause) > 0) {
      if (at >= index) formatClause(tr, pos, clause, change)
      at++
    }
    if (at + clause.content.size > index) formatText(tr, clause, at, pos + 1, { index, end }, change)
    at += clause.content.size
    pos += clause.nodeSize
  }
}

/** `at`: index of the clause's first character; `start`: its position. */
function formatText(
  tr: Transaction,
  clause: Node,
  at: number,
  start: number,
  range: { readonly index: number; readonly end: number },
  change: RawAttributes,
): void {
  clause.forEach((node, offset) => {
    const from = Math.max(offset, range.index - at)
    const to = Math.min(offset + node.nodeSize, range.end - at)
    if (from >= to) return
    const wanted = Object.entries({ ...attributesOf(node.marks), ...change }).filter(
      ([, value]) => value !== null,
    )
    const marks = marksOf(clause.type.schema, Object.fromEntries(wanted))
    for (const mark of node.marks) {
      if (!mark.isInSet(marks)) tr.step(new RemoveMarkStep(start + from, start + to, mark))
    }
    for (const mark of marks) {
      if (!mark.isInSet(node.marks)) tr.step(new AddMarkStep(start + from, start + to, mark))
    }
  })
}

function formatClause(tr: Transaction, pos: number, node: Node, change: RawAttributes): void {
  const clause = clauseOf(node)
  for (const [key, raw] of Object.entries(change)) {
    if (!isClauseKey(key)) continue
    const value = readClauseValue(key, raw)
    if (value !== clause[key]) tr.setNodeAttribute(pos, key, value)
  }
  const changed = Object.entries({ ...clause.extra, ...change }).filter(([, value]) => value !== null)
  const extra = extraOf(Object.fromEntries(changed))
  if (!sameJson(extra, clause.extra)) tr.setNodeAttribute(pos, 'extra', extra)
}
