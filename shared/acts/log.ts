/** The log of a scope: every act with its effect, and what troubles the set. */
import type { Member } from '#shared/domain/role.ts'
import type { VerifiedAct } from './act.ts'
import type { Powers } from './powers.ts'
import type { ActSet, Node, ReceiptMark } from './set.ts'
import type { ActId, KeyId, LogEntry, NoEffect, Trouble } from './state.ts'

export interface Outcome {
  readonly paragraph: string | null
  readonly noEffect: NoEffect | null
  readonly late: boolean
}

export function logEntry(
  set: ActSet,
  powers: Powers,
  node: Node,
  receipt: ReceiptMark | null,
  outcome: Outcome,
): LogEntry {
  return entryOf(set, powers, node.act, powers.memberAt(node.act.payload.by, node), receipt, outcome)
}

/** Acts that wait for an ancestor have no place yet, so nothing about them can be judged. */
export function waitingEntries(set: ActSet, powers: Powers, scopes: readonly string[]): LogEntry[] {
  const outcome: Outcome = { paragraph: null, noEffect: 'missingAncestor', late: false }
  return set.waiting(scopes).map((act) => entryOf(set, powers, act, null, set.receiptOf(act.id), outcome))
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

function entryOf(
  set: ActSet,
  powers: Powers,
  act: VerifiedAct,
  member: Member | null,
  receipt: ReceiptMark | null,
  { paragraph, noEffect, late }: Outcome,
): LogEntry {
  const { kind, by, at } = act.payload
  return {
    act: act.id,
    kind,
    by,
    member,
    received: receipt?.received ?? null,
    claimed: at,
    paragraph,
    noEffect,
    late,
    forked: isDoubtful(set, powers, act),
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
