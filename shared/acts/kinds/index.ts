/** Every kind of act this version knows. */
import type { Actor } from '#shared/domain/actor.ts'
import type { Action } from '#shared/domain/rights.ts'
import { accredit } from './accredit.ts'
import { agree } from './agree.ts'
import { close } from './close.ts'
import { conference } from './conference.ts'
import { document } from './document.ts'
import { entry } from './entry.ts'
import { incorporate } from './incorporate.ts'
import type { Common, Kind } from './kind.ts'
import { office } from './office.ts'
import { parties } from './parties.ts'
import { position } from './position.ts'
import { prepare } from './prepare.ts'
import { publish } from './publish.ts'
import { reopen } from './reopen.ts'
import { round } from './round.ts'
import { stage } from './stage.ts'
import { suppress } from './suppress.ts'
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
export function hasPower(actor: Actor, act: KnownPayload, scope: Scope): boolean {
  const kind: { power(actor: Actor, act: Common, scope: Scope): boolean } = KINDS[act.kind]
  return kind.power(actor, act, scope)
}

/** The line of the rights table that the act stands on. */
export function actionOf(act: KnownPayload): Action {
  const kind: { action(act: Common): Action } = KINDS[act.kind]
  return kind.action(act)
}
