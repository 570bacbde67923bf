/** Ids of messages for the closed sets of the domain: a missing one does not compile. */
import type { LogEntry, Missing, NoEffect, ParagraphStatus } from '#shared/acts/state.ts'
import type { ClauseKind } from '#shared/domain/clause.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import type { Capacity, Member } from '#shared/domain/role.ts'
import type { Stage } from '#shared/domain/stage.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'

export const POSITION_WORDS = {
  agree: 'term.agree',
  adReferendum: 'term.agreeAdRef',
  reserve: 'term.reserve',
  scrutiny: 'term.scrutinyReserve',
  object: 'term.object',
  noInstructions: 'term.noInstructions',
  none: 'term.noPosition',
} as const satisfies Record<PositionValue | 'none', MessageId>

export const STAGE_WORDS = {
  preparation: 'term.stagePreparation',
  jointDrafting: 'term.stageJointDrafting',
  negotiation: 'term.stageNegotiation',
  silence: 'term.stageSilence',
  adopted: 'term.stageAdopted',
  archived: 'term.stageArchived',
} as const satisfies Record<Stage, MessageId>

export const STATUS_WORDS = {
  agreed: 'consensus.status.agreed',
  agreedWithReservation: 'consensus.status.agreedWithReservation',
  blocked: 'consensus.status.blocked',
  open: 'consensus.status.open',
  disputed: 'term.disputed',
  suppressed: 'term.suppressed',
} as const satisfies Record<ParagraphStatus, MessageId>

export const KIND_WORDS = {
  title: 'window.kind.title',
  heading: 'window.kind.heading',
  chapeau: 'window.kind.chapeau',
  preambular: 'window.kind.preambular',
  operative: 'window.kind.operative',
  text: 'window.kind.text',
  footnote: 'window.kind.footnote',
  signature: 'window.kind.signature',
} as const satisfies Record<ClauseKind, MessageId>

export const CAPACITY_WORDS = {
  head: 'term.headOfDelegation',
  focalPoint: 'term.focalPoint',
  alternate: 'term.alternate',
  adviser: 'term.adviser',
} as const satisfies Record<Capacity, MessageId>

export const ROLE_WORDS = {
  delegate: 'term.delegation',
  presidency: 'people.presidency',
  secretariat: 'people.secretariat',
  observer: 'term.observer',
  guest: 'term.specialGuest',
} as const satisfies Record<Member['role'], MessageId>

export const MISSING_WORDS = {
  noPosition: 'consensus.missing.noPosition',
  lapsed: 'consensus.missing.lapsed',
  objection: 'consensus.missing.objection',
  scrutiny: 'consensus.missing.scrutiny',
  noInstructions: 'consensus.missing.noInstructions',
  placeholder: 'consensus.missing.placeholder',
  noCurrentWording: 'consensus.missing.noCurrentWording',
  disputed: 'consensus.missing.disputed',
  suppressed: 'consensus.missing.suppressed',
  openProposal: 'consensus.missing.openProposal',
  openBracket: 'consensus.missing.openBracket',
} as const satisfies Record<Missing['kind'], MessageId>

export const NO_EFFECT_WORDS = {
  unknownKind: 'effect.unknownKind',
  notAuthorised: 'effect.notAuthorised',
  closedKey: 'effect.closedKey',
  forked: 'effect.forked',
  wrongStage: 'effect.wrongStage',
  agreedNotReopened: 'effect.agreedNotReopened',
  supersededBase: 'effect.supersededBase',
  notInRound: 'effect.notInRound',
  oldWording: 'effect.oldWording',
  gateNotMet: 'effect.gateNotMet',
  unknownParagraph: 'effect.unknownParagraph',
  missingAncestor: 'effect.missingAncestor',
  missingBlob: 'effect.missingBlob',
  unknownThread: 'effect.unknownThread',
  alreadySplit: 'effect.alreadySplit',
  unknownProposal: 'effect.unknownProposal',
  alreadyTabled: 'effect.alreadyTabled',
  alreadyThere: 'effect.alreadyThere',
  changesNothing: 'effect.changesNothing',
  otherWords: 'effect.otherWords',
  ownProposal: 'effect.ownProposal',
  proposalClosed: 'effect.proposalClosed',
} as const satisfies Record<NoEffect, MessageId>

/** Kinds of act are open: a newer version may know more. */
const ACT_WORDS: Readonly<Record<string, MessageId>> = {
  conference: 'consensus.act.conference',
  accredit: 'consensus.act.accredit',
  close: 'consensus.act.close',
  office: 'consensus.act.office',
  document: 'consensus.act.document',
  entry: 'consensus.act.entry',
  parties: 'consensus.act.parties',
  stage: 'consensus.act.stage',
  round: 'consensus.act.round',
  incorporate: 'consensus.act.incorporate',
  suppress: 'consensus.act.suppress',
  position: 'consensus.act.position',
  prepare: 'consensus.act.prepare',
  agree: 'consensus.act.agree',
  reopen: 'consensus.act.reopen',
  publish: 'consensus.act.publish',
}
export const actWords = (entry: LogEntry): MessageId => ACT_WORDS[entry.kind] ?? 'consensus.act.unknown'
