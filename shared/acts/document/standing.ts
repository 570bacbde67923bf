/**
 * How a proposal stands towards the text as it is (rules 4, 7, 10 and 17): whether the words it would change
 * are still there, whether its paragraph is agreed or was suppressed meanwhile.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { targetsOf, type Operation, type ProposalStatus, type Target } from '#shared/domain/proposal.ts'
import type { Node } from '#shared/acts/set.ts'
import { overlaps } from '#shared/acts/three-way.ts'
import { isSuppressed } from './judgements.ts'
import type { Text } from './text.ts'
import type { Version } from './version.ts'

export interface Standing {
  readonly status: ProposalStatus
  /** The text under it has another wording than the one it names. */
  readonly baseChanged: boolean
}

/** Of several paragraphs the one that is worst off decides. */
const WORST_FIRST = ['suppressedMeanwhile', 'fallen', 'afterAgreement'] as const

export function standingAt(version: Version, text: Text, at: Node | null): Standing {
  const ended = version.endAt(at)
  if (ended) return { status: ended, baseChanged: false }
  const { operation } = version.payload
  const stands = targetsOf(operation).map((target) => standsOn(version, operation, target, text, at))
  const status = WORST_FIRST.find((worst) => stands.some((one) => one.status === worst)) ?? 'pending'
  const isThere = status === 'pending' || status === 'afterAgreement'
  return { status, baseChanged: isThere && stands.some(({ baseChanged }) => baseChanged) }
}

function standsOn(
  version: Version,
  operation: Operation,
  { paragraph, hash }: Target,
  text: Text,
  at: Node | null,
): Standing {
  const view = text.registers.get(paragraph)?.view(at)
  const base = version.bases.get(paragraph) ?? []
  // A part that was joined again: its words are in the whole now, which is another paragraph.
  if (!view || text.isGone(paragraph, at)) return { status: 'fallen', baseChanged: false }
  const current = view.current?.wording ?? null
  if (isSuppressed(current?.clauses) && !isSuppressed(base)) {
    return { status: 'suppressedMeanwhile', baseChanged: true }
  }
  const baseChanged = current
    ? current.hash !== hash
    : !view.heads.some(({ wording }) => wording.hash === hash)
  if (baseChanged && current && isGone(operation, base, current.clauses)) {
    return { status: 'fallen', baseChanged }
  }
  return { status: view.inForce.length > 0 ? 'afterAgreement' : 'pending', baseChanged }
}

/** Of a paragraph whose wording has changed: whether the words the operation is about did. */
export function isGone(operation: Operation, base: readonly Clause[], current: readonly Clause[]): boolean {
  switch (operation.kind) {
    case 'amend':
    case 'alternative':
      return overlaps(base, current, operation.clauses)
    case 'insert':
    case 'move':
      return false
    case 'delete':
    case 'split':
    case 'merge':
      return true
  }
}
