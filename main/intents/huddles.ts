/** Contact groups: named by an act of the Chair or a facilitator, with a room for the delegations named. */
import type { Input } from '#shared/ipc/contract.ts'
import { canReadRoom } from '#shared/sync/access.ts'
import { roomName } from '#shared/sync/rooms.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actsHere } from './acts-here.ts'
import { newHuddleId } from './new-id.ts'
import { asDone, documentOf, inOrder, mayDo } from './standing.ts'
import { cleanProse } from './wordings.ts'

const roomOf = (doc: string, huddle: string): string => roomName({ kind: 'huddle', doc, huddle })

export async function setHuddle(
  conference: Conference,
  input: Input<'huddle.set'>,
): Promise<Outcome<{ act: string; huddle: string; room: string }>> {
  const { doc, hat, paragraph, open, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'openHuddle', at.value, paragraph)
  if (!may.ok) return may
  if (paragraph !== null && !at.value.state.paragraphs.some(({ id }) => id === paragraph)) return notHere
  const known = actsHere(conference, `doc/${doc}`, 'huddle').map(({ payload }) => payload.huddle)
  if (input.huddle !== null && !known.includes(input.huddle)) return notHere
  const said = cleanProse(reason)
  if (!said.ok) return said
  const huddle = input.huddle ?? newHuddleId()
  const delegations = inOrder(input.delegations)
  const signed = await conference.signing.sign(hat, `doc/${doc}`, 'huddle', {
    ...{ huddle, paragraph, delegations, open, reason },
  })
  return signed.ok ? succeeded({ act: signed.value, huddle, room: roomOf(doc, huddle) }) : signed
}

export async function enterHuddle(
  conference: Conference,
  { doc, hat, huddle }: Input<'huddle.enter'>,
): Promise<Outcome<{ room: string }>> {
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const known = actsHere(conference, `doc/${doc}`, 'huddle').some(({ payload }) => payload.huddle === huddle)
  if (!known) return notHere
  const room = roomOf(doc, huddle)
  const view = conference.replica.view()
  if (view === null || !canReadRoom(view, hat, room)) return failed('forbidden', 'failure.notAuthorised')
  await conference.replica.openRoom(room)
  await conference.rooms.refresh()
  return succeeded({ room })
}

/** A Speaker lets the advisers of its delegation table, or no longer (rule 4). */
export async function allowAdvisers(
  conference: Conference,
  { hat, advisersTable }: Input<'delegation.allow'>,
): Promise<Outcome<{ act: string }>> {
  const may = mayDo(conference, hat, 'allowAdvisers', null)
  if (!may.ok) return may
  const { member } = may.value
  if (member.role !== 'delegate') return failed('forbidden', 'failure.notAuthorised')
  return asDone(
    await conference.signing.sign(hat, 'conf', 'allow', { country: member.country, advisersTable }),
  )
}
