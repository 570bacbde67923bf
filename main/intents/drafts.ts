/**
 * Drafts of a delegation's workshop: words in a room that only that delegation may enter, listed by an act in
 * its own scope. A room is filled once, by whoever opens the draft.
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { OperationKind } from '#shared/domain/proposal.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Body } from '#shared/acts/build.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { roomName } from '#shared/sync/rooms.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere, actsHere } from './acts-here.ts'
import { newClauseId, newDraftId } from './new-id.ts'
import { asDone, documentOf, inTurn, mayDo, paragraphNow, type DocumentAt } from './standing.ts'
import { cleanProse, cleanText } from './wordings.ts'

type Done = Promise<Outcome<{ act: string }>>
type Draft = Body<'draft'>

/** How many paragraphs each kind is about, at least and at most. */
const TARGETS: Readonly<Record<OperationKind, readonly [number, number]>> = {
  amend: [1, 1],
  alternative: [1, 1],
  insert: [0, 0],
  delete: [1, 1],
  move: [1, 1],
  split: [1, 1],
  merge: [2, 20],
}

export async function openDraft(
  conference: Conference,
  input: Input<'draft.open'>,
): Promise<Outcome<{ draft: string; room: string }>> {
  const { doc, hat, operation, after, previous, answers } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const own = workshopOf(conference, hat, at.value)
  if (!own.ok) return own
  const [least, most] = TARGETS[operation]
  const ids = new Set(input.targets)
  if (ids.size !== input.targets.length || ids.size < least || ids.size > most)
    return failed('invalidInput', 'failure.invalidInput')
  const targets: { paragraph: string; hash: string; clauses: readonly Clause[] }[] = []
  for (const id of input.targets) {
    const found = paragraphNow(at.value, id)
    if (!found.ok) return found
    targets.push({ paragraph: id, hash: found.value.wording.hash, clauses: found.value.wording.clauses })
  }
  if (after !== null && !at.value.state.paragraphs.some(({ id }) => id === after)) return notHere
  const seed = seedOf(conference, at.value, { ...input, wordings: targets.map(({ clauses }) => clauses) })
  if (!seed.ok) return seed
  const draft = newDraftId()
  const room = roomName({ kind: 'workshop', doc, country: own.value, draft })
  const replica = await conference.replica.openRoom(room)
  const filled = await replica.seed(seed.value)
  if (!filled.ok)
    return filled.code === 'storage' ? notSaved : failed('invalidInput', `refusal.${filled.code}`)
  const listed = await conference.signing.sign(hat, workshop(doc, own.value), 'draft', {
    ...{ draft, operation, previous, answers },
    targets: targets.map(({ paragraph, hash }) => ({ paragraph, hash })),
    after: operation === 'insert' || operation === 'move' ? after : null,
    nature: 'substantive',
    reason: '',
    note: '',
    state: 'open',
    tabled: null,
  })
  return listed.ok ? succeeded({ draft, room }) : listed
}

const workshop = (doc: string, country: CountryCode): string => `doc/${doc}/of/${country}`

/** Whose workshop the hat works in. */
function workshopOf(conference: Conference, hat: string, at: DocumentAt): Outcome<CountryCode> {
  const may = mayDo(conference, hat, 'writeWorkshop', at)
  if (!may.ok) return may
  const { member } = may.value
  return member.role === 'delegate' ? succeeded(member.country) : failed('forbidden', 'failure.notAuthorised')
}

interface Seed extends Pick<Input<'draft.open'>, 'operation' | 'after' | 'previous' | 'answers'> {
  readonly wordings: readonly (readonly Clause[])[]
}

/** What the room begins with: the version it follows or answers, else the paragraphs as they are. */
function seedOf(conference: Conference, at: DocumentAt, seed: Seed): Outcome<readonly Clause[]> {
  const scope = `doc/${at.record.id}`
  const versions = [seed.previous, seed.answers].flatMap((id) => (id === null ? [] : [id]))
  const known = versions.map((id) => actHere(conference, scope, 'propose', id))
  if (known.includes(undefined)) return notHere
  const [version] = known
  const words = version === undefined ? null : wordsOf(version.operation)
  const [first] = seed.wordings
  if (words !== null) {
    // The words of another proposal's new paragraph become those of one of our own.
    const isOther = seed.operation === 'insert' && seed.previous === null
    const id = first?.[0]?.id ?? (isOther ? newClauseId() : words[0]?.id)
    return succeeded(
      words.map((clause, i) => ({
        ...clause,
        id: i === 0 ? (id ?? clause.id) : isOther ? newClauseId() : clause.id,
      })),
    )
  }
  if (first === undefined) return succeeded([emptyClause(at, seed.after)])
  return succeeded(seed.operation === 'merge' ? joined(seed.wordings) : first)
}

/** null: the version has no words of its own. */
function wordsOf(operation: Payloads['propose']['operation']): readonly Clause[] | null {
  if ('clauses' in operation) return operation.clauses
  return 'parts' in operation ? operation.parts.flat() : null
}

/** The heads run into one, in their order; what hangs on them follows. */
function joined(wordings: readonly (readonly Clause[])[]): readonly Clause[] {
  const heads = wordings.flatMap(([head]) => (head === undefined ? [] : [head]))
  const [first] = heads
  if (first === undefined) return []
  const runs = heads.flatMap(({ runs: own }, i) => (i === 0 ? own : [{ insert: ' ' }, ...own]))
  return [{ ...first, runs }, ...wordings.flatMap((clauses) => clauses.slice(1))]
}

/** Of the kind of its neighbours. */
function emptyClause({ state: { paragraphs } }: DocumentAt, after: string | null): Clause {
  const index = after === null ? -1 : paragraphs.findIndex(({ id }) => id === after)
  const near = [paragraphs[index], paragraphs[index + 1]].map((paragraph) => paragraph?.kind)
  const kind = near.find((one) => one === 'operative' || one === 'preambular' || one === 'text')
  return { id: newClauseId(), kind: kind ?? 'operative', level: 0, suppressed: false, runs: [] }
}

export async function describeDraft(conference: Conference, input: Input<'draft.describe'>): Done {
  const { nature, reason, note } = input
  const said = cleanProse(reason)
  if (!said.ok) return said
  const noted = cleanText(note)
  if (!noted.ok) return noted
  return inTurn(conference, () => listAgain(conference, input, { nature, reason, note }))
}

export const putDraftAway = (conference: Conference, input: Input<'draft.putAway'>): Done =>
  inTurn(conference, () => listAgain(conference, input, { state: 'putAway' }))

/** Lists the draft as it was, but for what is said here. In the turn of whoever calls. */
export async function listAgain(
  conference: Conference,
  { doc, hat, draft: id }: Pick<Input<'draft.putAway'>, 'doc' | 'hat' | 'draft'>,
  change: Partial<Pick<Draft, 'nature' | 'reason' | 'note' | 'state' | 'tabled'>>,
): Done {
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const own = workshopOf(conference, hat, at.value)
  if (!own.ok) return own
  const draft = draftHere(conference, doc, own.value, id)
  if (draft === undefined) return notHere
  return asDone(
    await conference.signing.sign(hat, workshop(doc, own.value), 'draft', { ...draft, ...change }),
  )
}

/** As it was listed last. */
export function draftHere(
  conference: Conference,
  doc: string,
  country: CountryCode,
  id: string,
): Draft | undefined {
  const all = actsHere(conference, workshop(doc, country), 'draft')
  const last = all.findLast(({ payload }) => payload.draft === id)?.payload
  if (last === undefined) return undefined
  const { draft, operation, targets, after, previous, answers, nature, reason, note, state, tabled } = last
  return { draft, operation, targets, after, previous, answers, nature, reason, note, state, tabled }
}
