/** What a draft is shown against: the words it would replace, as they are now. */
import { useMemo } from 'react'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'

const NOTHING: readonly Clause[] = []

export function useAgainst(listed: DraftState | undefined, paragraph: ParagraphState): readonly Clause[] {
  const all = useStore(useDocument().paragraphs)
  const own = paragraph.wording?.clauses ?? NOTHING
  return useMemo(() => {
    if (listed?.operation === 'insert') return NOTHING
    if (listed?.operation !== 'merge') return own
    const ids = listed.targets.map((target) => target.paragraph)
    return all.filter(({ id }) => ids.includes(id)).flatMap(({ wording }) => wording?.clauses ?? NOTHING)
  }, [listed, own, all])
}
