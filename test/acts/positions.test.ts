import { describe, expect, test } from 'vitest'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, hashOf, negotiation, SAMPLE, SCOPE } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'

const ALL = [...COUNTRY_CODES]
const HATS = [...MAIN_PEOPLE, 'PE:alternate', 'PE:head', 'facilitator']

test.each([
  ['PE', null],
  ['PE:alternate', null],
  ['PE:head', null],
  ['PE:adviser', 'notAuthorised'],
  ['PPT', 'notAuthorised'],
  ['ST', 'notAuthorised'],
  ['observer', 'notAuthorised'],
  ['root', 'notAuthorised'],
])('[R14.s] a position signed by %s: %s', (who, expected) => {
  const world = negotiation(undefined, HATS)
  expect(world.effect(world.position(who, 'op1', 'agree'))).toBe(expected)
  const { positions } = world.paragraph('op1')
  expect(positions.PE.kind).toBe(expected === null ? 'current' : 'none')
  expect(Object.values(positions).filter(({ kind }) => kind !== 'none')).toHaveLength(
    expected === null ? 1 : 0,
  )
})

test('[R14.t] the country is that of the key, and its last Speaker holds', () => {
  const world = negotiation(undefined, HATS)
  world.position('PE', 'op1', 'object')
  const last = world.position('PE:alternate', 'op1', 'agree')
  expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'current', value: 'agree', act: last.id })
})

test('[R14.u] of two Speakers who did not know of each other the more cautious holds, until one answers both', () => {
  const world = negotiation(undefined, HATS)
  const away = world.away()
  world.position('PE', 'op1', 'agree')
  away.position('PE:head', 'op1', 'scrutiny')
  world.take(away)
  expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'current', value: 'scrutiny' })
  world.position('PE', 'op1', 'agree')
  expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'current', value: 'agree' })
})

describe('a position is bound to a wording', () => {
  test('[R15.s] one changed word: all twelve lapse, and a confirmation restores each', () => {
    const world = negotiation()
    world.allAgree('op1', ALL)
    world.agree('PPT', 'op1')
    const refused = world.incorporate('PPT', 'op1', 'Acuerdan promover la regularización')
    expect(world.effect(refused)).toBe('agreedNotReopened')
    expect(world.paragraph('op1').status).toBe('agreed')
    world.reopen('PPT', 'op1')
    world.incorporate('PPT', 'op1', 'Acuerdan promover la regularización')
    const lapsed = world.paragraph('op1')
    expect(lapsed.missing).toEqual(ALL.map((country) => ({ kind: 'lapsed', country })))
    expect(lapsed.positions.PE).toMatchObject({
      kind: 'lapsed',
      value: 'agree',
      wording: 'Acuerdan facilitar la regularización',
    })
    for (const [index, country] of ALL.entries()) {
      expect(world.effect(world.agree('PPT', 'op1'))).toBe('gateNotMet')
      world.position(country, 'op1', 'agree')
      expect(world.paragraph('op1').missing).toHaveLength(ALL.length - index - 1)
    }
    expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
    expect(world.paragraph('op1').status).toBe('agreed')
  })

  test('[R15.t] a position taken offline on the old wording arrives lapsed', () => {
    const world = negotiation()
    const away = world.away()
    away.position('PE', 'op1', 'agree')
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    world.take(away)
    expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'lapsed', value: 'agree' })
    expect(world.state().log.find(({ kind }) => kind === 'position')).toMatchObject({
      late: true,
      noEffect: null,
    })
  })

  test('[R15.u] when an earlier wording returns, positions taken on it before stay lapsed', () => {
    const world = negotiation()
    world.position('PE', 'op1', 'agree')
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    world.incorporate('PPT', 'op1', 'Acuerdan facilitar la regularización')
    expect(world.paragraph('op1').wording?.hash).toBe(
      hashOf(clause('op1', 'Acuerdan facilitar la regularización')),
    )
    expect(world.paragraph('op1').positions.PE.kind).toBe('lapsed')
    world.position('PE', 'op1', 'agree')
    expect(world.paragraph('op1').positions.PE.kind).toBe('current')
  })

  test('[R15.v] one whose words are not those of its hash, or that no paragraph had, has no effect', () => {
    const world = negotiation()
    const { paragraph, hash, wording } = world.restingOn('op1')
    const rest = { language: 'es', value: 'agree', reason: null } as const
    const lying = world.sign('PE', 'position', { paragraph, hash, wording: 'Acuerdan impedir', ...rest })
    const unknown = world.sign('PE', 'position', { paragraph, hash: 'e'.repeat(64), wording, ...rest })
    const elsewhere = world.sign('PE', 'position', { paragraph: 'op2', hash, wording, ...rest })
    expect([lying, unknown, elsewhere].map((act) => world.effect(act))).toEqual([
      'oldWording',
      'oldWording',
      'oldWording',
    ])
    const nowhere = world.sign('PE', 'position', { paragraph: 'op9', hash, wording, ...rest })
    expect(world.effect(nowhere)).toBe('unknownParagraph')
    expect(world.paragraph('op1').positions.PE).toEqual({ kind: 'none' })
  })

  test('[R16.s] renumbering by a round lapses none', () => {
    const world = negotiation()
    world.allAgree('op2', ALL)
    world.incorporate('PPT', 'n1', [clause('n1', 'Celebran')], { after: 'op1' })
    world.closeRound()
    expect(world.paragraph('op2').number).toBe('3')
    expect(world.paragraph('op2').missing).toEqual([])
  })

  test('[R16.t] formatting lapses none', () => {
    const world = negotiation()
    world.allAgree('op1', ALL)
    const [first] = SAMPLE.filter(({ id }) => id === 'op1')
    const bold = {
      ...clause('op1', ''),
      runs: [{ insert: 'Acuerdan', attributes: { bold: true } }, { insert: ' facilitar  la regularización' }],
    }
    expect(first).toBeDefined()
    world.incorporate('PPT', 'op1', [bold])
    expect(world.paragraph('op1').wording?.clauses[0]?.runs).toHaveLength(2)
    expect(world.paragraph('op1').missing).toEqual([])
    world.incorporate('PPT', 'op1', [clause('op1', 'Acuerdan facilitar la regularización')])
    expect(world.paragraph('op1').missing).toEqual([])
  })
})

describe('a prepared position', () => {
  test.each([
    ['PE:adviser', `${SCOPE}/of/PE`, null],
    ['PE', `${SCOPE}/of/PE`, null],
    ['ST', SCOPE, null],
    ['ST', `${SCOPE}/of/PE`, 'notAuthorised'],
    ['PE:adviser', SCOPE, 'notAuthorised'],
    ['BO', `${SCOPE}/of/PE`, 'notAuthorised'],
    ['PPT', SCOPE, 'notAuthorised'],
  ])('[R14.v] by %s in %s: %s', (who, scope, expected) => {
    const world = negotiation(undefined, HATS)
    const act = world.prepare(who, 'PE', 'op1', 'agree', scope)
    expect(world.effect(act)).toBe(expected)
    expect(world.state().prepared).toHaveLength(expected === null ? 1 : 0)
    expect(world.paragraph('op1').positions.PE).toEqual({ kind: 'none' })
  })

  test('[R31.s] never counts, is answered by the Speaker, and lapses with its wording', () => {
    const world = negotiation(['PE'])
    world.prepare('ST', 'PE', 'op1', 'agree', SCOPE)
    expect(world.effect(world.agree('PPT', 'op1'))).toBe('gateNotMet')
    expect(world.state().prepared[0]).toMatchObject({ country: 'PE', answered: false, lapsed: false })
    world.position('PE', 'op1', 'agree')
    expect(world.state().prepared[0]).toMatchObject({ answered: true, lapsed: false })
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    expect(world.state().prepared[0]).toMatchObject({ answered: true, lapsed: true })
    world.prepare('PE:adviser', 'PE', 'op1', 'object')
    expect(world.state().prepared[1]).toMatchObject({ answered: false, lapsed: false })
  })
})

test("[R20.s] the Chair's country keeps its own voice: the office signs no position", () => {
  const world = negotiation()
  world.position('CL', 'op1', 'reserve')
  expect(world.effect(world.position('PPT', 'op1', 'agree'))).toBe('notAuthorised')
  expect(world.paragraph('op1').positions.CL).toMatchObject({ value: 'reserve' })
})

test('[R33.s] what the relay took after a change that its signer had not seen is marked late', () => {
  const world = negotiation()
  const away = world.away()
  const early = world.position('BO', 'op1', 'agree')
  const unseen = away.position('PE', 'op1', 'agree')
  const elsewhere = away.position('PE', 'op2', 'agree')
  world.incorporate('PPT', 'op1', 'Acuerdan promover')
  world.take(away)
  const late = world
    .state()
    .log.filter((entry) => entry.late)
    .map(({ act }) => act)
  expect(late).toEqual([unseen.id])
  expect(world.state().log.map(({ act }) => act)).toEqual(expect.arrayContaining([early.id, elsewhere.id]))
})

test('[R33.t] an act that only this device has is not late', () => {
  const world = negotiation()
  const away = world.away()
  world.incorporate('PPT', 'op1', 'Acuerdan promover')
  const act = away.position('PE', 'op1', 'agree')
  away.take(world)
  expect(away.state().log.find((entry) => entry.act === act.id)).toMatchObject({
    late: false,
    received: null,
  })
})
