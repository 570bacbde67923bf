import { describe, expect, test } from 'vitest'
import { clause, hashOf, negotiation, type World } from '#test/kit/acts.ts'
import { MAIN_PEOPLE, person } from '#test/kit/acts-people.ts'
import {
  amendment,
  back,
  bring,
  decline,
  deletion,
  join,
  proposalOf,
  table,
  tableNext,
  withdraw,
  wordsOf,
} from '#test/kit/acts-proposals.ts'

const OP1 = 'Acuerdan facilitar la regularización'
const SWIFT = 'Acuerdan facilitar la pronta regularización'
const PROMOTE = 'Acuerdan promover la regularización'

function met(world: World, ...others: World[]): World {
  const all = world.away({ online: true })
  for (const other of others) all.take(other)
  return all
}

describe('tabling', () => {
  test('[R2.c] a proposal stands beside the text and changes no word of it', () => {
    const world = negotiation()
    const act = table(world, 'PE', amendment(world, 'op1', SWIFT))
    expect(world.effect(act)).toBeNull()
    expect(world.paragraph('op1').wording?.clauses).toEqual([clause('op1', OP1)])
    expect(proposalOf(world, act)).toMatchObject({
      act: act.id,
      by: person('PE').key.id,
      version: 1,
      status: 'pending',
      baseChanged: false,
      paragraph: 'op1',
      round: 0,
      proponents: [{ country: 'PE', state: 'confirmed' }],
      backings: {},
      decision: null,
      supersededBy: null,
      late: false,
    })
  })

  test.each([
    [
      'a paragraph that is not there',
      'unknownParagraph',
      (world: World) => ({ ...deletion(world, 'op1'), paragraph: 'op9' }),
    ],
    [
      'words the paragraph never had',
      'otherWords',
      (world: World) => ({ ...deletion(world, 'op1'), hash: 'f'.repeat(64) }),
    ],
    ['the very words that stand', 'changesNothing', (world: World) => amendment(world, 'op1', OP1)],
    [
      'an insertion under the id of another paragraph',
      'alreadyThere',
      () => ({ kind: 'insert' as const, after: 'op1', clauses: [clause('op2', 'Celebran')] }),
    ],
    [
      'an insertion after nothing',
      'unknownParagraph',
      () => ({ kind: 'insert' as const, after: 'op9', clauses: [clause('n1', 'Celebran')] }),
    ],
  ])('[R2.d] %s: %s', (_name, expected, operation) => {
    const world = negotiation()
    expect(world.effect(table(world, 'PE', operation(world)))).toBe(expected)
    expect(world.state().proposals).toEqual([])
  })
})

test('[R2.e] a proposal tabled twice stands once; two who did not know of each other both stand', () => {
  const world = negotiation()
  const [peru, brazil] = [world.away(), world.away()]
  const once = table(peru, 'PE', amendment(peru, 'op1', SWIFT), { proposal: 'swift' })
  const twice = table(peru, 'PE', amendment(peru, 'op1', PROMOTE), { proposal: 'swift' })
  const apart = table(brazil, 'BR', amendment(brazil, 'op1', PROMOTE), { proposal: 'swift' })
  const all = met(world, peru, brazil)
  expect([once, twice, apart].map((act) => all.effect(act))).toEqual([null, 'alreadyTabled', null])
  expect(all.state().proposals).toHaveLength(2)
})

test.each([
  ['PE', null],
  ['PE:adviser', 'notAuthorised'],
  ['observer', 'notAuthorised'],
])('[R4.g] a proposal in the name of a country tabled by %s: %s', (who, expected) => {
  const world = negotiation()
  const act = table(world, who, amendment(world, 'op1', SWIFT), { proponents: ['PE'] })
  expect(world.effect(act)).toBe(expected)
})

describe('versions', () => {
  test('[AT11] a proposal edited after support is a second version, and support is asked for again', () => {
    const world = negotiation()
    const first = table(world, 'PE', amendment(world, 'op1', SWIFT))
    back(world, 'BR', first, 'support')
    const second = tableNext(world, 'PE', first, amendment(world, 'op1', PROMOTE))
    expect(proposalOf(world, first)).toMatchObject({ status: 'superseded', supersededBy: second.id })
    expect(Object.keys(proposalOf(world, first).backings)).toEqual(['BR'])
    expect(wordsOf(proposalOf(world, first))).toBe(SWIFT)
    expect(proposalOf(world, second)).toMatchObject({ version: 2, status: 'pending', backings: {} })
    expect(world.effect(back(world, 'AR', first, 'support'))).toBe('proposalClosed')
    expect(world.effect(back(world, 'BR', second, 'support'))).toBeNull()
  })

  test('[R5.a] a version is for a confirmed proponent of the one before, and follows it by one', () => {
    const world = negotiation()
    const first = table(world, 'PE', amendment(world, 'op1', SWIFT), { proponents: ['BR', 'PE'] })
    const next = (who: string, options = {}) =>
      world.effect(tableNext(world, who, first, amendment(world, 'op1', PROMOTE), options))
    expect(next('AR')).toBe('notAuthorised')
    expect(next('BR')).toBe('notAuthorised')
    expect(next('PPT')).toBe('notAuthorised')
    expect(next('PE', { version: 3 })).toBe('unknownProposal')
    expect(next('PE', { proposal: 'another' })).toBe('unknownProposal')
    join(world, 'BR', first)
    expect(next('BR')).toBeNull()
    expect(next('PE')).toBe('proposalClosed')
  })

  test('[R5.b] two versions that did not know of each other both stand', () => {
    const world = negotiation()
    const first = table(world, 'PE', amendment(world, 'op1', SWIFT), { proponents: ['BR', 'PE'] })
    join(world, 'BR', first)
    const [peru, brazil] = [world.away(), world.away()]
    tableNext(peru, 'PE', first, amendment(peru, 'op1', PROMOTE))
    tableNext(brazil, 'BR', first, amendment(brazil, 'op2', 'Instan a reconocer pronto los títulos'))
    const all = met(world, peru, brazil)
    expect(
      all
        .state()
        .proposals.map(({ version, status }) => `${String(version)} ${status}`)
        .sort(),
    ).toEqual(['1 superseded', '2 pending', '2 pending'])
  })
})

describe('what others hold of it', () => {
  test('[R5.c] the last a Speaker said holds; of what was said at once the most cautious; null takes it back', () => {
    const world = negotiation(undefined, [...MAIN_PEOPLE, 'BR:head'])
    const first = table(world, 'PE', amendment(world, 'op1', SWIFT))
    const [one, other] = [world.away(), world.away()]
    back(one, 'BR', first, 'object')
    back(one, 'BR', first, 'support')
    back(other, 'BR:head', first, 'reserve')
    const all = met(world, one, other)
    expect(proposalOf(all, first).backings.BR?.value).toBe('reserve')
    back(all, 'BR', first, 'support')
    expect(proposalOf(all, first).backings.BR?.value).toBe('support')
    back(all, 'BR', first, null)
    expect(proposalOf(all, first).backings).toEqual({})
  })

  test('[R5.d] a proponent holds nothing of its own proposal, nor does the Chair of any', () => {
    const world = negotiation()
    const first = table(world, 'PE', amendment(world, 'op1', SWIFT))
    expect(world.effect(back(world, 'PE', first, 'support'))).toBe('ownProposal')
    expect(world.effect(back(world, 'PPT', first, 'support'))).toBe('notAuthorised')
    back(world, 'BR', first, 'support')
    join(world, 'BR', first)
    expect(proposalOf(world, first).backings).toEqual({})
  })
})

describe('what the Chair decides', () => {
  test('[AT8] of two proposals on the same words one is incorporated: the other falls, with its text', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    const other = table(world, 'BR', amendment(world, 'op1', 'Acuerdan garantizar la regularización'))
    const aside = table(world, 'CL', amendment(world, 'op1', SWIFT))
    const act = bring(world, 'PPT', 'op1', PROMOTE, [one])
    expect(world.effect(act)).toBeNull()
    expect(proposalOf(world, one)).toMatchObject({
      status: 'incorporated',
      decision: { act: act.id, kind: 'incorporated', whole: true },
    })
    expect(proposalOf(world, other)).toMatchObject({ status: 'fallen', decision: null })
    expect(wordsOf(proposalOf(world, other))).toBe('Acuerdan garantizar la regularización')
    expect(proposalOf(world, aside)).toMatchObject({ status: 'pending', baseChanged: true })
  })

  test('[R4.l] a proposal declined keeps its words and the reason', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    expect(world.effect(decline(world, 'PE', one))).toBe('notAuthorised')
    const act = decline(world, 'PPT', one)
    expect(proposalOf(world, one)).toMatchObject({
      status: 'declined',
      decision: { act: act.id, kind: 'declined', whole: false, reason: 'No support in the room' },
    })
    expect(world.effect(decline(world, 'PPT', one))).toBe('proposalClosed')
    expect(world.effect(withdraw(world, 'PE', one))).toBe('proposalClosed')
  })
})

describe('how it gets into the text', () => {
  test('[R4.h] parts of two proposals in one wording: both are incorporated, neither whole', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    const other = table(world, 'BR', amendment(world, 'op1', `${OP1} plena`))
    bring(world, 'PPT', 'op1', `${PROMOTE} plena`, [one, other])
    for (const act of [one, other]) {
      expect(proposalOf(world, act)).toMatchObject({ status: 'incorporated', decision: { whole: false } })
    }
    world.incorporate('PPT', 'op1', OP1)
    expect(proposalOf(world, one).status).toBe('incorporated')
  })

  test('[R4.h] an insertion is whole as a new paragraph, a deletion as a suppression', () => {
    const world = negotiation()
    const added = table(world, 'PE', { kind: 'insert', after: 'op1', clauses: [clause('n1', 'Celebran')] })
    const gone = table(world, 'BR', deletion(world, 'op2'))
    bring(world, 'PPT', 'n1', 'Celebran', [added])
    const { base, before } = world.replacing('op2')
    const proposals = [gone.id]
    world.sign('PPT', 'suppress', { paragraph: 'op2', base, before, proposals, reason: '' })
    for (const act of [added, gone]) {
      expect(proposalOf(world, act)).toMatchObject({ status: 'incorporated', decision: { whole: true } })
    }
    expect(world.paragraph('op2').status).toBe('suppressed')
  })

  test('[R4.i] an incorporation without effect decides nothing', () => {
    const world = negotiation(['AR'])
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    withdraw(world, 'PE', one)
    const two = table(world, 'BR', amendment(world, 'op2', 'Instan a todos a reconocer los títulos'))
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    expect(world.effect(bring(world, 'PPT', 'op1', PROMOTE, [two]))).toBe('agreedNotReopened')
    expect(proposalOf(world, two)).toMatchObject({ status: 'pending', decision: null })
  })

  test('[R4.j] a bridging proposal incorporated takes the place of those it names', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    const bridge = table(world, 'PPT', amendment(world, 'op1', `${PROMOTE} plena`), { replaces: [one.id] })
    expect(proposalOf(world, bridge)).toMatchObject({ status: 'pending', proponents: [] })
    expect(proposalOf(world, one).status).toBe('pending')
    bring(world, 'PPT', 'op1', `${PROMOTE} plena`, [bridge])
    expect(proposalOf(world, one)).toMatchObject({ status: 'superseded', supersededBy: bridge.id })
  })

  test('[R4.k] the Chair withdraws a bridging proposal and nobody else’s; delegations withdraw only their own', () => {
    const world = negotiation()
    const bridge = table(world, 'ST', amendment(world, 'op1', PROMOTE))
    const own = table(world, 'PE', amendment(world, 'op1', SWIFT))
    expect(world.effect(withdraw(world, 'PE', bridge))).toBe('notAuthorised')
    expect(world.effect(withdraw(world, 'PPT', own))).toBe('notAuthorised')
    expect(world.effect(withdraw(world, 'BR', own))).toBe('notAuthorised')
    expect(world.effect(withdraw(world, 'PPT', bridge))).toBeNull()
    expect(proposalOf(world, bridge).status).toBe('withdrawn')
  })
})

describe('while the text goes on', () => {
  test('[R10.t] a paragraph suppressed under a proposal: both facts stay, and it is asked for again when it is back', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    world.suppress('PPT', 'op1')
    expect(proposalOf(world, one).status).toBe('suppressedMeanwhile')
    world.incorporate('PPT', 'op1', OP1)
    expect(proposalOf(world, one)).toMatchObject({ status: 'pending', baseChanged: false })
  })

  test('[R17.b] a proposal on an agreed paragraph has no effect until that is opened again', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    expect(proposalOf(world, one).status).toBe('afterAgreement')
    world.reopen('PPT', 'op1')
    expect(proposalOf(world, one).status).toBe('pending')
  })

  test('[R33.c] a proposal made on an older round says so, and is late', () => {
    const world = negotiation()
    const peru = world.away()
    const one = table(peru, 'PE', amendment(peru, 'op1', PROMOTE))
    world.incorporate('PPT', 'op1', SWIFT)
    world.closeRound()
    world.take(peru)
    const state = proposalOf(world, one)
    expect(state).toMatchObject({ status: 'pending', baseChanged: true, round: 0, late: true })
    expect(proposalOf(world, table(world, 'BR', amendment(world, 'op1', PROMOTE)))).toMatchObject({
      round: 1,
      late: false,
    })
  })

  test('[A5.e] a proposal that no act touches is the same object again, one that is touched is not', () => {
    const world = negotiation()
    const one = table(world, 'PE', amendment(world, 'op1', PROMOTE))
    const other = table(world, 'BR', amendment(world, 'op2', 'Instan a reconocer pronto los títulos'))
    const before = [proposalOf(world, one), proposalOf(world, other)]
    world.position('AR', 'op3', 'agree')
    expect(proposalOf(world, one)).toBe(before[0])
    back(world, 'AR', one, 'support')
    expect(proposalOf(world, one)).not.toBe(before[0])
    expect(proposalOf(world, other)).toBe(before[1])
    bring(world, 'PPT', 'op3', 'Deciden crear una red', [other])
    expect(proposalOf(world, other).status).toBe('incorporated')
    expect(world.paragraph('op2').missing.some(({ kind }) => kind === 'openProposal')).toBe(false)
  })
})

describe('two who did not know of each other', () => {
  test('[AT7] one tables the deletion of a paragraph, the other an amendment of it: both stand', () => {
    const world = negotiation()
    const [peru, brazil] = [world.away(), world.away()]
    const gone = table(peru, 'PE', deletion(peru, 'op4'))
    const amended = table(
      brazil,
      'BR',
      amendment(brazil, 'op4', 'Encomiendan a la Secretaría Técnica el seguimiento anual'),
    )
    const all = met(world, peru, brazil)
    expect([gone, amended].map((act) => all.effect(act))).toEqual([null, null])
    expect([gone, amended].map((act) => proposalOf(all, act).status)).toEqual(['pending', 'pending'])
    expect(all.paragraph('op4')).toMatchObject({
      status: 'open',
      wording: { hash: hashOf(clause('op4', 'Encomiendan a la Secretaría Técnica el seguimiento')) },
    })
    expect(all.paragraph('op4').missing.filter(({ kind }) => kind === 'openProposal')).toHaveLength(2)
  })
})

describe('proponents', () => {
  test('[R6.a] a joint proposal waits for each co-proponent, and one that stays keeps it alive', () => {
    const world = negotiation()
    const joint = table(world, 'PE', amendment(world, 'op1', PROMOTE), { proponents: ['BR', 'PE'] })
    expect(proposalOf(world, joint).proponents).toEqual([
      { country: 'BR', state: 'pending' },
      { country: 'PE', state: 'confirmed' },
    ])
    join(world, 'BR', joint)
    withdraw(world, 'PE', joint)
    expect(proposalOf(world, joint)).toMatchObject({
      status: 'pending',
      proponents: [
        { country: 'BR', state: 'confirmed' },
        { country: 'PE', state: 'withdrawn' },
      ],
    })
    withdraw(world, 'BR', joint)
    expect(proposalOf(world, joint).status).toBe('withdrawn')
  })
})
