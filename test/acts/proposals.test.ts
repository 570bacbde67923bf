import { describe, expect, test } from 'vitest'
import { clause, hashOf, negotiation, type World } from '#test/kit/acts.ts'
import { person } from '#test/kit/acts-people.ts'
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

  test('[R4.c] a proposal declined keeps its words and the reason', () => {
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
