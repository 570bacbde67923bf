/** The Chair's changes to the text under negotiation (rule 2); each is one act, with what it rests on. */
import type { Clause } from '#shared/domain/clause.ts'
import { joinParts } from '#shared/domain/parts.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere } from './acts-here.ts'
import { clearScreen } from './screen.ts'
import { asDone, documentOf, inOrder, mayDo, sameIds, setBy, type DocumentAt } from './standing.ts'
import { cleanProse, wordingOf } from './wordings.ts'

type Done = Promise<Outcome<{ act: string }>>

/** As an act has it. */
interface Change {
  readonly paragraph: string
  readonly after: string | null
  readonly base: string[]
  readonly before: string | null
  readonly clauses: Clause[]
}

const find = ({ state }: DocumentAt, id: string | null): ParagraphState | undefined =>
  state.paragraphs.find((paragraph) => paragraph.id === id)

/** The proposals an act on the text says it used must be here. */
function used(conference: Conference, doc: string, proposals: readonly string[]): Outcome<string[]> {
  const known = proposals.every((id) => actHere(conference, `doc/${doc}`, 'propose', id) !== undefined)
  return known ? succeeded(inOrder(proposals)) : notHere
}

export async function incorporate(conference: Conference, input: Input<'text.incorporate'>): Done {
  const { doc, hat, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const changes: Change[] = []
  for (const given of input.paragraphs) {
    const may = mayDo(conference, hat, 'incorporate', at.value, given.paragraph ?? given.after)
    if (!may.ok) return may
    const change = changeOf(at.value, given, changes)
    if (!change.ok) return change
    changes.push(change.value)
  }
  const ids = changes.map(({ paragraph }) => paragraph)
  if (new Set(ids).size < ids.length) return failed('invalidInput', 'failure.invalidInput')
  const proposals = used(conference, doc, input.proposals)
  if (!proposals.ok) return proposals
  const said = cleanProse(reason)
  if (!said.ok) return said
  const signed = await conference.signing.sign(hat, `doc/${doc}`, 'incorporate', {
    paragraphs: changes,
    proposals: proposals.value,
    reason,
  })
  if (signed.ok) for (const id of ids) await clearScreen(conference, doc, id)
  return asDone(signed)
}

/** `earlier`: of the same act, which a new paragraph may follow. */
function changeOf(
  at: DocumentAt,
  { paragraph: id, after, base, clauses: given }: Input<'text.incorporate'>['paragraphs'][number],
  earlier: readonly Change[],
): Outcome<Change> {
  const paragraph = find(at, id)
  if (id !== null && paragraph === undefined) return notHere
  if (paragraph !== undefined && !sameIds(base, setBy(paragraph)))
    return failed('refused', 'failure.wordingChanged')
  const clauses = wordingOf(given, id)
  if (!clauses.ok) return clauses
  const [first] = clauses.value
  if (first === undefined) return failed('invalidInput', 'failure.invalidInput')
  if (id === null) {
    const follows = after === null || find(at, after) !== undefined
    if (!follows && !earlier.some((change) => change.paragraph === after)) return notHere
    if (find(at, first.id) !== undefined) return failed('invalidInput', 'failure.invalidInput')
  }
  return succeeded({
    paragraph: first.id,
    after: id === null ? after : null,
    base: [...base],
    before: paragraph?.wording?.hash ?? null,
    clauses: clauses.value,
  })
}

export async function suppress(conference: Conference, input: Input<'text.suppress'>): Done {
  const { doc, hat, paragraph: id, base, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'suppress', at.value, id)
  if (!may.ok) return may
  const paragraph = find(at.value, id)
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

export async function move(conference: Conference, input: Input<'text.move'>): Done {
  const { doc, hat, paragraph: id, after, base, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'move', at.value, id)
  if (!may.ok) return may
  const paragraph = find(at.value, id)
  if (paragraph === undefined || (after !== null && find(at.value, after) === undefined)) return notHere
  if (!sameIds(base, setBy(paragraph))) return failed('refused', 'failure.wordingChanged')
  if (after === id || after === before(at.value, id)) return failed('refused', 'failure.nothingChanged')
  const proposals = used(conference, doc, input.proposals)
  if (!proposals.ok) return proposals
  const said = cleanProse(reason)
  if (!said.ok) return said
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'move', {
      paragraph: id,
      after,
      base: [...base],
      before: paragraph.wording?.hash ?? null,
      proposals: proposals.value,
      reason,
    }),
  )
}

/** The paragraph before this one; null where it is the first. */
export function before({ state: { paragraphs } }: DocumentAt, id: string): string | null {
  const index = paragraphs.findIndex((paragraph) => paragraph.id === id)
  return paragraphs[index - 1]?.id ?? null
}

export async function split(conference: Conference, input: Input<'text.split'>): Done {
  const { doc, hat, paragraph: id, base, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'split', at.value, id)
  if (!may.ok) return may
  const paragraph = find(at.value, id)
  if (paragraph === undefined) return notHere
  if (paragraph.wording === null) return failed('refused', 'failure.disputed')
  if (!sameIds(base, setBy(paragraph))) return failed('refused', 'failure.wordingChanged')
  const parts = []
  for (const [i, { clauses, level }] of input.parts.entries()) {
    const part = wordingOf(clauses, i === 0 ? id : null)
    if (!part.ok) return part
    parts.push({ clauses: part.value, level })
  }
  // To split is not to change: what it said as a whole the parts say together.
  const whole = words(joinParts(parts))
  if (whole !== words(paragraph.wording.clauses)) return failed('refused', 'failure.splitChangesWords')
  const proposals = used(conference, doc, input.proposals)
  if (!proposals.ok) return proposals
  const said = cleanProse(reason)
  if (!said.ok) return said
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'split', {
      paragraph: id,
      base: [...base],
      before: paragraph.wording.hash,
      parts,
      proposals: proposals.value,
      reason,
    }),
  )
}

const words = (clauses: readonly Clause[]): string => wordingText(clauses).replace(/\s/gu, '')
