/** The Chair's changes to the text under negotiation, and the draft on the screen they come from (rule 2). */
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { screenRoom } from '#shared/sync/rooms.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { asDone, documentOf, mayDo } from './standing.ts'

type Done = Promise<Outcome<{ act: string }>>

const SYNC_MS = 3_000

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** The acts that set the paragraph as it stands; two while a double incorporation waits for the Chair. */
function setBy(paragraph: ParagraphState): readonly string[] {
  return paragraph.wording === null ? paragraph.alternatives.map(({ act }) => act) : [paragraph.wording.act]
}

export async function incorporate(conference: Conference, input: Input<'text.incorporate'>): Done {
  const { doc, hat, paragraph: id, after, base, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'incorporate', at.value, id ?? after)
  if (!may.ok) return may
  const paragraph = at.value.state.paragraphs.find((candidate) => candidate.id === id)
  if (id !== null && paragraph === undefined) return notHere
  if (paragraph !== undefined && !sameIds(base, setBy(paragraph)))
    return failed('refused', 'failure.wordingChanged')
  const clauses = named(input.clauses, id)
  const [first] = clauses
  if (first === undefined || groupParagraphs(clauses).length !== 1)
    return failed('invalidInput', 'failure.invalidInput')
  const change = {
    paragraph: first.id,
    after: id === null ? after : null,
    base: [...base],
    before: paragraph?.wording?.hash ?? null,
    clauses,
  }
  const signed = await conference.signing.sign(hat, `doc/${doc}`, 'incorporate', {
    // as the schema infers it: mutable arrays and plain records of what the domain has as readonly
    paragraphs: [change as never],
    proposals: [],
    reason,
  })
  if (signed.ok) await clearScreen(conference, doc, first.id)
  return asDone(signed)
}

/** The first clause of a paragraph keeps the paragraph's id, whatever an editor has made of it. */
function named(
  clauses: readonly Input<'text.incorporate'>['clauses'][number][],
  id: string | null,
): Clause[] {
  return clauses.map(({ runs, ...clause }, i) => ({
    ...clause,
    id: i === 0 && id !== null ? id : clause.id,
    runs: runs.map(({ insert, attributes }) =>
      attributes === undefined ? { insert } : { insert, attributes },
    ),
  }))
}

export async function suppress(conference: Conference, input: Input<'text.suppress'>): Done {
  const { doc, hat, paragraph: id, base, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'suppress', at.value, id)
  if (!may.ok) return may
  const paragraph = at.value.state.paragraphs.find((candidate) => candidate.id === id)
  if (paragraph === undefined) return notHere
  if (paragraph.wording === null) return failed('refused', 'failure.disputed')
  if (!sameIds(base, setBy(paragraph))) return failed('refused', 'failure.wordingChanged')
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'suppress', {
      paragraph: id,
      base: [...base],
      before: paragraph.wording.hash,
      reason,
    }),
  )
}

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
async function clearScreen(conference: Conference, doc: string, id: string): Promise<void> {
  const replica = conference.replica.room(screenRoom(doc))
  if (replica === undefined || readClauses(bodyOf(replica.doc))[0]?.id !== id) return
  // A failed write leaves an old draft on the screen: seen at once, and lost nothing.
  await replica.replace([])
}
