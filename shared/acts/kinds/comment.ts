import { z } from 'zod'
import type { Actor } from '#shared/domain/actor.ts'
import type { Scope } from '#shared/acts/scope.ts'
import { actId, anchor, countries, paragraphId, prose } from './fields.ts'
import { defineKind } from './kind.ts'

/** What a thread is about; a reply says it again. */
export const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({ kind: z.literal('paragraph'), paragraph: paragraphId }),
  z.strictObject({ kind: z.literal('words'), anchor }),
  z.strictObject({ kind: z.literal('proposal'), proposal: actId }),
])

/** Whose word goes into which exchange: the delegation's own, its with the bureau, the bureau's own. */
export function mayCommentIn({ member }: Actor, scope: Scope): boolean {
  const isOfIt = member.role === 'delegate' && 'country' in scope && member.country === scope.country
  switch (scope.kind) {
    case 'delegation':
      return isOfIt
    case 'audience':
      return isOfIt || member.role !== 'delegate'
    case 'bureau':
      return member.role !== 'delegate'
    default:
      return true
  }
}

/** A word on the text, for those who read the scope it is in. */
export const comment = defineKind({
  kind: 'comment',
  scopes: ['document', 'delegation', 'audience', 'bureau', 'observers'],
  body: {
    /** The act that began the thread; null: this one does. */
    thread: actId.nullable(),
    about,
    text: prose(8_000).min(1),
    mentions: countries,
  },
  action: () => 'comment',
  only: (actor, _act, scope) => mayCommentIn(actor, scope),
})
