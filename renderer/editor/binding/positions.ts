/**
 * Places in the document against indexes in the text. A clause with a marker takes one index for it;
 * a place inside a clause is one index after another, for text and embeds alike.
 */
import type { Node } from '@tiptap/pm/model'
import type { InsertOp } from '#shared/words/shape.ts'
import { attributesOf, clauseOf, hasMarker, markerOf } from './attributes.ts'
import { embedOf } from './nodes.ts'

export const markerLength = (clause: Node): number => (hasMarker(clauseOf(clause)) ? 1 : 0)

export function textIndex(doc: Node, pos: number): number {
  let index = 0
  let start = 0
  for (const clause of doc.content.content) {
    if (pos <= start) return index
    if (pos < start + clause.nodeSize) return index + markerLength(clause) + pos - start - 1
    index += markerLength(clause) + clause.content.size
    start += clause.nodeSize
  }
  return index
}

/** Always inside a clause, except for index 0 of a text that begins with a marker: that is position 0. */
export function docPosition(doc: Node, index: number): number {
  let left = index
  let start = 0
  for (const clause of doc.content.content) {
    const marker = markerLength(clause)
    const length = marker + clause.content.size
    if (left <= length) return left < marker ? start : start + 1 + left - marker
    left -= length
    start += clause.nodeSize
  }
  return start - 1
}

/** What a stretch of the document looks like in the text. */
export function insertsBetween(doc: Node, from: number, to: number): InsertOp[] {
  const out: InsertOp[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) {
      const clause = clauseOf(node)
      if (pos >= from && pos < to && hasMarker(clause)) out.push(markerOf(clause))
      return true
    }
    const attributes = attributesOf(node.marks)
    const insert = node.isText ? (node.text ?? '').slice(Math.max(from - pos, 0), to - pos) : embedOf(node)
    out.push({ insert, attributes })
    return false
  })
  return out
}
