/**
 * The rights table: every action, who may do it, and in which stages of the document. The window asks `can`
 * before it offers an action; whoever judges an act that has been done asks `holdsPower`, since an act is
 * refused for role or country only, and stage or lateness decide no more than whether it has effect.
 */
import {
  both,
  either,
  isAdviserAllowedToTable,
  isChair,
  isDelegate,
  isFacilitatorHere,
  isFacilitatorOfDocument,
  isFocalPoint,
  isGuestHere,
  isInDraftingGroup,
  isObserver,
  isOfTheseDelegations,
  isOpenToObservers,
  isPastPreparation,
  isRoot,
  isSecretariat,
  isSpeaker,
  type Actor,
  type Context,
  type Predicate,
} from './actor.ts'
import type { Stage } from './stage.ts'

interface Right {
  readonly who: Predicate
  /** Stages named hold while the document is not suspended; the other two also where no document is concerned. */
  readonly when: readonly Stage[] | 'any' | 'anyButArchived'
  /** Whose name the Technical Secretariat acts in when it does this; it is shown so (rules 31 and 41). */
  readonly secretariatFor?: 'chair' | 'country'
}

const DRAFTING: readonly Stage[] = ['preparation', 'jointDrafting']
const NEGOTIATION: readonly Stage[] = ['negotiation']
/** During silence what a country says is recorded and changes nothing (rule 28). */
const SPOKEN: readonly Stage[] = ['negotiation', 'silence']
const SILENCE: readonly Stage[] = ['silence']

const chairOrSecretariat = either(isChair, isSecretariat)
const bureau = either(isChair, isFacilitatorHere)
const bureauOrSecretariat = either(isChair, isFacilitatorHere, isSecretariat)
const mayTable = either(isSpeaker, isAdviserAllowedToTable)
const leaders = either(isChair, isSecretariat, isFacilitatorOfDocument)
const drafters = either(leaders, both(isInDraftingGroup, isPastPreparation))
const negotiators = either(isDelegate, isChair, isSecretariat)

const byRoot = { who: isRoot, when: 'any' } satisfies Right
const byChair = { who: isChair, when: 'any' } satisfies Right
const overseeing = { who: chairOrSecretariat, when: 'any', secretariatFor: 'chair' } satisfies Right
const editing = { who: bureauOrSecretariat, when: NEGOTIATION, secretariatFor: 'chair' } satisfies Right
const deciding = { who: bureau, when: NEGOTIATION } satisfies Right
const tabling = { who: mayTable, when: NEGOTIATION } satisfies Right
const speaking = { who: isSpeaker, when: SPOKEN } satisfies Right
const explaining = { who: isSpeaker, when: [...SPOKEN, 'adopted'] } satisfies Right
const recording = { who: chairOrSecretariat, when: 'any' } satisfies Right
const reporting = {
  who: either(isFocalPoint, isSecretariat),
  when: 'any',
  secretariatFor: 'country',
} satisfies Right

export const RIGHTS = {
  foundConference: byRoot,
  accredit: byRoot,
  closeKey: byRoot,
  nameOffice: byRoot,

  nameFacilitator: byChair,
  nameDraftingGroup: byChair,
  setParties: byChair,
  openToObservers: byChair,
  publish: byChair,
  handOver: byChair,

  registerDocument: overseeing,
  moveStage: overseeing,
  closeRound: overseeing,

  incorporate: editing,
  decline: editing,
  suppress: editing,
  move: editing,
  split: editing,
  merge: editing,
  renumber: editing,
  placeInBrackets: editing,
  tableBridging: editing,

  agree: deciding,
  reopen: deciding,
  package: deciding,
  runLastCall: deciding,
  liftBrackets: deciding,
  openHuddle: deciding,

  certifyEditorial: { who: chairOrSecretariat, when: NEGOTIATION },
  contestEditorial: { who: isSpeaker, when: NEGOTIATION },

  table: tabling,
  amendProposal: tabling,
  /** The Chair and who stands in for it their bridging proposals, delegations their own. */
  withdrawProposal: {
    who: either(mayTable, bureauOrSecretariat),
    when: NEGOTIATION,
    secretariatFor: 'chair',
  },
  confirmCoProponent: tabling,
  /** A delegation lets its advisers table (rule 4). */
  allowAdvisers: { who: isSpeaker, when: 'any' },
  openBracket: tabling,
  liftOwnBracket: tabling,

  takePosition: speaking,
  supportProposal: speaking,
  objectToProposal: speaking,
  reserveOnProposal: speaking,
  reserve: explaining,
  explain: explaining,
  dissociate: explaining,
  preparePosition: { who: either(isDelegate, isSecretariat), when: SPOKEN, secretariatFor: 'country' },

  openSilence: { who: isChair, when: NEGOTIATION },
  extendSilence: { who: isChair, when: SILENCE },
  confirmSilence: { who: isChair, when: SILENCE },
  breakSilence: { who: isSpeaker, when: SILENCE },
  recordBreak: { who: isSecretariat, when: SILENCE, secretariatFor: 'country' },
  recordObjection: { who: isSecretariat, when: SPOKEN, secretariatFor: 'country' },

  openConsultation: { who: isChair, when: 'anyButArchived' },
  answerConsultation: { who: isSpeaker, when: 'anyButArchived' },

  adopt: { who: isChair, when: SPOKEN },
  adhere: { who: isSpeaker, when: ['adopted', 'archived'] },
  issueCorrigendum: { who: isChair, when: ['adopted', 'archived'] },

  comment: { who: negotiators, when: 'anyButArchived' },
  contribute: { who: either(isObserver, isGuestHere), when: 'anyButArchived' },

  keepEntries: recording,
  certifyLanguage: recording,
  reportPractice: reporting,
  reportProgress: reporting,

  writeText: { who: drafters, when: DRAFTING },
  readText: { who: drafters, when: 'any' },
  /** Other language versions stay open to the Secretariat. */
  writeVersion: { who: isSecretariat, when: 'anyButArchived' },
  writeScreen: { who: leaders, when: NEGOTIATION },
  readScreen: { who: negotiators, when: 'any' },
  writeWorkshop: { who: isOfTheseDelegations, when: 'anyButArchived' },
  readWorkshop: { who: isOfTheseDelegations, when: 'any' },
  writeHuddle: { who: isOfTheseDelegations, when: NEGOTIATION },
  readHuddle: { who: isOfTheseDelegations, when: 'any' },
  readNegotiation: {
    who: either(negotiators, both(isOpenToObservers, either(isObserver, isGuestHere))),
    when: 'any',
  },
  readBureau: recording,
  readPublished: { who: either(negotiators, isObserver, isGuestHere), when: 'any' },
} as const satisfies Readonly<Record<string, Right>>

export type Action = keyof typeof RIGHTS
export const ACTIONS = Object.keys(RIGHTS) as readonly Action[] // `as`: Object.keys forgets the keys of a constant

/** Whether the actor may do it now: what the window offers. */
export function can(actor: Actor, action: Action, context: Context): boolean {
  return holdsPower(actor, action, context) && isInStage(action, context)
}

/** Whether role, office and country allow it, whatever the stage: what an act is refused for. */
export function holdsPower(actor: Actor, action: Action, context: Context): boolean {
  return RIGHTS[action].who(actor, context)
}

/** Whether the document is where such an act has its place; in another stage it is kept without effect. */
export function isInStage(action: Action, { document }: Context): boolean {
  const { when }: Right = RIGHTS[action]
  if (when === 'any') return true
  if (when === 'anyButArchived') return document?.stage !== 'archived'
  return document !== null && !document.suspended && when.includes(document.stage)
}

/** In whose name the Secretariat acts when it does this; null when the actor acts in its own. */
export function onBehalf(actor: Actor, action: Action): 'chair' | 'country' | null {
  const { secretariatFor }: Right = RIGHTS[action]
  return actor.member.role === 'secretariat' ? (secretariatFor ?? null) : null
}

/** Said during silence, it is on record and changes nothing (rule 28). */
export function isRecordedOnly(action: Action, stage: Stage): boolean {
  return stage === 'silence' && WITHOUT_EFFECT_IN_SILENCE.includes(action)
}

// prettier-ignore
const WITHOUT_EFFECT_IN_SILENCE: readonly Action[] = [
  'takePosition', 'supportProposal', 'objectToProposal', 'reserveOnProposal', 'preparePosition',
]
