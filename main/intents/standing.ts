/** Whether a hat may do something here and now, by the same table that the relay and the window use. */
import type { Actor, Context } from '#shared/domain/actor.ts'
import { can, holdsPower, type Action } from '#shared/domain/rights.ts'
import type { DocumentRecord, DocumentState, ParagraphState } from '#shared/acts/state.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'

export interface DocumentAt {
  readonly record: DocumentRecord
  readonly state: DocumentState
}

export function documentOf(conference: Conference, doc: string): Outcome<DocumentAt> {
  const record = conference.replica.conference()?.documents.get(doc)
  const state = conference.replica.document(doc)
  return record === undefined || state === undefined ? notHere : succeeded({ record, state })
}

function actorOf(conference: Conference, hat: string): Actor | null {
  const state = conference.replica.conference()
  const record = state?.members.get(hat)
  if (state === null || record === undefined || record.closed !== null) return null
  const facilitates = state.facilitations
    .filter(({ key }) => key === hat)
    .map(({ doc, section }) => ({ doc, section }))
  return { member: record.member, facilitates }
}

/** Heading under which the paragraph stands; null before the first. */
function sectionOf(paragraphs: readonly ParagraphState[], id: string | null): string | null {
  let section: string | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') section = paragraph.id
    if (paragraph.id === id) break
  }
  return section
}

function contextOf(
  conference: Conference,
  { member }: Actor,
  at: DocumentAt | null,
  paragraph: string | null,
): Context {
  const country = member.role === 'delegate' ? member.country : null
  return {
    document:
      at === null
        ? null
        : {
            id: at.record.id,
            stage: at.state.stage,
            suspended: at.state.suspended,
            draftingGroup: at.record.draftingGroup,
            openToObservers: at.record.openToObservers,
            advisersTable:
              country !== null && (conference.replica.conference()?.advisersTable.includes(country) ?? false),
          },
    section: at === null ? null : sectionOf(at.state.paragraphs, paragraph),
    // An intent about a workshop is about the own delegation's; contact groups are asked about as rooms.
    delegations: country === null ? [] : [country],
    today: conference.replica.clock.now().slice(0, 10),
  }
}

/** The failure says whether it is the role or the stage that stands in the way. */
export function mayDo(
  conference: Conference,
  hat: string,
  action: Action,
  at: DocumentAt | null,
  paragraph: string | null = null,
): Outcome<Actor> {
  const actor = actorOf(conference, hat)
  if (actor === null) return failed('forbidden', 'failure.notAuthorised')
  const context = contextOf(conference, actor, at, paragraph)
  if (can(actor, action, context)) return succeeded(actor)
  return holdsPower(actor, action, context)
    ? failed('refused', 'failure.wrongStage')
    : failed('forbidden', 'failure.notAuthorised')
}

/** Rule 32: changes of stage and rounds need contact with the register, and say so. */
export async function needsRegister(conference: Conference): Promise<Outcome<null>> {
  if (conference.link.isOnline() || (await conference.link.caughtUp())) return succeeded(null)
  return failed('offline', 'failure.offline')
}

/** Waits for the register's answer; an act it refuses has been taken back by then. */
export async function untilReceived(
  conference: Conference,
  signed: Outcome<string>,
): Promise<Outcome<{ act: string }>> {
  if (!signed.ok) return signed
  const outcome = await conference.link.outcome(signed.value)
  switch (outcome.kind) {
    case 'received':
      return succeeded({ act: signed.value })
    case 'refused':
      return failed('refused', `refusal.${outcome.code}`)
    case 'noAnswer':
      return failed('offline', 'failure.offline')
  }
}

const turns = new WeakMap<Conference, Promise<unknown>>()

/** One after the other: what is asked twice at once finds, the second time, that it has been done. */
export function inTurn<T>(conference: Conference, work: () => Promise<T>): Promise<T> {
  const result = (turns.get(conference) ?? Promise.resolve()).then(work)
  turns.set(
    conference,
    result.catch(() => undefined),
  )
  return result
}

/** The acts that set the paragraph as it stands; two while a double incorporation waits for the Chair. */
export function setBy(paragraph: ParagraphState): readonly string[] {
  return paragraph.wording === null ? paragraph.alternatives.map(({ act }) => act) : [paragraph.wording.act]
}

export const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

export const inOrder = <T extends string>(list: readonly T[]): T[] => [...new Set(list)].sort()

export const asDone = (signed: Outcome<string>): Outcome<{ act: string }> =>
  signed.ok ? succeeded({ act: signed.value }) : signed

interface Worded {
  readonly paragraph: ParagraphState
  readonly wording: NonNullable<ParagraphState['wording']>
}

/** The paragraph with the one wording it has now, or why not. */
export function paragraphNow({ state }: DocumentAt, id: string): Outcome<Worded> {
  const paragraph = state.paragraphs.find((candidate) => candidate.id === id)
  if (paragraph === undefined) return notHere
  const { wording } = paragraph
  return wording === null ? failed('refused', 'failure.disputed') : succeeded({ paragraph, wording })
}

/** The paragraph with the wording the window showed, or why not. */
export function paragraphAt(at: DocumentAt, id: string, hash: string): Outcome<Worded> {
  const found = paragraphNow(at, id)
  if (!found.ok || found.value.wording.hash === hash) return found
  return failed('refused', 'failure.wordingChanged')
}
