/** A change with only the words around it: what stays the same is cut to a few words at either side. */
import type { DiffSegment } from '#shared/words/diff.ts'

const GAP = '…'

/** Without a change everything is kept. */
export function excerpt(segments: readonly DiffSegment[], around: number): readonly DiffSegment[] {
  if (segments.every(({ kind }) => kind === 'same')) return segments
  return segments.map((segment, i) =>
    segment.kind === 'same'
      ? { ...segment, text: cut(segment.text, around, i > 0, i < segments.length - 1) }
      : segment,
  )
}

/** `opens`: a change comes before it; `closes`: one comes after. */
function cut(text: string, around: number, opens: boolean, closes: boolean): string {
  const words = text.match(/\s*\S+\s*/gu) ?? []
  const kept = (opens ? around : 0) + (closes ? around : 0)
  if (words.length <= kept + 1) return text
  const head = opens ? `${words.slice(0, around).join('').trimEnd()} ` : ''
  const tail = closes ? ` ${words.slice(-around).join('').trimStart()}` : ''
  return head + GAP + tail
}
