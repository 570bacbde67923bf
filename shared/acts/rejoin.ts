/** The text as a round freezes it, with those paragraphs whole again that it joins (rule 11). */
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { joinParts } from '#shared/domain/parts.ts'
import type { ParagraphState } from './state.ts'

export interface Rejoined {
  readonly paragraphs: readonly Paragraph[]
  /** What the round says: of each such paragraph all its parts, in order. */
  readonly rejoins: string[][]
}

/** `wholes`: the ids of split paragraphs to join; others, and those of which a part is in dispute, stay in parts. */
export function rejoin(text: readonly ParagraphState[], wholes: readonly string[]): Rejoined {
  const partsOf = (whole: string) => text.filter(({ part }) => part?.paragraph === whole)
  const rejoins = wholes
    .map(partsOf)
    .filter(
      (parts) => parts.length > 1 && parts.every(({ status, wording }) => wording && status !== 'disputed'),
    )
  const joined = new Map(rejoins.flatMap((parts) => parts.map(({ id }) => [id, parts] as const)))
  return {
    paragraphs: text.flatMap((paragraph): Paragraph[] => {
      const { id, part, wording } = paragraph
      const parts = joined.get(id)
      if (parts) return parts[0] === paragraph ? [{ id, clauses: wholeOf(id, parts) }] : []
      return [{ id, clauses: wording?.clauses ?? [], ...(part && { part }) }]
    }),
    rejoins: rejoins.map((parts) => parts.map(({ id }) => id)),
  }
}

/** Split paragraphs all of whose parts are agreed. */
export function readyToJoin(text: readonly ParagraphState[]): string[] {
  const wholes = new Set(text.flatMap(({ part }) => part?.paragraph ?? []))
  return [...wholes].filter((whole) =>
    text.every(
      ({ part, agreement, status }) =>
        part?.paragraph !== whole || status === 'suppressed' || (agreement !== null && status !== 'disputed'),
    ),
  )
}

function wholeOf(id: string, parts: readonly ParagraphState[]) {
  const live = parts.filter(({ status }) => status !== 'suppressed')
  const kept = (live.length > 0 ? live : parts).map(({ wording, part }) => ({
    clauses: wording?.clauses ?? [],
    level: part?.level ?? 0,
  }))
  return joinParts(kept).map((clause, index) => (index === 0 ? { ...clause, id } : clause))
}
