/**
 * The names of the contract's calls and events without its schemas, for the preload, which must stay
 * small and needs no zod. A test holds the two together.
 */
import type { CallName, EventName } from './contract.ts'

const callNames: Readonly<Record<CallName, true>> = {
  'app.info': true,
  'app.openExternal': true,
  'settings.get': true,
  'settings.set': true,
  'vault.state': true,
  'vault.open': true,
  'catalogue.list': true,
  'conference.open': true,
  'blob.read': true,
  'link.setOffline': true,
  'link.retry': true,
  'invitation.read': true,
  'invitation.join': true,
  'enrolments.list': true,
  'enrolments.settle': true,
  'root.state': true,
  'root.import': true,
  'room.open': true,
  'room.write': true,
  'room.awareness': true,
  'room.close': true,
  'room.authors': true,
  'drafts.list': true,
  'drafts.dismiss': true,
  'import.choose': true,
  'import.read': true,
  'document.create': true,
  'parties.set': true,
  'stage.set': true,
  'negotiation.open': true,
  'round.close': true,
  'text.incorporate': true,
  'text.suppress': true,
  'position.take': true,
  'position.prepare': true,
  'paragraph.agree': true,
  'paragraph.reopen': true,
  'screen.open': true,
  'export.prepare': true,
  'export.cancel': true,
  'export.final': true,
}

const eventNames: Readonly<Record<EventName, true>> = {
  acts: true,
  hats: true,
  sync: true,
  'room.update': true,
  'room.awareness': true,
  'room.reset': true,
  blob: true,
  drafts: true,
  'conference.reset': true,
  enrolments: true,
  catalogue: true,
  'export.step': true,
  menu: true,
}

export const CALL_NAMES: readonly string[] = Object.keys(callNames)
export const EVENT_NAMES: readonly string[] = Object.keys(eventNames)
