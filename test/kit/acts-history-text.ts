/** What a random history does to the order and the parts of the text, and what is said beside it. */
import { cutParagraph } from '#shared/domain/parts.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { plainText } from '#shared/domain/wording.ts'
import { SCOPE, type World } from './acts.ts'
import type { Random } from './random.ts'

/** Moves, splits, joins and contact groups. */
export function arrange(random: Random, who: string, world: World, id: string): void {
  const { paragraphs } = world.state()
  const dice = random.next()
  if (dice < 0.35) {
    const after = random.chance(0.1) ? null : random.pick(paragraphs).id
    if (after === id) return
    world.sign(who, 'move', { paragraph: id, after, ...world.replacing(id), proposals: [], reason: '' })
  } else if (dice < 0.6) split(random, who, world, id)
  else if (dice < 0.75) {
    const wholes = new Set(paragraphs.flatMap(({ part }) => part?.paragraph ?? []))
    world.closeRound(
      who,
      [...wholes].filter(() => random.chance(0.8)),
    )
  } else {
    const delegations = COUNTRY_CODES.filter(() => random.chance(0.3))
    const body = { huddle: `h${String(random.int(3))}`, open: random.chance(0.8), reason: '' }
    world.sign(who, 'huddle', {
      ...body,
      paragraph: random.chance(0.7) ? id : null,
      delegations: delegations.length > 0 ? delegations : ['BR'],
    })
  }
}

function split(random: Random, who: string, world: World, id: string): void {
  const { wording } = world.paragraph(id)
  const [first] = wording?.clauses ?? []
  if (!wording || !first) return
  const blanks = Array.from(plainText(first)).flatMap((character, at) => (character === ' ' ? [at] : []))
  if (blanks.length === 0) return
  const cuts = [{ clause: 0, at: random.pick(blanks) }]
  const name = `part-${String(random.int(4))}`
  const parts = cutParagraph(wording.clauses, cuts, [name])
  if (!parts || name === id) return
  world.sign(who, 'split', {
    ...{ paragraph: id, base: [wording.act], before: wording.hash, proposals: [], reason: '' },
    parts: structuredClone(parts),
  })
}

/** Comments, settlements, drafts, and leave to table. */
export function speakBeside(
  random: Random,
  who: string,
  country: CountryCode,
  world: World,
  id: string,
): void {
  const { threads } = world.state()
  const dice = random.next()
  const known = threads.length > 0 ? random.pick(threads) : null
  const scope = random.pick([SCOPE, `${SCOPE}/of/${country}`, `${SCOPE}/bureau/${country}`])
  const about = { kind: 'paragraph', paragraph: id } as const
  if (dice < 0.4 || known === null) {
    const thread = known !== null && random.chance(0.6) ? known.thread : null
    world.sign(who, 'comment', { thread, about, text: 'Sí', mentions: [] }, { scope })
  } else if (dice < 0.6) {
    world.sign(who, 'resolve', { thread: known.thread, resolved: random.chance(0.7) }, { scope })
  } else if (dice < 0.9) {
    const { paragraph, hash } = world.restingOn(id)
    const state = random.pick(['open', 'tabled', 'putAway'] as const)
    world.sign(
      who,
      'draft',
      {
        ...{ draft: `d${String(random.int(2))}`, operation: 'amend', targets: [{ paragraph, hash }] },
        ...{ after: null, previous: null, answers: null, nature: 'substantive', reason: '', note: '' },
        ...{ state, tabled: null },
      },
      { scope: `${SCOPE}/of/${country}` },
    )
  } else {
    world.sign(who, 'allow', { country, advisersTable: random.chance(0.6) }, { scope: 'conf' })
  }
}

/** An observer's word; it rests on nothing that observers cannot read. */
export function contribute(random: Random, who: string, world: World, id: string): void {
  const threads = world.state().threads.filter(({ audience }) => audience.kind === 'observers')
  const thread = threads.length > 0 && random.chance(0.5) ? random.pick(threads).thread : null
  const about = { kind: 'paragraph', paragraph: id } as const
  world.sign(who, 'contribution', { thread, about, text: 'Según datos' }, { scope: `${SCOPE}/observers` })
}
