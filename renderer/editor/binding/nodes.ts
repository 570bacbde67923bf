/** The document a text stands for. A pure function: every peer computes the same. */
import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { numberDoubles } from '#shared/words/ids.ts'
import { isFootnote, isHardBreak, isMarker, type InsertOp } from '#shared/words/shape.ts'
import { clauseOf, marksOf, readClauseAttributes } from './attributes.ts'

export function projectDocument(schema: Schema, delta: readonly InsertOp[]): Node {
  const { head, clauses } = foldInserts(schema, delta)
  const all = head.length > 0 || clauses.length === 0 ? [clauseNode(schema, null, head), ...clauses] : clauses
  const ids = numberDoubles(all.map((clause) => clauseOf(clause).id))
  return schema.node(
    'doc',
    null,
    all.map((clause, i) =>
      ids[i] === clauseOf(clause).id
        ? clause
        : clauseNode(schema, { ...clause.attrs, id: ids[i] }, clause.content.content),
    ),
  )
}

export interface Folded {
  /** Inline content before the first marker. */
  readonly head: readonly Node[]
  readonly clauses: readonly Node[]
}

/** Groups a run of text content into one clause per marker. */
export function foldInserts(schema: Schema, delta: readonly InsertOp[]): Folded {
  const head: Node[] = []
  const groups: { attributes: Record<string, unknown>; inline: Node[] }[] = []
  for (const { insert, attributes } of delta) {
    if (isMarker(insert)) {
      groups.push({ attributes: readClauseAttributes(insert.clause, attributes), inline: [] })
      continue
    }
    const marks = marksOf(schema, attributes)
    const inline = groups.at(-1)?.inline ?? head
    inline.push(typeof insert === 'string' ? schema.text(insert, marks) : embedNode(schema, insert, marks))
  }
  return { head, clauses: groups.map((group) => clauseNode(schema, group.attributes, group.inline)) }
}

/** `Fragment.fromArray` joins neighbouring text nodes with equal marks. */
export const clauseNode = (
  schema: Schema,
  attributes: Readonly<Record<string, unknown>> | null,
  inline: readonly Node[],
): Node => schema.node('clause', attributes, Fragment.fromArray([...inline]))

function embedNode(schema: Schema, embed: object, marks: readonly Mark[]): Node {
  if (isHardBreak(embed)) return schema.node('hardBreak', null, undefined, marks)
  if (isFootnote(embed)) return schema.node('footnote', { id: embed.footnote }, undefined, marks)
  return schema.node('unknownEmbed', { embed }, undefined, marks)
}

export function embedOf(node: Node): object {
  if (node.type.name === 'hardBreak') return { br: true }
  if (node.type.name === 'footnote') return { footnote: String(node.attrs['id']) }
  return node.attrs['embed'] as object // schema.ts: the embed as it was read
}
