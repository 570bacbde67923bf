/** Ids of messages for the kinds and natures of proposals: a missing one does not compile. */
import type { Nature, OperationKind } from '#shared/domain/proposal.ts'
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

export const SENTENCES = {
  amend: 'proposing.sentence.amend',
  alternative: 'proposing.sentence.alternative',
  delete: 'proposing.sentence.delete',
} as const satisfies Partial<Record<OperationKind, MessageId>>

export const NATURE_WORDS = {
  substantive: 'proposing.nature.substantive',
  editorial: 'proposing.nature.editorial',
  translation: 'proposing.nature.translation',
  technical: 'proposing.nature.technical',
} as const satisfies Readonly<Record<Nature, MessageId>>
