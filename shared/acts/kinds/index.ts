/** Every kind of act this version knows. */
import type { Actor } from '#shared/domain/actor.ts'
import type { Action } from '#shared/domain/rights.ts'
import { accredit } from './accredit.ts'
import { agree } from './agree.ts'
import { allow } from './allow.ts'
import { back } from './back.ts'
import { bracket } from './bracket.ts'
import { close } from './close.ts'
import { comment } from './comment.ts'
import { conference } from './conference.ts'
import { contribution } from './contribution.ts'
import { decline } from './decline.ts'
import { document } from './document.ts'
import { draft } from './draft.ts'
import { entry } from './entry.ts'
import { huddle } from './huddle.ts'
import { incorporate } from './incorporate.ts'
import { join } from './join.ts'
import { lift } from './lift.ts'
import { move } from './move.ts'
import { office } from './office.ts'
import { parties } from './parties.ts'
import { position } from './position.ts'
import { prepare } from './prepare.ts'
import { propose } from './propose.ts'
import { publish } from './publish.ts'
import { reopen } from './reopen.ts'
import { resolve } from './resolve.ts'
import { round } from './round.ts'
import { split } from './split.ts'
import { stage } from './stage.ts'
import { suppress } from './suppress.ts'
import { withdraw } from './withdraw.ts'
import type { Common, Kind } from './kind.ts'
import type { Scope } from '#shared/acts/scope.ts'

export const KINDS = {
  conference,
  accredit,
  close,
  office,
  document,
  entry,
  parties,
  stage,
  round,
  incorporate,
  suppress,
  position,
  prepare,
  agree,
  reopen,
  publish,
  propose,
  join,
  back,
  withdraw,
  decline,
  bracket,
  lift,
  move,
  split,
  draft,
  huddle,
  comment,
  contribution,
  resolve,
  allow,
} as const

export type KindName = keyof typeof KINDS
type PayloadOf<K> = K extends Kind<string, infer P> ? P : never
/** What an act of each kind says. */
export type Payloads = { readonly [K in KindName]: PayloadOf<(typeof KINDS)[K]> }
export type KnownPayload = Payloads[KindName]

export function isKnownKind(kind: string): kind is KindName {
  return Object.hasOwn(KINDS, kind)
}

/** Whether the key may sign this act, by role, office and country; sections and stages come later. */
export function hasPower(
  actor: Actor,
  act: KnownPayload,
  scope: Scope,
  { advisersTable }: { readonly advisersTable: boolean },
): boolean {
  const kind: Pick<Kind<string, Common>, 'power'> = KINDS[act.kind]
  return kind.power(actor, act, scope, advisersTable)
}

/** The line of the rights table that the act stands on. */
export function actionOf(act: KnownPayload): Action {
  const kind: { action(act: Common): Action } = KINDS[act.kind]
  return kind.action(act)
}
