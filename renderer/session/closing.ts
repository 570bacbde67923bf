/** What closing a round would do to the text: which split paragraphs become whole, and which numbers change. */
import { readyToJoin, rejoin } from '#shared/acts/rejoin.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import {
  numberParagraphs,
  renumbered,
  type LayoutFamily,
  type Renumbering,
} from '#shared/domain/numbering.ts'

export interface Closing {
  /** Split paragraphs all of whose parts are agreed: they are joined anyway (rule 11). */
  readonly ready: readonly string[]
  /** The others, which the Chair may have joined. */
  readonly split: readonly string[]
  readonly renumbered: readonly Renumbering[]
}

export function closingOf(
  text: readonly ParagraphState[],
  layout: LayoutFamily,
  join: readonly string[],
): Closing {
  const ready = readyToJoin(text)
  const wholes = [...new Set(text.flatMap(({ part }) => part?.paragraph ?? []))]
  const { paragraphs } = rejoin(text, [...new Set([...ready, ...join])])
  const before = new Map(text.map(({ id, number }) => [id, number]))
  return {
    ready,
    split: wholes.filter((whole) => !ready.includes(whole)),
    renumbered: renumbered(before, numberParagraphs(paragraphs, layout)).filter(({ from }) => from !== ''),
  }
}
