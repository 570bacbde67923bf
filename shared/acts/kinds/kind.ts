/**
 * What a kind of act is: which scopes it lives in, what it says, and whose key it takes. Everything about
 * one kind is in one file of this folder; what it does to a state is in the `effect` of that file.
 */
import { z } from 'zod'
import type { Actor, Context } from '#shared/domain/actor.ts'
import { holdsPower, type Action } from '#shared/domain/rights.ts'
import type { Scope } from '#shared/acts/scope.ts'
import type { ActId, Instant, KeyId } from '#shared/acts/state.ts'
import { actId, instant, keyId } from './fields.ts'

/** Fields that every act has, known kind or not. */
export interface Common {
  readonly v: 1
  readonly conf: KeyId
  readonly scope: string
  readonly kind: string
  readonly by: KeyId
  readonly seq: number
  readonly parents: readonly ActId[]
  /** What the signer's clock said: a claim, never an authority. */
  readonly at: Instant
}

const common = {
  v: z.literal(1),
  conf: keyId,
  scope: z.string().max(160),
  kind: z.string().min(1).max(40),
  by: keyId,
  seq: z.int().nonnegative(),
  parents: z.array(actId).max(512),
  at: instant,
}

/** An act of a newer version: kept and shown, without effect. */
export const unknownKind = z.looseObject(common)

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T

type Payload<K extends string, Shape extends z.ZodRawShape> = Common & { readonly kind: K } & Immutable<
    z.infer<z.ZodObject<Shape>>
  >

interface Definition<K extends string, Shape extends z.ZodRawShape> {
  readonly kind: K
  readonly scopes: readonly Scope['kind'][]
  readonly body: Shape
  /** The line of the rights table. */
  action(act: Payload<K, Shape>): Action
  /** Where the right depends on the scope or country beyond that table. */
  only?(actor: Actor, act: Payload<K, Shape>, scope: Scope): boolean
  /** What must hold between the fields, beyond the form of each. */
  coherent?(act: Payload<K, Shape>, scope: Scope): boolean
}

export interface Kind<K extends string, P extends Common> {
  readonly kind: K
  readonly scopes: readonly Scope['kind'][]
  /** null where the value is not an act of this kind. */
  read(value: unknown, scope: Scope): P | null
  action(act: P): Action
  /** By role, office and country alone; stage, section and lateness are judged by the derivation. */
  power(actor: Actor, act: P, scope: Scope, advisersTable: boolean): boolean
}

export function defineKind<const K extends string, Shape extends z.ZodRawShape>(
  definition: Definition<K, Shape>,
): Kind<K, Payload<K, Shape>> {
  const { kind, scopes, body, coherent, only } = definition
  const schema = z.strictObject({ ...common, kind: z.literal(kind), ...body })
  return {
    kind,
    scopes,
    read(value, scope) {
      if (!scopes.includes(scope.kind) || !schema.safeParse(value).success) return null
      const act = value as Payload<K, Shape> // the schema has just said so, and it transforms nothing
      return coherent && !coherent(act, scope) ? null : act
    },
    action: (act) => definition.action(act),
    power: (actor, act, scope, advisersTable) =>
      holdsPowerSomewhere(actor, definition.action(act), act.scope, scope, advisersTable) &&
      (only?.(actor, act, scope) ?? true),
  }
}

const judged = new WeakMap<Actor, Map<Action, Map<string, boolean>>>()

/**
 * Whether role, office and country allow the action somewhere in what the scope is about. A facilitator of
 * any section passes: in which section the paragraph stands is judged when the text is known. Asked of few
 * actors about thousands of acts, so what was answered is kept.
 */
function holdsPowerSomewhere(
  actor: Actor,
  action: Action,
  scopeName: string,
  scope: Scope,
  advisersTable: boolean,
): boolean {
  const answers = answersFor(actor, action)
  const name = advisersTable ? `${scopeName} with advisers` : scopeName
  const known = answers.get(name)
  if (known !== undefined) return known
  const sections = [null, ...actor.facilitates.map(({ section }) => section)]
  const answer = sections.some((section) =>
    holdsPower(actor, action, contextOf(scope, section, advisersTable)),
  )
  answers.set(name, answer)
  return answer
}

/** By name of scope. */
function answersFor(actor: Actor, action: Action): Map<string, boolean> {
  const ofActor = judged.get(actor) ?? new Map<Action, Map<string, boolean>>()
  judged.set(actor, ofActor)
  const answers = ofActor.get(action) ?? new Map<string, boolean>()
  ofActor.set(action, answers)
  return answers
}

/** What rights are judged on where only role, office and country count. */
export function contextOf(scope: Scope, section: string | null, advisersTable = false): Context {
  return {
    document: scope.kind === 'conference' ? null : { ...ANY_DOCUMENT, id: scope.doc, advisersTable },
    section,
    delegations: scope.kind === 'delegation' ? [scope.country] : [],
    today: '',
  }
}

const ANY_DOCUMENT = {
  stage: 'negotiation',
  suspended: false,
  draftingGroup: [],
  openToObservers: false,
} as const
