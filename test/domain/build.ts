/** Short ways to write clauses and paragraphs in tests of the domain. */
import { createHash } from 'node:crypto'
import type { Clause, ClauseKind, ClauseLevel, Run } from '#shared/domain/clause.ts'

export const sha256 = (utf8: string) => createHash('sha256').update(utf8, 'utf8').digest('hex')

export function clause(
  id: string,
  kind: ClauseKind,
  content: string | readonly Run[] = '',
  level: ClauseLevel = 0,
): Clause {
  const runs: readonly Run[] = typeof content === 'string' ? [{ insert: content }] : content
  return { id, kind, level, suppressed: false, runs }
}
