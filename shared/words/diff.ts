/**
 * Word diffs for people: plain segments in reading order, removed before added. Blanks count as
 * words, so the segments always give both texts back exactly. What takes too long is shown as a
 * replacement of the whole.
 */
import { diffWordsWithSpace } from 'diff'

export interface DiffSegment {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A paragraph of 32 KiB rewritten from end to end stays below a frame or two. */
const DIFF_TIMEOUT_MS = 50

export function diffWords(before: string, after: string, timeoutMs = DIFF_TIMEOUT_MS): DiffSegment[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const parts = timeoutMs > 0 ? diffWordsWithSpace(before, after, { timeout: timeoutMs }) : undefined
  if (parts === undefined) return replacement(before, after)
  return joinIslands(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

/**
 * An unchanged blank or comma between two changes would cut a rewritten passage into splinters, so it
 * joins them; where words are only added or only removed, it stays what it is.
 */
function joinIslands(parts: readonly DiffSegment[]): DiffSegment[] {
  const out: DiffSegment[] = []
  let group: DiffSegment[] = []
  const flush = (): void => {
    const both = group.some((p) => p.kind === 'removed') && group.some((p) => p.kind === 'added')
    out.push(...(both ? replacement(side(group, 'added'), side(group, 'removed')) : group))
    group = []
  }
  parts.forEach((part, i) => {
    const joins = isIsland(part.text) && group.length > 0 && (parts[i + 1]?.kind ?? 'same') !== 'same'
    if (part.kind !== 'same' || joins) group.push(part)
    else {
      flush()
      out.push(part)
    }
  })
  flush()
  return out
}

const side = (group: readonly DiffSegment[], without: 'added' | 'removed'): string =>
  group
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('')

const isIsland = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

function replacement(before: string, after: string): DiffSegment[] {
  return [
    ...(before === '' ? [] : [{ kind: 'removed', text: before } as const]),
    ...(after === '' ? [] : [{ kind: 'added', text: after } as const]),
  ]
}
