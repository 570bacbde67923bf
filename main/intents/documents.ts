/** Opening documents, required parties and stages before negotiation. */
import type { Clause } from '#shared/domain/clause.ts'
import { canMove } from '#shared/domain/stage.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { roomName } from '#shared/sync/rooms.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { withoutLabel } from '#main/papers/import/labels.ts'
import { newClauseId, newDocumentId } from './new-id.ts'
import { asDone, documentOf, mayDo, needsRegister, untilReceived } from './standing.ts'

type Done = Promise<Outcome<{ act: string }>>

export interface NewDocument extends Omit<Input<'document.create'>, 'conf' | 'hat'> {
  readonly doc: string
}

export function createDocument(
  conference: Conference,
  { conf: _conf, hat, ...content }: Input<'document.create'>,
): Promise<Outcome<{ act: string; doc: string }>> {
  // Labels that were typed ("1.", "a)") go where numbers will be derived; the preview still showed them.
  const clauses = content.clauses.map((clause) => ({ ...clause, text: withoutLabel(clause) }))
  return registerDocument(conference, hat, { ...content, clauses, doc: newDocumentId(content.title) })
}

export async function registerDocument(
  conference: Conference,
  hat: string,
  { clauses: imported, ...record }: NewDocument,
): Promise<Outcome<{ act: string; doc: string }>> {
  const { doc, language, draftingGroup } = record
  const may = mayDo(conference, hat, 'registerDocument', null)
  if (!may.ok) return may
  const clauses = imported.map(({ kind, level, text }): Clause => {
    return { id: newClauseId(), kind, level, suppressed: false, runs: text === '' ? [] : [{ insert: text }] }
  })
  // The text first: a document whose act is out and whose room is empty would look like one without words.
  const filled = await fillRoom(conference, roomName({ kind: 'text', doc, language, phase: 0 }), clauses)
  if (!filled.ok) return filled
  const signed = await conference.signing.sign(hat, 'conf', 'document', {
    ...record,
    draftingGroup: [...new Set(draftingGroup)].sort(),
    openToObservers: false,
  })
  return signed.ok ? succeeded({ act: signed.value, doc }) : signed
}

async function fillRoom(
  conference: Conference,
  room: string,
  clauses: readonly Clause[],
): Promise<Outcome<null>> {
  const replica = await conference.replica.openRoom(room)
  const written = await replica.seed(clauses)
  if (written.ok) return succeeded(null)
  return written.code === 'storage' ? notSaved : failed('invalidInput', `refusal.${written.code}`)
}

export async function setParties(conference: Conference, input: Input<'parties.set'>): Done {
  const { doc, hat, parties, basis } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'setParties', at.value)
  if (!may.ok) return may
  const sorted = [...new Set(parties)].sort()
  return asDone(await conference.signing.sign(hat, `doc/${doc}`, 'parties', { parties: sorted, basis }))
}

export async function setStage(conference: Conference, input: Input<'stage.set'>): Done {
  const { doc, hat, to, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const { record, state } = at.value
  const may = mayDo(conference, hat, 'moveStage', at.value)
  if (!may.ok) return may
  if (!canMove(state.stage, to)) return failed('refused', 'failure.wrongStage')
  const register = await needsRegister(conference)
  if (!register.ok) return register
  const back = state.stage === 'negotiation'
  const phase = back ? state.phase + 1 : state.phase
  const room = roomName({ kind: 'text', doc, language: record.language, phase })
  if (back) {
    // A fresh text, filled once, by whoever opens it, from the text as it stands (rule 1).
    if (state.paragraphs.some(({ wording }) => wording === null)) return failed('refused', 'failure.disputed')
    await conference.replica.restartRoom(room)
    const clauses = state.paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
    const filled = await fillRoom(conference, room, clauses)
    if (!filled.ok) return filled
  }
  const signed = await conference.signing.sign(hat, `doc/${doc}`, 'stage', { to, phase, reason })
  const received = await untilReceived(conference, signed)
  if (received.ok) await conference.rooms.refresh()
  return received
}
