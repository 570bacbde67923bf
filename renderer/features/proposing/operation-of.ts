import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { Operation } from '#shared/domain/proposal.ts'

/** What a draft would do with the words it has now; null: it has none to table. */
export function operationOf(
  { operation, targets, after }: DraftState,
  clauses: readonly Clause[],
): Operation | null {
  const [first] = targets
  switch (operation) {
    case 'insert':
      return { kind: operation, after, clauses }
    case 'merge':
      return { kind: operation, paragraphs: targets, clauses }
    case 'amend':
    case 'alternative':
      return first === undefined ? null : { kind: operation, ...first, clauses }
    case 'split': {
      const parts = groupParagraphs(clauses).map((part) => part.clauses)
      return first === undefined ? null : { kind: operation, ...first, parts }
    }
    case 'delete':
    case 'move':
      return null
  }
}
