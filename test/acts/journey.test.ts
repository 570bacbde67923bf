import { expect, test } from 'vitest'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, negotiation } from '#test/kit/acts.ts'

test('a paragraph is agreed, opened again, changed, confirmed and agreed again', () => {
  const world = negotiation()
  expect(world.state().paragraphs.map(({ number }) => number)).toEqual([
    '',
    'PP1',
    'PP2',
    '',
    '1',
    '2',
    '',
    '3',
    '4',
  ])
  expect(world.state().rounds[0]?.mismatch).toBe(false)
  world.allAgree('op1', [...COUNTRY_CODES])
  expect(world.paragraph('op1').missing).toEqual([])
  expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
  expect(world.paragraph('op1').status).toBe('agreed')
  expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan impedir la regularización'))).toBe(
    'agreedNotReopened',
  )
  expect(world.effect(world.reopen('PPT', 'op1'))).toBeNull()
  expect(world.paragraph('op1').status).toBe('open')
  expect(world.paragraph('op1').missing).toEqual([])
  expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan promover la regularización'))).toBeNull()
  expect(Object.values(world.paragraph('op1').positions).map(({ kind }) => kind)).toEqual(
    Array(12).fill('lapsed'),
  )
  world.allAgree('op1', [...COUNTRY_CODES])
  expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
  expect(
    world.effect(world.incorporate('PPT', 'nuevo', [clause('nuevo', 'Celebran')], { after: 'op1' })),
  ).toBeNull()
  expect(world.paragraph('nuevo').number).toBe('1 bis')
  world.closeRound()
  const { rounds, trouble, paragraphs } = world.state()
  expect(rounds[1]).toMatchObject({ n: 1, mismatch: false, symbol: 'CSM/XX/DEC/1/Rev.1' })
  expect(rounds[1]?.renumbered).toEqual([
    { paragraph: 'nuevo', from: '1 bis', to: '2' },
    { paragraph: 'op2', from: '2', to: '3' },
    { paragraph: 'op3', from: '3', to: '4' },
    { paragraph: 'op4', from: '4', to: '5' },
  ])
  expect(paragraphs.find(({ id }) => id === 'op1')?.status).toBe('agreed')
  expect(trouble).toEqual({ missing: [], gaps: [], forks: [], missingBlobs: [] })
})
