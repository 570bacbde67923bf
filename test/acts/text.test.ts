import { describe, expect, test } from 'vitest'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, hashOf, negotiation, SAMPLE } from '#test/kit/acts.ts'
import { MAIN_PEOPLE, person } from '#test/kit/acts-people.ts'

const ALL = [...COUNTRY_CODES]
const PEOPLE = [...MAIN_PEOPLE, 'facilitator']

test('[R2.s] an incorporation gives a paragraph its wording and keeps the one before', () => {
  const world = negotiation()
  const act = world.incorporate('PPT', 'op1', 'Acuerdan promover la regularización')
  expect(world.effect(act)).toBeNull()
  const { wording, history, alternatives } = world.paragraph('op1')
  expect(wording).toMatchObject({
    act: act.id,
    hash: hashOf(clause('op1', 'Acuerdan promover la regularización')),
  })
  expect(history.map(({ clauses }) => clauses[0]?.runs[0]?.insert)).toEqual([
    'Acuerdan facilitar la regularización',
    'Acuerdan promover la regularización',
  ])
  expect(alternatives).toEqual([])
})

test.each([
  ['PPT', null],
  ['ST', null],
  ['facilitator', null],
  ['PE', 'notAuthorised'],
  ['PE:adviser', 'notAuthorised'],
  ['observer', 'notAuthorised'],
  ['root', 'notAuthorised'],
])('[R2.t] an incorporation by %s: %s', (who, expected) => {
  const world = negotiation(
    undefined,
    PEOPLE.map((name) => name),
  )
  world.sign(
    'PPT',
    'office',
    { office: 'facilitator', key: person('facilitator').key.id, doc: 'declaration', section: null },
    { scope: 'conf' },
  )
  expect(world.effect(world.incorporate(who, 'op1', 'Acuerdan otra cosa'))).toBe(expected)
  expect(world.paragraph('op1').history).toHaveLength(expected === null ? 2 : 1)
})

describe('an incorporation names what it takes the place of', () => {
  test('[R2.u] one that names an act whose place another already took has no effect', () => {
    const world = negotiation()
    const round = world.state().rounds[0]?.act ?? ''
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    const stale = world.incorporate('PPT', 'op1', 'Acuerdan impedir', { base: [round] })
    expect(world.effect(stale)).toBe('supersededBase')
    expect(world.paragraph('op1').wording?.clauses[0]?.runs).toEqual([{ insert: 'Acuerdan promover' }])
  })

  test('[R2.u] one that misstates the wording before has no effect', () => {
    const world = negotiation()
    const { base } = world.replacing('op1')
    const change = {
      paragraph: 'op1',
      after: null,
      base,
      before: 'f'.repeat(64),
      clauses: [clause('op1', 'Otra')],
    }
    const act = world.sign('PPT', 'incorporate', { paragraphs: [change], proposals: [], reason: '' })
    expect(world.effect(act)).toBe('supersededBase')
  })

  test('[R2.v] a new paragraph stands after the one it names, under a number of its own', () => {
    const world = negotiation()
    world.incorporate('PPT', 'n1', [clause('n1', 'Celebran')], { after: 'op1' })
    world.incorporate('PPT', 'n2', [clause('n2', 'Destacan')], { after: 'op1' })
    world.incorporate('PPT', 'n0', [clause('n0', 'Recordando', 'preambular')], { after: 'title' })
    const shown = world.state().paragraphs.map(({ id, number }) => `${id} ${number}`.trim())
    expect(shown).toEqual([
      'title',
      'n0 PP0',
      'pp1 PP1',
      'pp2 PP2',
      'h1',
      'op1 1',
      'n2 1 ter',
      'n1 1 bis',
      'op2 2',
      'h2',
      'op3 3',
      'op4 4',
    ])
  })

  test.each([
    ['after a paragraph that does not exist', { after: 'nowhere' }],
    ['in place of an act that is not there', { after: 'op1', base: ['a'.repeat(64)] }],
  ])('[R2.v] a new paragraph %s has no effect', (_name, options) => {
    const world = negotiation()
    expect(world.effect(world.incorporate('PPT', 'n1', [clause('n1', 'Celebran')], options))).toBe(
      'unknownParagraph',
    )
  })

  test('[R2.w] each paragraph of an act is judged for itself', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    const changes = ['op1', 'op2'].map((id) => ({
      paragraph: id,
      after: null,
      ...world.replacing(id),
      clauses: [clause(id, 'Instan a todos')],
    }))
    const act = world.sign('PPT', 'incorporate', { paragraphs: changes, proposals: [], reason: '' })
    expect(world.effect(act, 'op1')).toBe('agreedNotReopened')
    expect(world.effect(act, 'op2')).toBeNull()
  })
})

describe('two who did not know of each other', () => {
  function apart() {
    const world = negotiation(['AR'], PEOPLE)
    world.facilitate('facilitator')
    const away = world.away()
    return { world, away }
  }

  test('[R35.s] two incorporations of one paragraph stand side by side, and nothing counts', () => {
    const { world, away } = apart()
    world.allAgree('op1', ALL)
    const one = world.incorporate('PPT', 'op1', 'Acuerdan promover')
    const other = away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    expect([world.effect(one), world.effect(other)]).toEqual([null, null])
    const { status, wording, alternatives, positions, missing } = world.paragraph('op1')
    expect({ status, wording }).toEqual({ status: 'disputed', wording: null })
    expect(alternatives.map(({ act }) => act).sort()).toEqual([one.id, other.id].sort())
    expect(new Set(Object.values(positions).map(({ kind }) => kind))).toEqual(new Set(['lapsed']))
    expect(missing).toContainEqual({ kind: 'disputed' })
    world.allAgree('op1', ['AR'])
    expect(world.effect(world.agree('PPT', 'op1', ALL))).toBe('gateNotMet')
  })

  test('[R35.t] an act that names one of them leaves the dispute, one that names both ends it', () => {
    const { world, away } = apart()
    const one = world.incorporate('PPT', 'op1', 'Acuerdan promover')
    away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    const half = {
      paragraph: 'op1',
      after: null,
      base: [one.id],
      before: hashOf(clause('op1', 'Acuerdan promover')),
      clauses: [clause('op1', 'Acuerdan x')],
    }
    expect(
      world.effect(world.sign('PPT', 'incorporate', { paragraphs: [half], proposals: [], reason: '' })),
    ).toBeNull()
    expect(world.paragraph('op1').status).toBe('disputed')
    expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan alentar'))).toBeNull()
    expect(world.paragraph('op1')).toMatchObject({ status: 'open', alternatives: [] })
    expect(world.paragraph('op1').history).toHaveLength(5)
  })

  test('[R35.t] positions on the wording that the Chair chose are asked for again', () => {
    const { world, away } = apart()
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    world.position('AR', 'op1', 'agree')
    away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    expect(world.paragraph('op1').positions.AR.kind).toBe('lapsed')
    world.position('AR', 'op1', 'agree')
    expect(world.paragraph('op1').positions.AR.kind).toBe('current')
  })

  test('[R35.u] the same words from both are no dispute', () => {
    const { world, away } = apart()
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    away.incorporate('facilitator', 'op1', 'Acuerdan promover')
    world.take(away)
    expect(world.paragraph('op1')).toMatchObject({ status: 'open', alternatives: [] })
  })

  test('[R35.v] an agreement and a text act: the agreed wording stands and the paragraph is disputed', () => {
    const { world, away } = apart()
    world.allAgree('op1', ['AR'])
    const agreement = world.agree('PPT', 'op1')
    const text = away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    expect([world.effect(agreement), world.effect(text)]).toEqual([null, null])
    expect(world.paragraph('op1')).toMatchObject({
      status: 'disputed',
      wording: { hash: hashOf(clause('op1', 'Acuerdan facilitar la regularización')) },
      agreement: { act: agreement.id },
    })
    expect(world.paragraph('op1').alternatives).toHaveLength(2)
  })

  test('[R35.v] re-opening such a paragraph does not let the unseen wording in by the back door', () => {
    const { world, away } = apart()
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    world.reopen('PPT', 'op1')
    expect(world.paragraph('op1')).toMatchObject({ status: 'disputed', wording: null })
    expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan alentar'))).toBeNull()
    expect(world.paragraph('op1').status).toBe('open')
  })

  test('[R35.w] the Chair may end that dispute in favour of the agreed words without re-opening', () => {
    const { world, away } = apart()
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    world.take(away)
    expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan facilitar la regularización'))).toBeNull()
    expect(world.paragraph('op1')).toMatchObject({ status: 'agreed', alternatives: [] })
  })

  test('[R35.x] a re-opening and another agreement: disputed until one of them is answered', () => {
    const { world, away } = apart()
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    away.take(world)
    world.reopen('PPT', 'op1')
    away.agree('facilitator', 'op1')
    world.take(away)
    expect(world.paragraph('op1').status).toBe('disputed')
    expect(world.effect(world.incorporate('PPT', 'op1', 'Otra'))).toBe('agreedNotReopened')
    world.reopen('PPT', 'op1')
    expect(world.paragraph('op1').status).toBe('open')
  })

  test('[R35.y] two new paragraphs under one id stand in dispute, in one place', () => {
    const { world, away } = apart()
    world.incorporate('PPT', 'n1', [clause('n1', 'Celebran')], { after: 'op1' })
    away.incorporate('facilitator', 'n1', [clause('n1', 'Lamentan')], { after: 'op3' })
    world.take(away)
    expect(world.state().paragraphs.filter(({ id }) => id === 'n1')).toHaveLength(1)
    expect(world.paragraph('n1')).toMatchObject({ status: 'disputed', wording: null })
  })
})

test('[R10.s] a suppressed paragraph stays, without words to agree on, and comes back with its number', () => {
  const world = negotiation()
  expect(world.effect(world.suppress('PPT', 'op1'))).toBeNull()
  expect(world.paragraph('op1')).toMatchObject({ status: 'suppressed', number: '1' })
  expect(world.paragraph('op1').missing).toContainEqual({ kind: 'suppressed' })
  world.incorporate('ST', 'op1', 'Acuerdan facilitar la regularización')
  expect(world.paragraph('op1')).toMatchObject({ status: 'open', number: '1' })
})

test('[R43.s] a facilitator of a section changes that section and no other', () => {
  const world = negotiation(['AR'], PEOPLE)
  world.facilitate('facilitator', 'h2')
  expect(world.effect(world.incorporate('facilitator', 'op3', 'Deciden'))).toBeNull()
  expect(world.effect(world.incorporate('facilitator', 'op1', 'Deciden'))).toBe('notAuthorised')
  expect(
    world.effect(world.incorporate('facilitator', 'n1', [clause('n1', 'Celebran')], { after: 'op3' })),
  ).toBeNull()
  expect(
    world.effect(world.incorporate('facilitator', 'n2', [clause('n2', 'Celebran')], { after: 'op1' })),
  ).toBe('notAuthorised')
  world.allAgree('op1', ['AR'])
  world.allAgree('op4', ['AR'])
  expect(world.effect(world.agree('facilitator', 'op1'))).toBe('notAuthorised')
  expect(world.effect(world.agree('facilitator', 'op4'))).toBeNull()
  expect(world.effect(world.sign('facilitator', 'stage', { to: 'suspended', phase: 0, reason: '' }))).toBe(
    'notAuthorised',
  )
})

test('[R13.s] headings and signature blocks take no position', () => {
  const world = negotiation()
  expect(world.paragraph('h1')).toMatchObject({ consent: false, missing: [] })
  expect(world.effect(world.position('AR', 'h1', 'agree'))).toBe('unknownParagraph')
  expect(SAMPLE.some(({ kind }) => kind === 'heading')).toBe(true)
})
