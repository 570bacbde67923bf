/** What somebody did, as a sentence; kinds of act are open: a newer version may know more. */
import type { MessageId } from '#shared/i18n/catalogue.ts'

const DID: Readonly<Record<string, MessageId>> = {
  propose: 'reading.did.propose',
  back: 'reading.did.back',
  join: 'reading.did.join',
  withdraw: 'reading.did.withdraw',
  decline: 'reading.did.decline',
  bracket: 'reading.did.bracket',
  lift: 'reading.did.lift',
  comment: 'reading.did.comment',
  resolve: 'reading.did.resolve',
  position: 'reading.did.position',
  prepare: 'reading.did.prepare',
  incorporate: 'reading.did.incorporate',
  suppress: 'reading.did.suppress',
  move: 'reading.did.move',
  split: 'reading.did.split',
  agree: 'reading.did.agree',
  reopen: 'reading.did.reopen',
  round: 'reading.did.round',
  stage: 'reading.did.stage',
  parties: 'reading.did.parties',
  publish: 'reading.did.publish',
  huddle: 'reading.did.huddle',
  draft: 'reading.did.draft',
  allow: 'reading.did.allow',
}
export const did = (kind: string): MessageId => DID[kind] ?? 'reading.did.other'
