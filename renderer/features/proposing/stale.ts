/** Whether a draft was begun from other words than the text has now, and what became of both. */
import { useMemo } from 'react'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { rebase, type Rebased } from '#shared/acts/three-way.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
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
    if (before !== null && hasTakenOver(before, now, mine)) return null
    return { before, now, mine, rebased: before === null ? null : rebase(before, now, mine) }
  }, [isBrought, wording, begunOn, before, mine])
}

/** Every word that the text gained or lost meanwhile is gained or lost in mine too. */
function hasTakenOver(before: readonly Clause[], now: readonly Clause[], mine: readonly Clause[]): boolean {
  const [was, is, own] = [before, now, mine].map((clauses) => countWords(wordingText(clauses)))
  if (was === undefined || is === undefined || own === undefined) return false
  const words = new Set([...was.keys(), ...is.keys()])
  return [...words].every((word) => {
    const [had, has, mineHas] = [was.get(word) ?? 0, is.get(word) ?? 0, own.get(word) ?? 0]
    return has === had || (has > had ? mineHas >= has : mineHas <= has)
  })
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
