/**
 * Histories of a negotiation in which many devices act with partial knowledge: twelve delegations, the
 * Chair, a facilitator, the Secretariat and some who may not do what they try. A seed gives one history.
 */
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, negotiation, SAMPLE, SCOPE, type World } from './acts.ts'
import { decide, negotiate } from './acts-history-proposals.ts'
import { arrange, contribute, speakBeside } from './acts-history-text.ts'
import { MAIN_PEOPLE, person } from './acts-people.ts'
import { randomFrom, type Random } from './random.ts'

const PEOPLE = [...MAIN_PEOPLE, 'facilitator']
const TEXT = ['PPT', 'PPT', 'PPT', 'ST', 'facilitator']
const CHAIR = ['PPT', 'PPT', 'facilitator']
/** Who presses what they have no right to. */
const ANYBODY = ['observer', 'PE:adviser', 'ST', 'BO']

let opened: World | null = null

/** Negotiation opened, the facilitator named; made once. */
function beginning(): World {
  if (opened === null) {
    opened = negotiation(['AR', 'BR', 'CL'], PEOPLE)
    opened.facilitate('facilitator', 'h1')
  }
  return opened
}

export interface History {
  /** Holds every act, with receipts for those that reached the relay. */
  readonly all: World
}

/** `arranging`: paragraphs are also moved, split and joined, and things said beside the text. */
export function randomHistory(seed: number, steps: number, arranging = false): History {
  const random = randomFrom(seed)
  const hub = beginning().away({ online: true })
  const devices = new Map(PEOPLE.map((name) => [name, hub.away()]))
  for (let step = 0; step < steps; step++) {
    const name = random.chance(0.5) ? random.pick([...TEXT, ...CHAIR]) : random.pick(PEOPLE)
    const device = devices.get(name)
    if (!device) continue
    if (random.chance(0.45)) meet(random, hub, device)
    if (random.chance(0.1)) device.take(devices.get(random.pick(PEOPLE)) ?? hub)
    if (arranging && random.chance(0.4)) besideAt(random, name, device)
    else actAt(random, name, device)
    if (random.chance(0.5)) hub.take(device)
  }
  for (const device of devices.values()) if (random.chance(0.9)) hub.take(device)
  const all = hub.away()
  for (const device of devices.values()) all.take(device)
  return { all }
}

/** The device reaches the relay: sends what it has and gets most of what is there. */
function meet(random: Random, hub: World, device: World): void {
  hub.take(device)
  device.take(hub, random.chance(0.8) ? Infinity : random.int(6))
}

function actAt(random: Random, name: string, world: World): void {
  const id = anyParagraph(random, world)
  if (id === undefined) return
  const member = person(name).member
  if (random.chance(0.05)) trespass(random, world, id)
  else if (member?.role === 'delegate' && random.chance(0.55)) speak(random, name, world, id)
  else if (member?.role === 'delegate') negotiate(random, name, member.country, world, id)
  else if (TEXT.includes(name) && random.chance(0.75)) lead(random, name, world, id)
  else if (TEXT.includes(name)) decide(random, name, world, id)
}

function besideAt(random: Random, name: string, world: World): void {
  const id = anyParagraph(random, world)
  const member = person(name).member
  if (id === undefined) return
  if (TEXT.includes(name)) arrange(random, name, world, id)
  else if (member?.role === 'delegate') speakBeside(random, name, member.country, world, id)
  else if (member?.role === 'observer') contribute(random, name, world, id)
}

function anyParagraph(random: Random, world: World): string | undefined {
  const { paragraphs } = world.state()
  const ids = paragraphs.filter(({ consent }) => consent).map(({ id }) => id)
  return ids.length === 0 ? undefined : random.pick(ids.slice(0, 4))
}

function speak(random: Random, name: string, world: World, id: string): void {
  const value = random.chance(0.8) ? 'agree' : random.pick(POSITION_VALUES)
  world.position(name, id, value)
}

function lead(random: Random, name: string, world: World, id: string): void {
  const paragraph = world.paragraph(id)
  const dice = random.next()
  if (dice < 0.3) world.incorporate(name, id, [{ ...clause(id, random.pick(WORDS), paragraph.kind) }])
  else if (dice < 0.37) insert(random, name, world, id)
  else if (dice < 0.4) world.suppress(name, id)
  else if (dice < 0.75) world.agree(name, id, random.chance(0.8) ? [...COUNTRY_CODES] : undefined)
  else if (dice < 0.87 && paragraph.agreement) world.reopen(name, id)
  else if (dice < 0.9)
    world.incorporate(name, id, random.pick(WORDS), { base: [paragraph.history[0]?.act ?? ''] })
  else if (dice < 0.95) world.closeRound(name)
  else rule(random, name, world)
}

const WORDS = ['Acuerdan', 'Deciden promover', 'Instan a todos', 'Reafirman su compromiso', 'Encomiendan']

function insert(random: Random, name: string, world: World, after: string): void {
  const id = `new-${String(random.int(5))}`
  const isThere = world.state().paragraphs.some((paragraph) => paragraph.id === id)
  world.incorporate(name, id, [clause(id, random.pick(WORDS))], isThere ? {} : { after })
}

/** Stages, parties, and the root's decisions. */
function rule(random: Random, name: string, world: World): void {
  const { stage, suspended, phase, rounds } = world.state()
  const reason = 'At the request of the plenary'
  const dice = random.next()
  if (dice < 0.3)
    world.sign('PPT', 'parties', { parties: ['AR', random.chance(0.5) ? 'BO' : 'CL'], basis: 'present' })
  else if (dice < 0.5) world.sign(name, 'stage', { to: suspended ? 'resumed' : 'suspended', phase, reason })
  else if (dice < 0.6 && stage === 'negotiation') {
    world.sign(name, 'stage', { to: 'jointDrafting', phase: phase + 1, reason })
    world.openNegotiation(redrafted(random, world), rounds.length)
  } else if (dice < 0.8) {
    const last = { [SCOPE]: random.int(3), conf: 5 }
    world.close(random.pick(['UY', 'VE', 'facilitator']), last)
  } else world.accredit(random.pick(PEOPLE))
}

function redrafted(random: Random, world: World) {
  const { paragraphs } = world.state()
  const kept = paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
  return random.chance(0.5) ? SAMPLE : random.chance(0.5) ? kept : kept.slice(0, -1)
}

function trespass(random: Random, world: World, id: string): void {
  const who = random.pick(ANYBODY)
  const dice = random.next()
  if (dice < 0.4) world.position(who, id, 'agree')
  else if (dice < 0.7) world.agree(who, id, [...COUNTRY_CODES])
  else world.incorporate('BO', id, random.pick(WORDS))
}
