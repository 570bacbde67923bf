/**
 * What the relay refuses an act for: its place in its chain, parents that are not here, accreditation, role
 * and country at the act's place in the causal order. Never its stage or lateness: a late act is kept, and
 * the derivation says that it has no effect.
 */
import type { Member } from '#shared/domain/role.ts'
import type { VerifiedAct } from './act.ts'
import { placeAbove } from './causal-order.ts'
import { hasPower } from './kinds/index.ts'
import { powersOf } from './powers.ts'
import { mayRestOn, type Scope } from './scope.ts'
import type { ActSet, Node } from './set.ts'

/** Names are those of the relay's refusals. */
export type AdmissionError =
  'unknownConference' | 'notAccredited' | 'notAuthorised' | 'closedKey' | 'badSequence' | 'missingParents'

export type Admission = { readonly ok: true } | { readonly ok: false; readonly code: AdmissionError }

/** `act` is not in the set; it may be added when this answers ok. */
export function admit(set: ActSet, act: VerifiedAct): Admission {
  const code = refusalOf(set, act)
  return code === null ? { ok: true } : { ok: false, code }
}

function refusalOf(set: ActSet, act: VerifiedAct): AdmissionError | null {
  const { conf, scope, by, seq, parents } = act.payload
  if (conf !== set.conf) return 'unknownConference'
  const known = parents.flatMap((id) => set.node(id) ?? [])
  if (known.length < parents.length || known.some((parent) => !mayRestOn(act.scope, parent.act.scope))) {
    return 'missingParents'
  }
  if (seq !== set.nextSeq(scope, by)) return 'badSequence'
  const node: Node = { act, place: placeAbove(known.map((parent) => parent.place)) }
  const powers = powersOf(set)
  if (powers.isClosed(act)) return 'closedKey'
  const actor = powers.actorAt(by, node)
  if (actor === null) return 'notAccredited'
  const { member } = actor
  const allowed = act.known
    ? hasPower(actor, act.payload, act.scope, { advisersTable: powers.advisersTableAt(actor, node) })
    : member.role === 'root' || maySignIn(act.scope, member)
  if (!allowed) return 'notAuthorised'
  return seq === 0 || knowsPredecessor(set, act, known) ? null : 'badSequence'
}

function knowsPredecessor(set: ActSet, act: VerifiedAct, parents: readonly Node[]): boolean {
  const { scope, by, seq } = act.payload
  const before = set.chain(scope, by)?.at(seq - 1) ?? []
  return before.some((id) =>
    parents.some((parent) => parent.act.id === id || set.isBefore(id, parent.act.id)),
  )
}

/** For kinds of a newer version, whose rights are not known here: whoever signs other things in that scope. */
function maySignIn(scope: Scope, member: Member): boolean {
  const bureau = member.role === 'presidency' || member.role === 'secretariat'
  switch (scope.kind) {
    case 'conference':
    case 'bureau':
      return bureau
    case 'document':
      return bureau || member.role === 'delegate'
    case 'delegation':
      return member.role === 'delegate' && member.country === scope.country
    case 'audience':
      return bureau || (member.role === 'delegate' && member.country === scope.country)
    case 'observers':
      return (
        bureau ||
        member.role === 'observer' ||
        (member.role === 'guest' && member.documents.includes(scope.doc))
      )
  }
}
