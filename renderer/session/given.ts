/** Clauses as they cross to main: the contract's schemas produce mutable shapes; here a clause is read-only. */
import type { Clause } from '#shared/domain/clause.ts'
import type { GivenClauses } from '#shared/ipc/contract.ts'

export const givenClauses = (clauses: readonly Clause[]): GivenClauses => clauses.map(writable)

function writable(clause: Clause): GivenClauses[number] {
  return {
    ...clause,
    runs: clause.runs.map(({ insert, attributes }) =>
      attributes === undefined
        ? { insert: copy(insert) }
        : { insert: copy(insert), attributes: { ...attributes } },
    ),
  }
}
const copy = (insert: Clause['runs'][number]['insert']) =>
  typeof insert === 'string' ? insert : { ...insert }
