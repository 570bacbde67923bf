/** Tabling a proposal: exact words under an act, immutable from then on; a change is a new version (rules 3 to 6). */
import { canonicalJson } from '#shared/acts/canonical.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { placeOf, targetsOf, type Operation } from '#shared/domain/proposal.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere, actsHere } from './acts-here.ts'
import { draftHere, listAgain } from './drafts.ts'
import { newProposalId } from './new-id.ts'
import { operationOf } from './operations.ts'
import { documentOf, inOrder, inTurn, mayDo, paragraphAt, type DocumentAt } from './standing.ts'
import { cleanProse } from './wordings.ts'

type Table = Input<'proposal.table'>
type Version = Payloads['propose']

/** Its words are in the text, or somebody has taken it back, or another version or wording stands for it. */
const OVER = ['incorporated', 'withdrawn', 'superseded']

/** As derived; what has just been signed is pending. */
const statusOf = ({ state }: DocumentAt, proposal: string): string =>
  state.proposals.find(({ act }) => act === proposal)?.status ?? 'pending'

export const isOver = (at: DocumentAt, proposal: string): boolean => OVER.includes(statusOf(at, proposal))

export function tableProposal(
  conference: Conference,
  input: Table,
): Promise<Outcome<{ act: string; proposal: string }>> {
  return inTurn(conference, () => table(conference, input))
}

async function table(
  conference: Conference,
  input: Table,
): Promise<Outcome<{ act: string; proposal: string }>> {
  const { doc, hat, draft, answers, nature, reason, huddle } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const bridging = input.proponents.length === 0
  const action = bridging ? 'tableBridging' : input.previous === null ? 'table' : 'amendProposal'
  const may = mayDo(conference, hat, action, at.value, placeOf(input.operation as Operation)) // as: parsed; the schema makes it mutable
  if (!may.ok) return may
  const { member } = may.value
  const country = member.role === 'delegate' && !bridging ? member.country : null
  if (country === null ? draft !== null || !bridging : !input.proponents.includes(country))
    return failed('forbidden', 'failure.notAuthorised')
  const version = versionOf(conference, at.value, input, country)
  if (!version.ok) return version
  const linked = linksOf(conference, input, country)
  if (!linked.ok) return linked
  const open = settledTargets(at.value, input.operation as Operation) // as: likewise
  if (!open.ok) return open
  const operation = operationOf(at.value, input.operation)
  if (!operation.ok) return operation
  const said = cleanProse(reason)
  if (!said.ok) return said
  const again = tabledBefore(conference, at.value, input, country, operation.value)
  if (!again.ok) return again
  const proponents = inOrder(input.proponents)
  const signed = await conference.signing.sign(hat, `doc/${doc}`, 'propose', {
    ...version.value,
    ...{ proponents, nature, reason, answers, huddle },
    operation: operation.value,
    language: at.value.record.language,
    replaces: inOrder(input.replaces),
  })
  if (!signed.ok) return signed
  // The proposal is tabled whatever becomes of this: at worst the draft is listed as open a little longer.
  if (draft !== null)
    await listAgain(conference, { doc, hat, draft }, { state: 'tabled', tabled: signed.value })
  return succeeded({ act: signed.value, proposal: version.value.proposal })
}

/** Which version of which proposal it is. */
function versionOf(
  conference: Conference,
  at: DocumentAt,
  { doc, previous, proposal }: Table,
  country: CountryCode | null,
): Outcome<Pick<Version, 'proposal' | 'version' | 'previous'>> {
  const scope = `doc/${doc}`
  const all = actsHere(conference, scope, 'propose')
  if (previous === null) {
    if (proposal !== null && all.some(({ payload }) => payload.proposal === proposal))
      return failed('invalidInput', 'failure.invalidInput')
    return succeeded({ proposal: proposal ?? newProposalId(), version: 1, previous })
  }
  const before = actHere(conference, scope, 'propose', previous)
  if (before === undefined) return notHere
  if (proposal !== null && proposal !== before.proposal) return failed('invalidInput', 'failure.invalidInput')
  const isOwn = country === null ? before.proponents.length === 0 : before.proponents.includes(country)
  if (!isOwn) return failed('forbidden', 'failure.notAuthorised')
  if (isOver(at, previous) || all.some(({ payload }) => payload.previous === previous))
    return failed('refused', 'failure.proposalOver')
  return succeeded({ proposal: before.proposal, version: before.version + 1, previous })
}

/** What it answers, replaces or comes from must be here. */
function linksOf(
  conference: Conference,
  { doc, answers, replaces, huddle }: Table,
  country: CountryCode | null,
): Outcome<null> {
  const scope = `doc/${doc}`
  const named = answers === null ? replaces : [answers, ...replaces]
  if (named.some((id) => actHere(conference, scope, 'propose', id) === undefined)) return notHere
  if (replaces.length > 0 && country !== null) return failed('invalidInput', 'failure.invalidInput')
  if (huddle === null) return succeeded(null)
  const group = actsHere(conference, scope, 'huddle').findLast(({ payload }) => payload.huddle === huddle)
  if (group === undefined) return notHere
  return country === null || group.payload.delegations.includes(country)
    ? succeeded(null)
    : failed('forbidden', 'failure.notAuthorised')
}

/** The paragraphs it rests on have the wordings it names, and none is agreed (rule 17). */
function settledTargets(at: DocumentAt, operation: Operation): Outcome<null> {
  for (const { paragraph, hash } of targetsOf(operation)) {
    const found = paragraphAt(at, paragraph, hash)
    if (!found.ok) return found
    if (found.value.paragraph.agreement !== null) return failed('refused', 'failure.agreedParagraph')
  }
  return succeeded(null)
}

/** The same draft twice, or the same words from the same hands while they still wait for the Chair. */
function tabledBefore(
  conference: Conference,
  at: DocumentAt,
  { doc, hat, draft: id, previous }: Table,
  country: CountryCode | null,
  operation: Version['operation'],
): Outcome<null> {
  const already = failed('refused', 'failure.alreadyTabled')
  if (id !== null && country !== null) {
    const draft = draftHere(conference, doc, country, id)
    if (draft === undefined) return notHere
    if (draft.state === 'tabled') return already
  }
  const words = canonicalJson(operation)
  const same = actsHere(conference, `doc/${doc}`, 'propose').some(
    ({ id: act, payload }) =>
      (country === null ? payload.by === hat : payload.proponents.includes(country)) &&
      (statusOf(at, act) === 'pending' || act === previous) &&
      canonicalJson(payload.operation) === words,
  )
  return same ? already : succeeded(null)
}
