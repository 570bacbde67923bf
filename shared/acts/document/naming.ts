/** Which acts a text act takes the place of: those it names, if it names them as they are. */
import type { Clause } from '#shared/domain/clause.ts'
import type { ActId, Sha256 } from '#shared/acts/state.ts'
import type { Setter, View } from './register.ts'

export interface Change {
  readonly paragraph: string
  readonly after: string | null
  readonly base: readonly ActId[]
  readonly before: Sha256 | null
  readonly clauses: readonly Clause[]
}

/** null where it does not name them as they are. */
export function namedBy(
  { base, before }: Pick<Change, 'base' | 'before'>,
  { heads }: View,
): readonly Setter[] | null {
  const named = heads.filter((head) => base.includes(head.node.act.id))
  return base.length > 0 && named.length === base.length && matches(named, before) ? named : null
}

/** The signer says which wording it saw; that must be one of those it takes the place of. */
function matches(named: readonly Setter[], before: Sha256 | null): boolean {
  if (before === null) return named.length > 1
  return named.some(({ wording }) => wording.hash === before)
}

/** An act on an agreed paragraph that changes no word of it, but ends a dispute by naming all sides. */
export function settles({ inForce, heads, disputed }: View, named: readonly Setter[], hash: Sha256): boolean {
  return disputed && named.length === heads.length && inForce.every(({ payload }) => payload.hash === hash)
}
