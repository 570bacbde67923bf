/** Why what is written cannot be tabled as it is; main asks the same before it signs. */
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { Operation } from '#shared/domain/proposal.ts'
import { wordingHash, wordingText } from '#shared/domain/wording.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import { sha256Hex } from '#shared/words/sha256.ts'

export function tablingProblem(operation: Operation): MessageId | null {
  switch (operation.kind) {
    case 'amend':
    case 'alternative':
      return wordingHash(operation.clauses, sha256Hex) === operation.hash
        ? 'proposing.problem.unchanged'
        : oneParagraph(operation.clauses)
    case 'insert':
    case 'merge':
      return oneParagraph(operation.clauses)
    case 'split':
      if (operation.parts.length < 2) return 'proposing.problem.notSplit'
      return operation.parts.some(isEmpty) ? 'proposing.problem.emptyPart' : null
    case 'delete':
    case 'move':
      return null
  }
}

const isEmpty = (clauses: readonly Clause[]): boolean => wordingText(clauses).trim() === ''

function oneParagraph(clauses: readonly Clause[]): MessageId | null {
  if (isEmpty(clauses)) return 'proposing.problem.empty'
  return groupParagraphs(clauses).length === 1 ? null : 'proposing.problem.oneParagraph'
}
