/** What delegations and the Chair do with proposals and brackets in a random history. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { BACKINGS, type Operation } from '#shared/domain/proposal.ts'
import { clause, type World } from './acts.ts'
import { bracket, lift, table } from './acts-proposals.ts'
import type { Random } from './random.ts'

const WORDS = ['promover', 'la', 'pronta', 'regularización', 'plena', 'de', 'todos', 'seguimiento']

/** A Speaker proposes, or answers what others proposed. */
export function negotiate(random: Random, who: string, country: CountryCode, world: World, id: string): void {
  const { proposals, brackets } = world.state()
  const dice = random.next()
  const known = proposals.length > 0 ? random.pick(proposals) : null
  const own = proposals.filter(({ proponents }) => proponents.some((one) => one.country === country))
  const mine = own.length > 0 && random.chance(0.8) ? random.pick(own) : known
  if (dice < 0.4 || known === null || mine === null) propose(random, who, country, world, id)
  else if (dice < 0.5) propose(random, who, country, world, id, mine)
  else if (dice < 0.7) {
    const value = random.chance(0.85) ? random.pick(BACKINGS) : null
    world.sign(who, 'back', { proposal: known.act, value, reason: null })
  } else if (dice < 0.78) world.sign(who, 'join', { proposal: mine.act })
  else if (dice < 0.86) world.sign(who, 'withdraw', { proposal: mine.act, reason: '' })
  else if (dice < 0.95 || brackets.length === 0) bracketSome(random, who, world, id, [country], false)
  else {
    const ours = brackets.filter(({ countries }) => countries.some((one) => one.country === country))
    world.sign(who, 'lift', { bracket: random.pick(ours.length > 0 ? ours : brackets).act, meeting: null })
  }
}

/** The Chair's side takes proposals up, refuses them, or makes a text of its own. */
export function decide(random: Random, who: string, world: World, id: string): void {
  const { proposals, brackets } = world.state()
  const dice = random.next()
  const known = proposals.length > 0 ? random.pick(proposals) : null
  if (dice < 0.15 || known === null) {
    table(world, who, operationOn(random, world, id), {
      proponents: [],
      replaces: proposals.slice(0, random.int(3)).map(({ act }) => act),
    })
  } else if (dice < 0.6) take(random, who, world, known)
  else if (dice < 0.75) world.sign(who, 'decline', { proposal: known.act, reason: 'No support' })
  else if (dice < 0.8) world.sign(who, 'withdraw', { proposal: known.act, reason: '' })
  else if (dice < 0.9 || brackets.length === 0) {
    const countries = COUNTRY_CODES.filter(() => random.chance(0.2))
    bracketSome(random, who, world, id, countries.length > 0 ? countries : ['BR'], true)
  } else {
    const opened = world.set.get(random.pick(brackets).act)
    if (opened) lift(world, who, opened, 'Plenary')
  }
}

function propose(
  random: Random,
  who: string,
  country: CountryCode,
  world: World,
  id: string,
  previous?: ProposalState,
): void {
  const proponents = COUNTRY_CODES.filter((code) => code === country || random.chance(0.1))
  const next = previous && {
    proposal: random.chance(0.9) ? previous.proposal : 'another',
    version: previous.version + 1,
    previous: previous.act,
  }
  const again = random.chance(0.05) ? { proposal: 'twice' } : {}
  table(world, who, operationOn(random, world, id), { proponents, ...again, ...next })
}

function operationOn(random: Random, world: World, id: string): Operation {
  const paragraph = world.paragraph(id)
  const { hash } = world.restingOn(id)
  const target = { paragraph: id, hash }
  const clauses = (paragraph.wording ?? paragraph.alternatives[0])?.clauses ?? []
  const others = world.state().paragraphs.filter((other) => other.id !== id)
  const dice = random.next()
  if (dice < 0.6) return { kind: 'amend', ...target, clauses: edited(random, clauses) }
  if (dice < 0.7) return { kind: 'delete', ...target }
  if (dice < 0.8) {
    const fresh = [clause(`new-${String(random.int(5))}`, sentence(random))]
    return { kind: 'insert', after: random.chance(0.2) ? null : id, clauses: fresh }
  }
  if (dice < 0.85) return { kind: 'alternative', ...target, clauses: edited(random, clauses) }
  if (dice < 0.9)
    return { kind: 'move', ...target, after: random.chance(0.3) ? null : random.pick(others).id }
  if (dice < 0.95) {
    const parts = [
      [clause(id, sentence(random))],
      [clause(`part-${String(random.int(9))}`, sentence(random))],
    ]
    return { kind: 'split', ...target, parts }
  }
  const other = random.pick(others).id
  const merged = [target, { paragraph: other, hash: world.restingOn(other).hash }]
  return { kind: 'merge', paragraphs: merged, clauses: edited(random, clauses) }
}

/** One word changed, taken out or put in. */
export function edited(random: Random, clauses: readonly Clause[]): Clause[] {
  return clauses.map((one, index) => {
    const text = one.runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
    const all = text.split(' ')
    const at = random.int(all.length)
    if (index === 0) all.splice(at, random.int(2), ...(random.chance(0.8) ? [random.pick(WORDS)] : []))
    return { ...one, runs: [{ insert: all.join(' ') }] }
  })
}

function sentence(random: Random): string {
  return Array.from({ length: 3 }, () => random.pick(WORDS)).join(' ')
}

/** Whole or in part, sometimes with another that has nothing to do with it. */
function take(random: Random, who: string, world: World, proposal: ProposalState): void {
  const { operation, paragraph } = proposal
  const others = world.state().proposals.filter(() => random.chance(0.1))
  const proposals = [...new Set([proposal, ...others].map(({ act }) => act))]
  const id = paragraph ?? 'pp1'
  if (operation.kind === 'delete') {
    const { base, before } = world.replacing(id)
    world.sign(who, 'suppress', { paragraph: id, base, before, proposals, reason: '' })
    return
  }
  const known = world.paragraph(id)
  const whole = 'clauses' in operation ? operation.clauses : (known.wording?.clauses ?? [])
  const clauses = random.chance(0.7) && whole.length > 0 ? [...whole] : [clause(id, sentence(random))]
  const place = clauses[0]?.id ?? id
  const change = { paragraph: place, after: id, ...world.replacing(place), clauses }
  world.sign(who, 'incorporate', { paragraphs: [change], proposals, reason: '' })
}

export function bracketSome(
  random: Random,
  who: string,
  world: World,
  id: string,
  countries: readonly CountryCode[],
  byChair: boolean,
): void {
  const { wording } = world.restingOn(id)
  const words = wording.split(/\s/u).filter((word) => word !== '')
  if (words.length > 0) bracket(world, who, id, random.pick(words), countries, byChair)
}
