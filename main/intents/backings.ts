/** What others hold of a tabled proposal, and its end: joined, supported, withdrawn, declined (rules 4 to 6). */
import type { Action } from '#shared/domain/rights.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere, actsHere } from './acts-here.ts'
import { isOver } from './proposals.ts'
import { asDone, documentOf, mayDo, type DocumentAt } from './standing.ts'
import { placeOf } from '#shared/domain/proposal.ts'
import { cleanProse } from './wordings.ts'

type Done = Promise<Outcome<{ act: string }>>

interface Found {
  readonly at: DocumentAt
  readonly version: Payloads['propose']
  /** Of the hat; null where it is an office's. */
  readonly country: CountryCode | null
}

/** The version that is meant, if the hat may do this with it and it is not over. */
function find(
  conference: Conference,
  { doc, hat, proposal }: Input<'proposal.join'>,
  action: Action,
  reason: string | null,
): Outcome<Found> {
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const version = actHere(conference, `doc/${doc}`, 'propose', proposal)
  if (version === undefined) return notHere
  const may = mayDo(conference, hat, action, at.value, placeOf(version.operation))
  if (!may.ok) return may
  if (isOver(at.value, proposal)) return failed('refused', 'failure.proposalOver')
  const said = cleanProse(reason ?? '')
  if (!said.ok) return said
  const { member } = may.value
  return succeeded({ at: at.value, version, country: member.role === 'delegate' ? member.country : null })
}

/** Named from the start, or by a confirmation of its own. */
function proposes(
  conference: Conference,
  { scope }: Payloads['propose'],
  proposal: string,
  country: CountryCode | null,
): 'no' | 'named' | 'confirmed' {
  const version = actHere(conference, scope, 'propose', proposal)
  const countryOf = (key: string): CountryCode | null => {
    const member = conference.replica.conference()?.members.get(key)?.member
    return member?.role === 'delegate' ? member.country : null
  }
  if (version === undefined || country === null) return 'no'
  if (countryOf(version.by) === country) return 'confirmed'
  const joined = actsHere(conference, scope, 'join').some(
    ({ payload }) => payload.proposal === proposal && countryOf(payload.by) === country,
  )
  if (joined) return 'confirmed'
  return version.proponents.includes(country) ? 'named' : 'no'
}

export async function joinProposal(conference: Conference, input: Input<'proposal.join'>): Done {
  const { doc, hat, proposal } = input
  const found = find(conference, input, 'confirmCoProponent', null)
  if (!found.ok) return found
  const { version, country } = found.value
  if (version.proponents.length === 0) return failed('refused', 'failure.bridgingHasNoProponents')
  if (proposes(conference, version, proposal, country) === 'confirmed')
    return failed('refused', 'failure.alreadyProponent')
  return asDone(await conference.signing.sign(hat, `doc/${doc}`, 'join', { proposal }))
}

const BACKING = {
  support: 'supportProposal',
  object: 'objectToProposal',
  reserve: 'reserveOnProposal',
} as const

export async function backProposal(conference: Conference, input: Input<'proposal.back'>): Done {
  const { doc, hat, proposal, value } = input
  const reason = input.reason?.trim() === '' ? null : input.reason
  const found = find(conference, input, value === null ? 'supportProposal' : BACKING[value], reason)
  if (!found.ok) return found
  const { version, country } = found.value
  if (proposes(conference, version, proposal, country) === 'confirmed')
    return failed('refused', 'failure.ownProposal')
  return asDone(await conference.signing.sign(hat, `doc/${doc}`, 'back', { proposal, value, reason }))
}

export async function withdrawProposal(conference: Conference, input: Input<'proposal.withdraw'>): Done {
  const { doc, hat, proposal, reason } = input
  const found = find(conference, input, 'withdrawProposal', reason)
  if (!found.ok) return found
  const { version, country } = found.value
  // A bridging proposal is the Chair's; the others are of those who propose them.
  const isOwn =
    country === null
      ? version.proponents.length === 0
      : proposes(conference, version, proposal, country) !== 'no'
  if (!isOwn) return failed('forbidden', 'failure.notAuthorised')
  return asDone(await conference.signing.sign(hat, `doc/${doc}`, 'withdraw', { proposal, reason }))
}

export async function declineProposal(conference: Conference, input: Input<'proposal.decline'>): Done {
  const { doc, hat, proposal, reason } = input
  const found = find(conference, input, 'decline', reason)
  if (!found.ok) return found
  if (reason.trim() === '') return failed('invalidInput', 'failure.reasonMissing')
  return asDone(await conference.signing.sign(hat, `doc/${doc}`, 'decline', { proposal, reason }))
}
