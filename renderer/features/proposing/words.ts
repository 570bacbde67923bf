/** What kinds of proposals are called. */
import type { OperationKind } from '#shared/domain/proposal.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'

export const OPERATION_WORDS = {
  amend: 'proposing.kind.amend',
  alternative: 'proposing.kind.alternative',
  insert: 'proposing.kind.insert',
  delete: 'proposing.kind.delete',
  move: 'proposing.kind.move',
  split: 'proposing.kind.split',
  merge: 'proposing.kind.merge',
} as const satisfies Readonly<Record<OperationKind, MessageId>>
