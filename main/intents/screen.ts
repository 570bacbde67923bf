/** The draft on the screen: what the Chair types on the projector before it is incorporated (rule 2). */
import type { Input } from '#shared/ipc/contract.ts'
import { screenRoom } from '#shared/sync/rooms.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import type { Conference } from '#main/conference/conference.ts'
import { notHere, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { documentOf, mayDo } from './standing.ts'

const SYNC_MS = 3_000

/** Puts the paragraph on the screen; a draft of it that is there already stays as it is. */
export async function openScreen(
  conference: Conference,
  { doc, hat, paragraph: id }: Input<'screen.open'>,
): Promise<Outcome<{ room: string }>> {
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'writeScreen', at.value, id)
  if (!may.ok) return may
  const paragraph = at.value.state.paragraphs.find((candidate) => candidate.id === id)
  if (paragraph === undefined) return notHere
  const room = screenRoom(doc)
  // What another device of the Chair has put there counts, if it can be known.
  await conference.rooms.whenSynced(room, conference.link.isOnline() ? SYNC_MS : 0)
  const replica = await conference.replica.openRoom(room)
  if (readClauses(bodyOf(replica.doc))[0]?.id === id) return succeeded({ room })
  const wording = paragraph.wording ?? paragraph.alternatives[0]
  const shown = await replica.replace(wording?.clauses ?? [])
  return shown.ok ? succeeded({ room }) : notSaved
}

/** What has been incorporated is no draft any more. */
export async function clearScreen(conference: Conference, doc: string, id: string): Promise<void> {
  const replica = conference.replica.room(screenRoom(doc))
  if (replica === undefined || readClauses(bodyOf(replica.doc))[0]?.id !== id) return
  // A failed write leaves an old draft on the screen: seen at once, and lost nothing.
  await replica.replace([])
}
