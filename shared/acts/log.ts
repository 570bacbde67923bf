/** The log of a scope: every act with its effect, and what troubles the set. */
import type { VerifiedAct } from './act.ts'
import type { Powers } from './powers.ts'
import type { ActSet, Node } from './set.ts'
import type { ActId, KeyId, LogEntry, NoEffect, Trouble } from './state.ts'

export interface Outcome {
  readonly paragraph: string | null
  readonly noEffect: NoEffect | null
  readonly late: boolean
}

export function logEntry(set: ActSet, powers: Powers, node: Node, outcome: Outcome): LogEntry {
  const { act } = node
  return {
    ...whatItSays(set, act),
    member: powers.memberAt(act.payload.by, node),
    paragraph: outcome.paragraph,
    noEffect: outcome.noEffect,
    late: outcome.late,
    forked: isDoubtful(set, powers, act),
  }
}

/** Acts that wait for an ancestor have no place yet, so nothing about them can be judged. */
export function waitingEntries(set: ActSet, powers: Powers, scopes: readonly string[]): LogEntry[] {
  return set.waiting(scopes).map((act) => ({
    ...whatItSays(set, act),
    member: null,
    paragraph: null,
    noEffect: 'missingAncestor',
    late: false,
    forked: isDoubtful(set, powers, act),
  }))
}

export function troubleOf(
  set: ActSet,
  powers: Powers,
  scopes: readonly string[],
  missingBlobs: readonly string[] = [],
): Trouble {
  return {
    missing: set.missing(scopes),
    gaps: set.gaps(scopes),
    forks: set.forks(scopes).filter(({ key }) => !powers.closings.has(key)),
    missingBlobs,
  }
}

function whatItSays(set: ActSet, { id, payload }: VerifiedAct) {
  return {
    act: id,
    kind: payload.kind,
    by: payload.by,
    received: set.receiptOf(id)?.received ?? null,
    claimed: payload.at,
  }
}

/** Of a key that forked and is not closed: everything that the two branches do not both rest on. */
function isDoubtful(set: ActSet, powers: Powers, { id, payload }: VerifiedAct): boolean {
  const forked = set.isSound ? [] : forkedActs(set, payload.by)
  return (
    forked.length > 0 && !powers.closings.has(payload.by) && !forked.every((fork) => set.isBefore(id, fork))
  )
}

function forkedActs(set: ActSet, key: KeyId): ActId[] {
  return set.unsound.filter((chain) => chain.key === key).flatMap(({ chain }) => chain.forked)
}
