/**
 * A negotiation in which twelve delegations, the Chair and a facilitator each hold acts of their own: they
 * table, answer and rebase, take up parts of several proposals, and hear of each other late, in any order, in
 * part and twice. A seed gives one negotiation.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { rebase } from '#shared/acts/three-way.ts'
import { cutParagraph } from '#shared/domain/parts.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { plainText } from '#shared/domain/wording.ts'
import { clause, negotiation, type World } from './acts.ts'
import { arrange, speakBeside } from './acts-history-text.ts'
import { bracketSome, decide, edited, negotiate } from './acts-history-proposals.ts'
import { table } from './acts-proposals.ts'
import { randomFrom, type Random } from './random.ts'

const PEOPLE = [...COUNTRY_CODES, 'PPT', 'facilitator']
const CHAIRS = ['PPT', 'PPT', 'facilitator']
/** Who say most. */
const BUSY: readonly CountryCode[] = ['AR', 'BR', 'PE']

let opened: World | null = null

/** Made once: the facilitator leads the whole text beside the Chair. */
function beginning(): World {
  if (opened === null) {
    opened = negotiation(['AR', 'BR', 'CL'], PEOPLE)
    opened.facilitate('facilitator')
  }
  return opened
}

export interface Played {
  readonly seed: number
  /** By name, with what each has heard. */
  readonly devices: ReadonlyMap<string, World>
  /** Holds every act. */
  readonly all: World
}

export function play(seed: number, steps = 30): Played {
  const random = randomFrom(seed)
  const hub = beginning().alone()
  const devices = new Map(PEOPLE.map((name) => [name, hub.away()]))
  for (let step = 0; step < steps; step++) {
    const name = random.chance(0.5)
      ? random.pick(CHAIRS)
      : random.pick(random.chance(0.6) ? BUSY : COUNTRY_CODES)
    const device = devices.get(name)
    if (!device) continue
    if (random.chance(0.5)) deliver(random, hub, device, random.chance(0.8) ? 1 : 0.6)
    if (random.chance(0.1)) deliver(random, devices.get(random.pick(PEOPLE)) ?? hub, device, 0.8)
    act(random, name, device)
    if (random.chance(0.6)) hub.take(device)
  }
  const all = hub.away()
  for (const device of devices.values()) all.take(device)
  return { seed, devices, all }
}

/** A share of what the other has and this one has not, in any order, some of it twice. */
export function deliver(random: Random, from: World, to: World, share = 1): void {
  const lacking = from.set.placed.filter(({ act: { id } }) => !to.set.has(id) && random.chance(share))
  const twice = lacking.filter(() => random.chance(0.2))
  for (const { act: sent } of random.shuffle([...lacking, ...twice])) {
    to.set.add(sent, from.set.receiptOf(sent.id))
  }
  for (const id of from.set.receipted) {
    const receipt = from.set.receiptOf(id)
    if (receipt && to.set.has(id)) to.set.addReceipt(id, receipt)
  }
}

function act(random: Random, name: string, world: World): void {
  const paragraphs = world.state().paragraphs.filter(({ consent }) => consent)
  if (paragraphs.length === 0) return
  // Most of what happens in a room is about few words.
  const { id } = random.pick(paragraphs.slice(0, random.chance(0.7) ? 3 : Infinity))
  const country = COUNTRY_CODES.find((code) => code === name)
  const dice = random.next()
  if (country) {
    if (dice < 0.3) world.position(name, id, random.chance(0.9) ? 'agree' : 'object')
    else if (dice < 0.45) amendOwn(random, name, country, world)
    else if (dice < 0.53) counter(random, name, country, world)
    else if (dice < 0.6) speakBeside(random, name, country, world, id)
    else if (dice < 0.67) bracketSome(random, name, world, id, [country], false)
    else negotiate(random, name, country, world, id)
  } else if (dice < 0.2) takeSeveral(random, name, world, id)
  else if (dice < 0.35) reword(random, name, world, id)
  else if (dice < 0.4) reword(random, name, world, 'pp1')
  else if (dice < 0.6) close(random, name, world, id)
  else if (dice < 0.78) decide(random, name, world, id)
  else if (dice < 0.9) arrange(random, name, world, id)
  else if (dice < 0.95) splitAndJoin(random, name, world, id)
  else world.closeRound(name)
}

/** Marks agreed in a last call, mostly after settling what was open; or opens again. */
function close(random: Random, name: string, world: World, id: string): void {
  if (world.paragraph(id).agreement) {
    if (random.chance(0.5)) world.reopen(name, id)
    return
  }
  const { proposals, brackets } = world.state()
  for (const { paragraph, status, act: proposal } of random.chance(0.6) ? proposals : []) {
    if (paragraph === id && status === 'pending')
      world.sign(name, 'decline', { proposal, reason: 'No support' })
  }
  const meeting = { meeting: 'Plenary', attendance: [...COUNTRY_CODES] }
  for (const { paragraph, lifted, act: bracket } of random.chance(0.8) ? brackets : []) {
    if (paragraph === id && !lifted) world.sign(name, 'lift', { bracket, meeting })
  }
  world.agree(name, id, random.chance(0.9) ? [...COUNTRY_CODES] : undefined)
}

function reword(random: Random, name: string, world: World, id: string): void {
  const { clauses } = shown(world.paragraph(id))
  if (clauses.length > 0) world.incorporate(name, id, edited(random, clauses))
}

/** What their authors change and nobody else does, of several proposals, whole or but for a word. */
function takeSeveral(random: Random, name: string, world: World, id: string): void {
  const paragraph = world.paragraph(id)
  let { clauses } = shown(paragraph)
  const used: string[] = []
  for (const proposal of world.state().proposals) {
    if (proposal.paragraph !== id || proposal.status !== 'pending' || used.length === 3) continue
    const merged = broughtOnto(paragraph, clauses, proposal)
    if (!merged) continue
    clauses = merged
    used.push(proposal.act)
  }
  if (used.length === 0) return
  if (random.chance(0.3)) clauses = edited(random, clauses)
  const change = { paragraph: id, after: null, ...world.replacing(id), clauses: [...clauses] }
  world.sign(name, 'incorporate', { paragraphs: [change], proposals: used, reason: 'Of several' })
}

function broughtOnto(
  { history }: ParagraphState,
  current: readonly Clause[],
  { operation }: ProposalState,
): readonly Clause[] | null {
  if (operation.kind !== 'amend' && operation.kind !== 'alternative') return null
  const base = history.find(({ hash }) => hash === operation.hash)
  const merged = base ? rebase(base.clauses, current, operation.clauses) : null
  return merged && 'clauses' in merged ? merged.clauses : null
}

/** An owner brings a proposal onto the text as it is, or gives it other words: a new version. */
function amendOwn(random: Random, name: string, country: CountryCode, world: World): void {
  const { proposals, paragraphs } = world.state()
  const own = proposals.filter(
    ({ proponents, supersededBy, operation: { kind } }) =>
      kind === 'amend' && !supersededBy && proponents.some((one) => one.country === country),
  )
  const changed = own.filter(({ baseChanged }) => baseChanged)
  if (own.length === 0) return
  const proposal = random.pick(changed.length > 0 ? changed : own)
  const { operation } = proposal
  if (operation.kind !== 'amend') return
  const paragraph = paragraphs.find(({ id }) => id === operation.paragraph)
  const rebased = paragraph && broughtOnto(paragraph, shown(paragraph).clauses, proposal)
  if (!rebased) return
  const clauses = changed.length > 0 ? rebased : edited(random, rebased)
  const { hash } = world.restingOn(paragraph.id)
  const next = { proposal: proposal.proposal, version: proposal.version + 1, previous: proposal.act }
  table(world, name, { ...operation, hash, clauses }, { ...next, proponents: [country] })
}

/** Other words for what another country proposes. */
function counter(random: Random, name: string, country: CountryCode, world: World): void {
  const others = world.state().proposals.filter(({ operation }) => operation.kind === 'amend')
  if (others.length === 0) return
  const { operation, act: answers } = random.pick(others)
  if (operation.kind !== 'amend') return
  const clauses = edited(random, operation.clauses)
  table(world, name, { ...operation, clauses }, { answers, proponents: [country] })
}

function splitAndJoin(random: Random, name: string, world: World, id: string): void {
  const parts = world.state().paragraphs.flatMap(({ part }) => part?.paragraph ?? [])
  if (parts.length > 0) {
    world.closeRound(name, [...new Set(parts)])
    return
  }
  const { wording } = world.paragraph(id)
  const [first] = wording?.clauses ?? []
  if (!wording || !first) return
  const at = plainText(first).indexOf(' ')
  const cut =
    at < 1 ? null : cutParagraph(wording.clauses, [{ clause: 0, at }], [`half-${String(random.int(99))}`])
  if (!cut) return
  const halves = cut.map(({ level, clauses }) => ({ level, clauses: structuredClone([...clauses]) }))
  const replaced = { base: [wording.act], before: wording.hash }
  world.sign(name, 'split', { paragraph: id, ...replaced, parts: halves, proposals: [], reason: '' })
}

function shown({ wording, alternatives, id }: ParagraphState): { readonly clauses: readonly Clause[] } {
  return wording ?? alternatives[0] ?? { clauses: [clause(id, 'Acuerdan')] }
}
