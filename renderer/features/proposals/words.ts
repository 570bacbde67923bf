/** Ids of messages for the closed sets of a proposal: a missing one does not compile. */
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { Backing, Nature, OperationKind, ProposalStatus } from '#shared/domain/proposal.ts'

export const NATURE_WORDS = {
  substantive: 'proposals.nature.substantive',
  editorial: 'proposals.nature.editorial',
  translation: 'proposals.nature.translation',
  technical: 'proposals.nature.technical',
} as const satisfies Record<Nature, MessageId>

export const STATUS_WORDS = {
  pending: 'proposals.status.pending',
  incorporated: 'proposals.status.incorporated',
  declined: 'term.notAccepted',
  withdrawn: 'term.withdrawn',
  superseded: 'term.superseded',
  fallen: 'term.fallen',
  afterAgreement: 'proposals.status.afterAgreement',
  suppressedMeanwhile: 'proposals.status.suppressedMeanwhile',
} as const satisfies Record<ProposalStatus, MessageId>

export const OPERATION_WORDS = {
  amend: 'proposals.operation.amend',
  alternative: 'proposals.operation.alternative',
  insert: 'proposals.operation.insert',
  delete: 'proposals.operation.delete',
  move: 'proposals.operation.move',
  split: 'proposals.operation.split',
  merge: 'proposals.operation.merge',
} as const satisfies Record<OperationKind, MessageId>

export const SAID_WORDS = {
  support: 'proposals.said.support',
  reserve: 'proposals.said.reserve',
  object: 'proposals.said.object',
} as const satisfies Record<Backing, MessageId>

/** The signs of positions: who supports a proposal is drawn as who agrees. */
export const BACKING_SIGN = { support: 'agree', reserve: 'reserve', object: 'object' } as const
