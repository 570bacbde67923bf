/**
 * Who may read a scope or a room, and who may write into a room: the table the relay enforces for every
 * message and the window asks before it offers anything (rules 1, 2, 37-41). Rights are those of the keys as
 * the acts stand now; the time is an argument because a guest's ends with a date.
 *
 * A contact group's room is entered by the delegations that its newest act names, and by nobody else: not the
 * Chair, not the Secretariat, not a facilitator but for their own delegation. Who is taken out loses it.
 */
import { parseScope, scopeName, type Scope } from '#shared/acts/scope.ts'
import type { ConferenceState, DocumentRecord, DocumentState, Instant, KeyId } from '#shared/acts/state.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'
import { parseRoom, type Room } from './rooms.ts'

export interface AccessView {
  readonly conference: ConferenceState
  /** undefined while nothing is known of the document but its record: it is in preparation then. */
  readonly document: (id: string) => DocumentState | undefined
  readonly now: Instant
}

/** What the key stands for now; null when it is not accredited, closed, or a guest's time is over. */
export function standingOf({ conference, now }: AccessView, key: KeyId): Member | null {
  const record = conference.members.get(key)
  if (record === undefined || record.closed !== null) return null
  const { member } = record
  if (member.role === 'guest' && now.slice(0, member.until.length) > member.until) return null
  return member
}

const isBureau = ({ role }: Member): boolean => role === 'presidency' || role === 'secretariat'
const isDelegate = ({ role }: Member): boolean => role === 'delegate'
const isOutside = ({ role }: Member): boolean => role === 'observer' || role === 'guest'

function stageOf(view: AccessView, doc: string) {
  const state = view.document(doc)
  return {
    stage: state?.stage ?? 'preparation',
    phase: state?.phase ?? 0,
    suspended: state?.suspended ?? false,
  }
}

const facilitates = ({ conference }: AccessView, key: KeyId, doc: string): boolean =>
  conference.facilitations.some((facilitation) => facilitation.key === key && facilitation.doc === doc)

/** A guest is shown named documents only (rule 39). */
const isNamed = (member: Member, doc: string): boolean =>
  member.role !== 'guest' || member.documents.includes(doc)

/** Live reading by who is not of the Conference: when the Chair opened it, and never in preparation (rule 38). */
function opened(view: AccessView, member: Member, record: DocumentRecord): boolean {
  return (
    record.openToObservers && isNamed(member, record.id) && stageOf(view, record.id).stage !== 'preparation'
  )
}

export function canReadScope(view: AccessView, key: KeyId, name: string): boolean {
  const scope = parseScope(name)
  const member = standingOf(view, key)
  return scope !== null && member !== null && mayRead(view, member, scope)
}

function mayRead(view: AccessView, member: Member, scope: Scope): boolean {
  if (scope.kind === 'conference') return true
  const record = view.conference.documents.get(scope.doc)
  if (record === undefined) return isBureau(member)
  switch (scope.kind) {
    case 'document':
      return isOutside(member) ? opened(view, member, record) : true
    case 'delegation':
      return member.role === 'delegate' && member.country === scope.country
    case 'audience':
      return isBureau(member) || (member.role === 'delegate' && member.country === scope.country)
    case 'bureau':
      return isBureau(member)
    case 'observers':
      return isNamed(member, scope.doc)
  }
}

/** Whether the key may add to what a scope holds; which acts it may sign there is the acts' own matter. */
export function canWriteScope(view: AccessView, key: KeyId, name: string): boolean {
  const member = standingOf(view, key)
  if (member === null || !canReadScope(view, key, name)) return false
  return !isOutside(member) || parseScope(name)?.kind === 'observers'
}

/** Every scope of the conference that the key may read now. */
export function readableScopes(view: AccessView, key: KeyId): string[] {
  const member = standingOf(view, key)
  if (member === null) return []
  const scopes: Scope[] = [{ kind: 'conference' }]
  for (const doc of view.conference.documents.keys()) {
    scopes.push({ kind: 'document', doc }, { kind: 'bureau', doc }, { kind: 'observers', doc })
    for (const country of COUNTRY_CODES) {
      scopes.push({ kind: 'audience', doc, country }, { kind: 'delegation', doc, country })
    }
  }
  return scopes.filter((scope) => mayRead(view, member, scope)).map(scopeName)
}

export function canReadRoom(view: AccessView, key: KeyId, name: string): boolean {
  const found = enter(view, key, name)
  if (found === null) return false
  const { member, room, record } = found
  switch (room.kind) {
    case 'text':
      return (
        isDrafter(view, key, member, record) ||
        (record.openToObservers && isDelegate(member)) ||
        (isOutside(member) && opened(view, member, record))
      )
    case 'workshop':
      return member.role === 'delegate' && member.country === room.country
    case 'screen':
      return isDelegate(member) || runsScreen(view, key, member, room.doc)
    case 'huddle':
      return isInHuddle(view, member, room)
  }
}

export function canWriteRoom(view: AccessView, key: KeyId, name: string): boolean {
  const found = enter(view, key, name)
  if (found === null || isRoomClosed(view, name)) return false
  const { member, room, record } = found
  switch (room.kind) {
    case 'text':
      if (room.language !== record.language) return member.role === 'secretariat'
      if (stageOf(view, room.doc).stage === 'preparation') return leadsDrafting(view, key, member, record)
      return isDrafter(view, key, member, record)
    case 'workshop':
      return member.role === 'delegate' && member.country === room.country
    case 'screen':
      return runsScreen(view, key, member, room.doc)
    case 'huddle':
      return isInHuddle(view, member, room)
  }
}

/** Whether nobody at all writes there now: the text was frozen, the group has ended, or the document is put away. */
export function isRoomClosed(view: AccessView, name: string): boolean {
  const room = parseRoom(name)
  if (room === null) return true
  const record = view.conference.documents.get(room.doc)
  const { stage, phase, suspended } = stageOf(view, room.doc)
  if (record === undefined || stage === 'archived') return true
  if (room.kind === 'huddle') {
    return suspended || stage !== 'negotiation' || huddleOf(view, room)?.open !== true
  }
  if (room.kind !== 'text') return false
  // versions in other languages stay open to the Secretariat until the document is put away
  if (room.language !== record.language) return false
  return suspended || room.phase !== phase || (stage !== 'preparation' && stage !== 'jointDrafting')
}

function enter(view: AccessView, key: KeyId, name: string) {
  const room: Room | null = parseRoom(name)
  const member = standingOf(view, key)
  const record = room === null ? undefined : view.conference.documents.get(room.doc)
  return room === null || member === null || record === undefined ? null : { room, member, record }
}

/** Presidency, Secretariat and the document's facilitators: those who write while it is prepared. */
const leadsDrafting = (view: AccessView, key: KeyId, member: Member, record: DocumentRecord): boolean =>
  isBureau(member) || facilitates(view, key, record.id)

/** And from joint drafting on also the delegations of the drafting group. */
function isDrafter(view: AccessView, key: KeyId, member: Member, record: DocumentRecord): boolean {
  if (leadsDrafting(view, key, member, record)) return true
  return (
    member.role === 'delegate' &&
    record.draftingGroup.includes(member.country) &&
    stageOf(view, record.id).stage !== 'preparation'
  )
}

type HuddleRoom = Extract<Room, { kind: 'huddle' }>

const huddleOf = (view: AccessView, { doc, huddle }: HuddleRoom) =>
  view.document(doc)?.huddles.find((one) => one.huddle === huddle)

const isInHuddle = (view: AccessView, member: Member, room: HuddleRoom): boolean =>
  member.role === 'delegate' && (huddleOf(view, room)?.delegations.includes(member.country) ?? false)

const runsScreen = (view: AccessView, key: KeyId, member: Member, doc: string): boolean =>
  isBureau(member) || facilitates(view, key, doc)
