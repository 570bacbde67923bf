/** Whether a draft was begun from other words than the text has now, and what became of both. */
import { useMemo } from 'react'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { hasChangesOf, rebase, type Rebased } from '#shared/acts/three-way.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import { useDocument, useSelected } from '#renderer/session/context.tsx'

export interface Stale {
  /** null: the words it was begun from are not known here. */
  readonly before: readonly Clause[] | null
  readonly now: readonly Clause[]
  readonly mine: readonly Clause[]
  readonly rebased: Rebased | null
}

/** null: it stands on the text as it is, or is of a kind that is not brought along. `words`: of `mine`. */
export function useStale(
  listed: DraftState,
  paragraph: ParagraphState,
  mine: readonly Clause[],
): Stale | null {
  const version = listed.previous ?? listed.answers
  const tabledOn = useSelected(useDocument().facts, ({ proposals }) => {
    const found = proposals.find(({ act }) => act === version)
    return found === undefined ? null : (targetsOf(found.operation)[0]?.hash ?? null)
  })
  const begunOn = listed.baseChanged ? (listed.targets[0]?.hash ?? null) : tabledOn
  const { wording, history } = paragraph
  const isBrought = listed.operation === 'amend' || listed.operation === 'alternative'
  const before = history.find(({ hash }) => hash === begunOn)?.clauses ?? null
  return useMemo(() => {
    if (!isBrought || wording === null || begunOn === null || begunOn === wording.hash) return null
    const now = wording.clauses
    // whoever has already taken the new words over has nothing to bring along
    if (before !== null && hasChangesOf(before, now, mine)) return null
    return { before, now, mine, rebased: before === null ? null : rebase(before, now, mine) }
  }, [isBrought, wording, begunOn, before, mine])
}
