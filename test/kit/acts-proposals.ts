/** What people do with proposals and brackets, as their window would. */
import type { VerifiedAct } from '#shared/acts/act.ts'
import type { Body } from '#shared/acts/build.ts'
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { Operation } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { clause, type World } from './acts.ts'
import type { PersonName } from './acts-people.ts'

type Tabled = Partial<Omit<Body<'propose'>, 'operation'>>

/** For the signer's country alone, or for nobody in particular where the Chair's side signs. */
export function table(
  world: World,
  who: PersonName,
  operation: Operation,
  options: Tabled = {},
): VerifiedAct {
  const country = COUNTRY_CODES.find((code) => code === who.split(':')[0])
  return world.sign(who, 'propose', {
    proposal: `p${String(world.set.size)}-${who.replace(':', '-').toLowerCase()}`,
    version: 1,
    previous: null,
    language: 'es',
    proponents: country ? [country] : [],
    nature: 'substantive',
    reason: 'As instructed',
    answers: null,
    replaces: [],
    huddle: null,
    ...options,
    operation,
  })
}

/** The next version, with other words. */
export function tableNext(
  world: World,
  who: PersonName,
  previous: VerifiedAct,
  operation: Operation,
  options: Tabled = {},
): VerifiedAct {
  const { proposal, version } = proposalOf(world, previous)
  return table(world, who, operation, { proposal, version: version + 1, previous: previous.id, ...options })
}

export function amendment(world: World, id: string, words: string | readonly Clause[]): Operation {
  const { hash } = world.restingOn(id)
  const clauses = typeof words === 'string' ? [clause(id, words, world.paragraph(id).kind)] : words
  return { kind: 'amend', paragraph: id, hash, clauses }
}

export function deletion(world: World, id: string): Operation {
  return { kind: 'delete', paragraph: id, hash: world.restingOn(id).hash }
}

export function back(
  world: World,
  who: PersonName,
  proposal: VerifiedAct,
  value: Body<'back'>['value'],
): VerifiedAct {
  return world.sign(who, 'back', { proposal: proposal.id, value, reason: null })
}

export function join(world: World, who: PersonName, proposal: VerifiedAct): VerifiedAct {
  return world.sign(who, 'join', { proposal: proposal.id })
}

export function withdraw(world: World, who: PersonName, proposal: VerifiedAct): VerifiedAct {
  return world.sign(who, 'withdraw', { proposal: proposal.id, reason: 'New instructions' })
}

export function decline(world: World, who: PersonName, proposal: VerifiedAct): VerifiedAct {
  return world.sign(who, 'decline', { proposal: proposal.id, reason: 'No support in the room' })
}

/** The Chair gives a paragraph words, and says whose they are. */
export function bring(
  world: World,
  who: PersonName,
  id: string,
  words: string | readonly Clause[],
  proposals: readonly VerifiedAct[],
): VerifiedAct {
  const known = world.state().paragraphs.find((paragraph) => paragraph.id === id)
  const clauses = typeof words === 'string' ? [clause(id, words, known?.kind ?? 'operative')] : words
  const change = { paragraph: id, after: 'op1', ...world.replacing(id), clauses: [...clauses] }
  return world.sign(who, 'incorporate', {
    paragraphs: [change],
    proposals: proposals.map((proposal) => proposal.id),
    reason: 'As agreed in the room',
  })
}

export function bracket(
  world: World,
  who: PersonName,
  id: string,
  quote: string,
  countries: readonly CountryCode[],
  byChair = false,
): VerifiedAct {
  const { hash, wording } = world.restingOn(id)
  const from = wording.indexOf(quote)
  const anchor = { paragraph: id, hash, from, to: from + quote.length, quote }
  return world.sign(who, 'bracket', { anchor, countries: [...countries], byChair, reason: 'Pending' })
}

export function lift(world: World, who: PersonName, opened: VerifiedAct, meeting?: string): VerifiedAct {
  const held = meeting === undefined ? null : { meeting, attendance: [...COUNTRY_CODES] }
  return world.sign(who, 'lift', { bracket: opened.id, meeting: held })
}

export function proposalOf(world: World, act: VerifiedAct): ProposalState {
  const found = world.state().proposals.find((proposal) => proposal.act === act.id)
  if (!found) throw new Error('No such proposal')
  return found
}

export function bracketOf(world: World, act: VerifiedAct): BracketState {
  const found = world.state().brackets.find((one) => one.act === act.id)
  if (!found) throw new Error('No such bracket')
  return found
}

/** The words of a proposal, one line a clause. */
export function wordsOf({ operation }: ProposalState): string {
  return 'clauses' in operation ? wordingText(operation.clauses) : ''
}
