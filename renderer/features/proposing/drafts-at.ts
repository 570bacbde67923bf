/** The drafts of the own delegation, by the paragraph at which they are written. */
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useDocument, useSelected } from '#renderer/session/context.tsx'

const NONE: readonly DraftState[] = []
type ByParagraph = ReadonlyMap<string, readonly DraftState[]>
const indexed = new WeakMap<readonly DraftState[], ByParagraph>()

/** The paragraph it is shown at: the first it is about, or the one it would follow; null: before the first. */
export const placeOfDraft = ({ operation, targets, after }: DraftState): string | null =>
  operation === 'insert' ? after : (targets[0]?.paragraph ?? null)

function byParagraph(drafts: readonly DraftState[]): ByParagraph {
  const known = indexed.get(drafts)
  if (known !== undefined) return known
  const made = new Map<string, readonly DraftState[]>()
  for (const draft of drafts) {
    const place = placeOfDraft(draft)
    if (draft.state === 'open' && place !== null) made.set(place, [...(made.get(place) ?? NONE), draft])
  }
  indexed.set(drafts, made)
  return made
}

/** Open ones, the newest last. */
export function useDraftsAt(paragraph: string, country: CountryCode | null): readonly DraftState[] {
  const here = useSelected(useDocument().facts, ({ drafts }) => byParagraph(drafts).get(paragraph) ?? NONE)
  return country === null ? NONE : here.filter((draft) => draft.country === country)
}

/** As it was listed last; undefined while its act is on the way. */
export const useDraft = (draft: string | null): DraftState | undefined =>
  useSelected(useDocument().facts, ({ drafts }) => drafts.find((one) => one.draft === draft))
