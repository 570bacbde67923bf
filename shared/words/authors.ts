/**
 * Whose words are whose: each stretch of the text with the clientID that wrote it. Reads Yjs' items;
 * documents keep them all (gc: false).
 */
import type * as Y from 'yjs'

export interface AuthoredRange {
  /** Indexes in the text, `to` exclusive. */
  readonly from: number
  readonly to: number
  readonly client: number
}

export function authorsOf(text: Y.Text): AuthoredRange[] {
  const ranges: AuthoredRange[] = []
  let index = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client } = item.id
    const last = ranges.at(-1)
    const to = index + item.length
    if (last?.client === client) ranges[ranges.length - 1] = { ...last, to }
    else ranges.push({ from: index, to, client })
    index = to
  }
  return ranges
}
