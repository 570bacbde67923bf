/**
 * Who acts, on what, seen as the rules see it: predicates that read aloud. An actor is one key with its
 * offices at the place of the act in the causal order, never a person and never a clock.
 */
import type { CountryCode } from './country.ts'
import type { Member } from './role.ts'
import type { Stage } from './stage.ts'

/** What a key leads: the section under a heading, or with null the whole document (rule 43). */
export interface Led {
  readonly doc: string
  readonly section: string | null
}

export interface Actor {
  /** `root` is the Conference's root key, which accredits and closes keys and does nothing else. */
  readonly member: Member | { readonly role: 'root' }
  readonly facilitates: readonly Led[]
}

export interface DocumentContext {
  readonly id: string
  readonly stage: Stage
  readonly suspended: boolean
  readonly draftingGroup: readonly CountryCode[]
  /** The Chair opened live reading to observers (rule 38). */
  readonly openToObservers: boolean
  /** The actor's delegation lets its advisers table (rule 4). */
  readonly advisersTable: boolean
}

export interface Context {
  /** null: the action is about the Conference, not about one document. */
  readonly document: DocumentContext | null
  /** Id of the heading whose section the paragraph stands in; null outside all sections. */
  readonly section: string | null
  /** The delegations whose workshop or contact group it is about. */
  readonly delegations: readonly CountryCode[]
  /** ISO date, for guests whose stay ends (rule 39). */
  readonly today: string
}

export type Predicate = (actor: Actor, context: Context) => boolean

export const isRoot: Predicate = ({ member }) => member.role === 'root'
export const isChair: Predicate = ({ member }) => member.role === 'presidency'
export const isSecretariat: Predicate = ({ member }) => member.role === 'secretariat'
export const isDelegate: Predicate = ({ member }) => member.role === 'delegate'
export const isObserver: Predicate = ({ member }) => member.role === 'observer'

/** Head of delegation, focal point and the alternate they name speak for their country (rule 14). */
export const isSpeaker: Predicate = ({ member }) =>
  member.role === 'delegate' && member.capacity !== 'adviser'

export const isFocalPoint: Predicate = ({ member }) =>
  member.role === 'delegate' && member.capacity === 'focalPoint'

export const isAdviserAllowedToTable: Predicate = ({ member }, { document }) =>
  member.role === 'delegate' && member.capacity === 'adviser' && (document?.advisersTable ?? false)

/** No office opens the text to observers and guests (rule 38). */
const isGovernmentOrSecretariat = ({ member }: Actor): boolean =>
  member.role === 'delegate' || member.role === 'presidency' || member.role === 'secretariat'

/** Leads the whole document, or the section that the action is about. */
export const isFacilitatorHere: Predicate = (actor, { document, section }) =>
  isGovernmentOrSecretariat(actor) &&
  actor.facilitates.some(
    (led) => led.doc === document?.id && (led.section === null || led.section === section),
  )

/** Leads the document or any section of it: enough to enter its rooms, which are not cut by section. */
export const isFacilitatorOfDocument: Predicate = (actor, { document }) =>
  isGovernmentOrSecretariat(actor) && actor.facilitates.some((led) => led.doc === document?.id)

export const isInDraftingGroup: Predicate = ({ member }, { document }) =>
  member.role === 'delegate' && (document?.draftingGroup.includes(member.country) ?? false)

export const isOfTheseDelegations: Predicate = ({ member }, { delegations }) =>
  member.role === 'delegate' && delegations.includes(member.country)

/** A special guest or expert is an observer of the documents named, to the end of the day named (rule 39). */
export const isGuestHere: Predicate = ({ member }, { document, today }) =>
  member.role === 'guest' &&
  document !== null &&
  member.documents.includes(document.id) &&
  today.slice(0, 10) <= member.until.slice(0, 10)

/** The drafting group comes in when joint drafting begins (rule 1). */
export const isPastPreparation: Predicate = (_actor, { document }) =>
  document !== null && document.stage !== 'preparation'

export const isOpenToObservers: Predicate = (_actor, { document }) => document?.openToObservers ?? false

export function either(...predicates: readonly Predicate[]): Predicate {
  return (actor, context) => predicates.some((holds) => holds(actor, context))
}

export function both(...predicates: readonly Predicate[]): Predicate {
  return (actor, context) => predicates.every((holds) => holds(actor, context))
}
