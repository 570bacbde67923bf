/** What a delegation drafts and tables: the drafts that can be asked for, and what a dialog asks about. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { targetsOf, type Operation, type OperationKind } from '#shared/domain/proposal.ts'

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

const aboutTheSame = ({ operation }: ProposalState) => ({
  operation: operation.kind,
  targets: targetsOf(operation).map(({ paragraph }) => paragraph),
  after: 'after' in operation ? operation.after : null,
})

/** "New version" of an own proposal: it begins with the words tabled before. */
export const newVersionOf = (proposal: ProposalState): WantedDraft => ({
  ...aboutTheSame(proposal),
  previous: proposal.act,
  answers: null,
})

/** Counter-wording: it begins with the words it answers. */
export const answerTo = (proposal: ProposalState): WantedDraft => ({
  ...aboutTheSame(proposal),
  previous: null,
  answers: proposal.act,
})

/** Whether it has words to begin a draft with; a deletion or a move is proposed afresh. */
export const hasWords = ({ operation }: ProposalState): boolean =>
  operation.kind !== 'delete' && operation.kind !== 'move'
