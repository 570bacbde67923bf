/** Which paragraphs the matrix shows and in what order. Headings and what is suppressed ask for no consent. */
import type { Missing, ParagraphState } from '#shared/acts/state.ts'
import { isOpen } from '#renderer/session/outline.ts'

export const SORTS = ['text', 'blocked', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

/** When the wording of a paragraph was set; an empty string where that is not known. */
export type Since = (paragraph: ParagraphState) => string

export const asksConsent = ({ consent, status }: ParagraphState): boolean =>
  consent && status !== 'suppressed'

export function orderRows(
  paragraphs: readonly ParagraphState[],
  choice: { readonly sort: Sort; readonly hideAgreed: boolean; readonly since: Since },
): readonly ParagraphState[] {
  const { sort, hideAgreed, since } = choice
  const shown = paragraphs.filter((paragraph) => asksConsent(paragraph) && (!hideAgreed || isOpen(paragraph)))
  switch (sort) {
    case 'text':
      return shown
    case 'blocked':
      return [...shown].sort((one, other) => weight(other) - weight(one))
    case 'oldest':
      return [...shown].sort(
        (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || compare(since(one), since(other)),
      )
  }
}

/** What stops weighs more than what is only awaited; any number of absences weighs less than one objection. */
const WEIGHTS = {
  objection: 10_000,
  disputed: 10_000,
  noCurrentWording: 10_000,
  scrutiny: 1_000,
  openProposal: 100,
  openBracket: 100,
  lapsed: 20,
  placeholder: 20,
  noInstructions: 20,
  noPosition: 1,
  suppressed: 0,
} as const satisfies Record<Missing['kind'], number>

const weight = (paragraph: ParagraphState): number =>
  isOpen(paragraph) ? paragraph.missing.reduce((sum, { kind }) => sum + WEIGHTS[kind], 1) : 0

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
