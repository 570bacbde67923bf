import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** Makes the editor equal to the text, never the other way round, by one replacement of what differs. */
export function repair(tr: Transaction, wanted: Node): Transaction {
  const from = tr.doc.content.findDiffStart(wanted.content)
  const ends = tr.doc.content.findDiffEnd(wanted.content)
  if (from === null || ends === null) return tr
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  return tr.replace(from, ends.a + overlap, wanted.slice(from, ends.b + overlap))
}
