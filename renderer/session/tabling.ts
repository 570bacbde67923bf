/** What a delegation drafts and tables: the drafts that can be asked for, and what a dialog asks about. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import {
  targetsOf,
  type Operation,
  type OperationKind,
  type ProposalStatus,
} from '#shared/domain/proposal.ts'

export interface WantedDraft {
  readonly operation: OperationKind
  readonly targets: readonly string[]
  /** For a new paragraph: the one before it. */
  readonly after: string | null
  /** The version it would follow; its room begins with that version's words. */
  readonly previous: string | null
  /** The proposal of another it would answer; likewise. */
  readonly answers: string | null
}

/** What is about to be tabled, with its exact words. */
export interface Tabling {
  /** null: a proposal without words of its own. */
  readonly draft: string | null
  readonly operation: Operation
  readonly previous: string | null
  readonly answers: string | null
}

/** A deletion or a move has no words to begin with; what is over cannot have another version. */
const CAN_GO_ON: readonly ProposalStatus[] = ['pending', 'declined', 'fallen']

/** A new version of an own proposal, or counter-wording to another's; null: there can be none. */
export function draftOf(proposal: ProposalState, isOwn: boolean): WantedDraft | null {
  const { operation, status, act } = proposal
  if (operation.kind === 'delete' || operation.kind === 'move' || !CAN_GO_ON.includes(status)) return null
  const links = isOwn ? { previous: act, answers: null } : { previous: null, answers: act }
  return {
    operation: operation.kind,
    targets: targetsOf(operation).map(({ paragraph }) => paragraph),
    after: operation.kind === 'insert' ? operation.after : null,
    ...links,
  }
}
