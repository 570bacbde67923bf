import { expect, test } from 'vitest'
import type { Body } from '#shared/acts/build.ts'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { closingOf } from '#renderer/session/closing.ts'
import { consequencesOf } from '#renderer/session/consequences.ts'
import {
  allParts,
  changesOf,
  choose,
  offerOf,
  planOf,
  withLevels,
  type Plan,
  type Ticks,
} from '#renderer/session/incorporation.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { SCOPE, type Ledger, type Person } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'
import { clause, copied, idOf, table, target, type Tabled } from './harness/tabled.ts'

/** Paragraph 1, with words that are easy to change, and 2 after it. */
const WORDS = 'Los Estados cooperan en la gestión ordenada de las fronteras comunes'

function begin(): Ledger {
  const ledger = play('negotiation')
  const id = idOf(ledger, 'PP5')
  ledger.setText('PPT', id, [{ ...clause(id, WORDS), kind: 'preambular' }])
  for (const code of ['AR', 'BR'] as const) ledger.position(code, id, 'agree')
  return ledger
}

const amend = (ledger: Ledger, from: string, to: string, kind: 'amend' | 'alternative' = 'amend'): Tabled => {
  const { clauses } = ledger.paragraph(idOf(ledger, 'PP5')).wording ?? { clauses: [] }
  const words = wordingText(clauses).replace(from, to)
  return {
    kind,
    ...target(ledger, 'PP5'),
    clauses: copied(clauses.map((one) => ({ ...one, runs: [{ insert: words }] }))),
  }
}

const proposalOf = (ledger: Ledger, act: string): ProposalState => {
  const found = ledger.state().proposals.find((one) => one.act === act)
  if (found === undefined) throw new Error('no such proposal')
  return found
}

/** `parts`: of each proposal used; null for all of them. */
function planned(ledger: Ledger, used: readonly (readonly [string, readonly number[] | null])[]): Plan {
  const paragraph = ledger.paragraph(idOf(ledger, 'PP5'))
  const offers = used.map(([act]) => offerOf(proposalOf(ledger, act), paragraph))
  let ticks: Ticks = new Map()
  used.forEach(([, parts], i) => {
    const offer = offers[i]
    if (offer) ticks = choose(ticks, offers, offer, parts === null ? allParts(offer) : new Set(parts))
  })
  return planOf({ paragraph, text: ledger.state().paragraphs, offers, ticks, splitAs: 'parts' })
}

const says = (plan: Plan): string[] =>
  plan.slots.map(({ made }) => (made[0]?.suppressed === true ? '—' : wordingText(made)))

/** Signs what is planned and tells what was said of it beforehand beside what has come of it. */
function carryOut(ledger: Ledger, plan: Plan, by: Person = 'PPT') {
  const before = ledger.state()
  const changes = changesOf(plan, ({ made }) => made)
  const paragraphs = changes.map(({ slot, clauses }) => ({
    paragraph: slot.paragraph ?? slot.key,
    after: slot.after,
    base: [...slot.base],
    before: before.paragraphs.find(({ id }) => id === slot.paragraph)?.wording?.hash ?? null,
    clauses: copied(clauses),
  }))
  const said = consequencesOf(
    { kind: 'incorporate', paragraphs },
    plan.used,
    before.paragraphs,
    before.proposals,
  )
  ledger.sign(by, 'incorporate', SCOPE, {
    paragraphs,
    proposals: plan.used.map(({ act }) => act).sort(),
    reason: '',
  })
  const after = ledger.state()
  const now = (act: string) => after.proposals.find((one) => one.act === act)
  return { said, after, now }
}

const acts = (all: readonly ProposalState[]): string[] => all.map(({ act }) => act)

test('[AT8] of two overlapping proposals one is incorporated, the other falls with its text, as was said', () => {
  const ledger = begin()
  const one = table(ledger, 'AR', amend(ledger, 'gestión ordenada', 'gobernanza'))
  const other = table(ledger, 'BR', amend(ledger, 'ordenada', 'segura y ordenada'))
  const apart = table(ledger, 'CO', amend(ledger, 'comunes', 'compartidas'))
  const plan = planned(ledger, [[one, null]])
  const { said, now } = carryOut(ledger, plan)
  expect(acts(said.whole)).toEqual([one])
  expect(acts(said.fall)).toEqual([other])
  expect(said.lapse).toEqual([{ paragraph: idOf(ledger, 'PP5'), countries: ['AR', 'BR'] }])
  expect(now(one)).toMatchObject({ status: 'incorporated', decision: { whole: true } })
  expect(now(other)?.status).toBe('fallen')
  expect(JSON.stringify(now(other)?.operation)).toContain('gestión segura y ordenada')
  expect(now(apart)).toMatchObject({ status: 'pending', baseChanged: true })
})

test('[V80.a] one contiguous change is one part, whatever blanks stand between its words', () => {
  const ledger = begin()
  const act = table(
    ledger,
    'AR',
    amend(ledger, 'gestión ordenada de las fronteras comunes', 'gobernanza segura de las costas'),
  )
  const offer = offerOf(proposalOf(ledger, act), ledger.paragraph(idOf(ledger, 'PP5')))
  if (offer.kind !== 'words') throw new Error('no words')
  expect(offer.parts.map(({ n, before, after }) => [n, before, after])).toEqual([
    [1, 'gestión ordenada', 'gobernanza segura'],
    [2, 'fronteras comunes', 'costas'],
  ])
})

const CASES: readonly (readonly [
  string,
  (ledger: Ledger) => readonly (readonly [string, readonly number[] | null])[],
  readonly string[],
  number,
])[] = [
  [
    'two that do not meet',
    (ledger) => [
      [table(ledger, 'AR', amend(ledger, 'Los Estados', 'Las Partes')), null],
      [table(ledger, 'BR', amend(ledger, 'comunes', 'compartidas')), null],
    ],
    [WORDS.replace('Los Estados', 'Las Partes').replace('comunes', 'compartidas')],
    0,
  ],
  [
    'a part of one and all of another',
    (ledger) => [
      [
        table(
          ledger,
          'AR',
          amend(ledger, 'Los Estados cooperan en la gestión', 'Ellos cooperan en la guarda'),
        ),
        [2],
      ],
      [table(ledger, 'BR', amend(ledger, 'comunes', 'compartidas')), null],
    ],
    [WORDS.replace('gestión', 'guarda').replace('comunes', 'compartidas')],
    0,
  ],
  [
    'two that change the same words: neither is in it',
    (ledger) => [
      [table(ledger, 'AR', amend(ledger, 'ordenada', 'segura')), null],
      [table(ledger, 'BR', amend(ledger, 'ordenada', 'regular')), null],
    ],
    [WORDS],
    1,
  ],
  [
    'two that want the same',
    (ledger) => [
      [table(ledger, 'AR', amend(ledger, 'ordenada', 'segura')), null],
      [table(ledger, 'BR', amend(ledger, 'ordenada', 'segura')), null],
    ],
    [WORDS.replace('ordenada', 'segura')],
    0,
  ],
  [
    'an alternative, as a whole',
    (ledger) => [
      [
        table(
          ledger,
          'AR',
          amend(ledger, WORDS, 'Las Partes trabajan en la guarda de sus costas', 'alternative'),
        ),
        null,
      ],
    ],
    ['Las Partes trabajan en la guarda de sus costas'],
    0,
  ],
  [
    'a deletion',
    (ledger) => [[table(ledger, 'AR', { kind: 'delete', ...target(ledger, 'PP5') }), null]],
    ['—'],
    0,
  ],
  [
    'a deletion and a change',
    (ledger) => [
      [table(ledger, 'AR', { kind: 'delete', ...target(ledger, 'PP5') }), null],
      [table(ledger, 'BR', amend(ledger, 'comunes', 'compartidas')), null],
    ],
    [WORDS],
    1,
  ],
  [
    'two insertions, one after the other',
    (ledger) =>
      (['AR', 'BR'] as const).map((code) => [
        table(ledger, code, {
          kind: 'insert',
          after: idOf(ledger, 'PP5'),
          clauses: copied([clause(`new-${code}`, `Palabras de ${code}`)]),
        }),
        null,
      ]),
    ['Palabras de AR', 'Palabras de BR'],
    0,
  ],
  [
    'a merger: the first has the words, the other is suppressed',
    (ledger) => {
      const first = ledger.paragraph(idOf(ledger, 'PP5')).wording?.clauses ?? []
      const clauses = copied([{ ...(first[0] ?? clause('', '')), runs: [{ insert: `${WORDS}, y más` }] }])
      const paragraphs = [target(ledger, 'PP5'), target(ledger, 'PP6')]
      return [[table(ledger, 'AR', { kind: 'merge', paragraphs, clauses }), null]]
    },
    [`${WORDS}, y más`, '—'],
    0,
  ],
]

test.each(CASES)('[V80] a result is made of what is chosen: %s', (_what, given, expected, clashes) => {
  const ledger = begin()
  const plan = planned(ledger, given(ledger))
  expect(says(plan)).toEqual(expected)
  expect(plan.clashes).toHaveLength(clashes)
})

test.each(CASES)('[V81] what was said of it beforehand comes of it: %s', (_what, given) => {
  const ledger = begin()
  const idle = [
    table(ledger, 'PE', amend(ledger, 'ordenada', 'ordenada y regular')),
    table(ledger, 'PY', { kind: 'delete', ...target(ledger, 'PP5') }),
    table(ledger, 'UY', { kind: 'delete', ...target(ledger, 'PP6') }),
  ]
  const plan = planned(ledger, given(ledger))
  if (changesOf(plan, ({ made }) => made).length === 0) return
  const before = ledger.state()
  const { said, after, now } = carryOut(ledger, plan)
  for (const { act } of plan.used) {
    expect(now(act)?.status).toBe('incorporated')
    expect(now(act)?.decision?.whole, act).toBe(acts(said.whole).includes(act))
  }
  for (const act of idle) {
    const expected = acts(said.fall).includes(act)
      ? 'fallen'
      : acts(said.withoutParagraph).includes(act)
        ? 'suppressedMeanwhile'
        : 'pending'
    expect(now(act)?.status, act).toBe(expected)
  }
  const lapsed = after.paragraphs.flatMap(({ id, positions }) => {
    const was = before.paragraphs.find((one) => one.id === id)?.positions
    const gone = COUNTRY_CODES.filter(
      (code) => was?.[code].kind === 'current' && positions[code].kind === 'lapsed',
    )
    return gone.length === 0 ? [] : [{ paragraph: id, countries: gone }]
  })
  expect(said.lapse).toEqual(lapsed)
})

test('[V81] what a bridging text replaces is said, and is superseded', () => {
  const ledger = begin()
  const replaced = (['AR', 'BR'] as const).map((code) =>
    table(ledger, code, amend(ledger, 'ordenada', `ordenada ${code}`)),
  )
  const bridging = table(ledger, 'PPT', amend(ledger, 'ordenada', 'segura y ordenada'), {
    replaces: [...replaced].sort(),
  })
  const { said, now } = carryOut(ledger, planned(ledger, [[bridging, null]]))
  expect(acts(said.replaced)).toEqual(replaced)
  expect(said.fall).toEqual([])
  expect(replaced.map((act) => now(act)?.status)).toEqual(['superseded', 'superseded'])
})

test('[V81.a] an agreed paragraph is to be opened again first', () => {
  const ledger = begin()
  const id = idOf(ledger, 'PP3')
  const paragraph = ledger.paragraph(id)
  expect(paragraph.agreement).not.toBeNull()
  const clauses = (paragraph.wording?.clauses ?? []).map((one): Clause => ({
    ...one,
    runs: [{ insert: 'Otra cosa' }],
  }))
  const deed = {
    kind: 'incorporate' as const,
    paragraphs: [{ paragraph: id, base: setBy(paragraph), clauses }],
  }
  const { paragraphs, proposals } = ledger.state()
  expect(consequencesOf(deed, [], paragraphs, proposals).agreed).toEqual([id])
})

test('[V80.b] what was written on the text before it changed is brought onto it, or is said to be lost', () => {
  const ledger = begin()
  const kept = table(ledger, 'AR', amend(ledger, 'comunes', 'compartidas'))
  const lost = table(ledger, 'BR', amend(ledger, 'ordenada', 'segura'))
  ledger.incorporate('PPT', idOf(ledger, 'PP5'), (words) => words.replace('ordenada', 'regular'))
  expect(says(planned(ledger, [[kept, null]]))).toEqual([
    WORDS.replace('ordenada', 'regular').replace('comunes', 'compartidas'),
  ])
  expect(offerOf(proposalOf(ledger, lost), ledger.paragraph(idOf(ledger, 'PP5')))).toMatchObject({
    parts: [],
  })
})

test('[V80.c] moving and splitting stand alone: choosing one leaves out the others, and the reverse', () => {
  const ledger = begin()
  const words = table(ledger, 'AR', amend(ledger, 'comunes', 'compartidas'))
  const move = table(ledger, 'BR', { kind: 'move', ...target(ledger, 'PP5'), after: idOf(ledger, 'PP1') })
  expect(
    planned(ledger, [
      [words, null],
      [move, null],
    ]),
  ).toMatchObject({ way: 'move', slots: [] })
  const back = planned(ledger, [
    [move, null],
    [words, null],
  ])
  expect(back.way).toBe('words')
  expect(acts(back.used)).toEqual([words])
})

test('[V80.d] the parts of a split say what the whole says, and where they begin in it', () => {
  const ledger = begin()
  const id = idOf(ledger, 'PP5')
  const own = (key: string, words: string, level: 0 | 1 = 0): Clause => ({
    ...clause(key, words),
    kind: 'preambular',
    level,
  })
  ledger.setText('PPT', id, [own(id, 'Uno y dos:'), own('sub-a', 'primero', 1), own('sub-b', 'segundo', 1)])
  const parts = [
    [own(id, 'Uno')],
    [own('p2', 'y dos:'), own('sub-a', 'primero', 1)],
    [own('sub-b', 'segundo')],
  ]
  expect(withLevels(ledger.paragraph(id), parts).map(({ level }) => level)).toEqual([0, 0, 1])
  const split: Body<'propose'>['operation'] = {
    ...{ kind: 'split', ...target(ledger, 'PP5') },
    parts: parts.map(copied),
  }
  expect(planned(ledger, [[table(ledger, 'AR', split), null]]).way).toBe('split')
  const others = { ...split, parts: [copied([own(id, 'Uno')]), copied([own('p3', 'y tres')])] }
  const plan = planned(ledger, [[table(ledger, 'BR', others), null]])
  expect([plan.way, ...says(plan)]).toEqual(['words', 'Uno', 'y tres'])
})

test('[V85] a third wording of a paragraph that was given two apart names both, be it the words of one of them', () => {
  const ledger = begin()
  const paragraph = ledger.paragraph(idOf(ledger, 'PP5'))
  const { wording } = paragraph
  if (wording === null) throw new Error('no wording')
  const alternatives = [wording, { ...wording, act: 'f'.repeat(64) }]
  const disputed = { ...paragraph, wording: null, alternatives }
  const text = ledger.state().paragraphs.map((one) => (one.id === disputed.id ? disputed : one))
  const plan = planOf({ paragraph: disputed, text, offers: [], ticks: new Map(), splitAs: 'parts' })
  const [change] = changesOf(plan, ({ made }) => made)
  expect(change?.slot.base).toEqual(alternatives.map(({ act }) => act))
  const settled = planOf({ paragraph, text, offers: [], ticks: new Map(), splitAs: 'parts' })
  expect(changesOf(settled, ({ made }) => made)).toEqual([])
})

test('[V86] before a round is closed it is said which split paragraphs become whole, and which numbers change', () => {
  const ledger = begin()
  const id = idOf(ledger, 'PP5')
  const after = ledger.paragraph(id)
  ledger.setText('PPT', 'fresh', [{ ...clause('fresh', 'Palabras nuevas'), kind: 'preambular' }], id)
  const own = (key: string, words: string): Clause => ({ ...clause(key, words), kind: 'preambular' })
  const [first, rest] = [WORDS.slice(0, 11), WORDS.slice(12)]
  ledger.sign('PPT', 'split', SCOPE, {
    ...{
      paragraph: id,
      base: [...setBy(after)],
      before: after.wording?.hash ?? '',
      proposals: [],
      reason: '',
    },
    parts: [
      { clauses: copied([own(id, first)]), level: 0 },
      { clauses: copied([own('second', rest)]), level: 0 },
    ],
  })
  const { paragraphs } = ledger.state()
  expect(paragraphs.flatMap(({ part, number }) => (part === null ? [] : [number]))).toEqual([
    'PP5(a)',
    'PP5(b)',
  ])
  const said = closingOf(paragraphs, 'gerund', [id])
  expect([said.ready, said.split]).toEqual([[], [id]])
  const numbers = said.renumbered.map(({ from, to }) => `${from} → ${to}`)
  expect(numbers.slice(0, 2)).toEqual(['PP5 bis → PP6', 'PP6 → PP7'])
  expect(numbers.some((one) => one.startsWith('PP5('))).toBe(false)
})

test.each([
  ['inside its section', (ids: readonly string[], id: string) => ids.find((one) => one !== id) ?? ''],
  ['to the other side of the preamble', (ids: readonly string[]) => ids.at(-1) ?? ''],
])('[V81] of a move %s it is said which positions lapse, and these do', (where, target) => {
  const ledger = begin()
  const before = ledger.state().paragraphs
  const spoken = (of: (typeof before)[number], kind: 'current' | 'lapsed') =>
    COUNTRY_CODES.filter((code) => of.positions[code].kind === kind)
  const preamble = before.filter(({ kind }) => kind === 'preambular')
  const given = preamble.find((one) => one.agreement === null && spoken(one, 'current').length > 0)
  if (given?.wording === undefined || given.wording === null) throw new Error('nobody has spoken')
  const ids = where === 'inside its section' ? preamble.map(({ id }) => id) : before.map(({ id }) => id)
  const after = target(ids, given.id)
  const said = consequencesOf({ kind: 'move', paragraph: given.id, after }, [], before, [])
  ledger.sign('PPT', 'move', SCOPE, {
    ...{ paragraph: given.id, after, base: [...setBy(given)], before: given.wording.hash },
    ...{ proposals: [], reason: '' },
  })
  const lapsed = spoken(ledger.paragraph(given.id), 'lapsed')
  expect(said.lapse.flatMap(({ countries }) => countries)).toEqual(lapsed)
  expect(lapsed.length > 0).toBe(where !== 'inside its section')
})
