import { describe, expect, it } from 'vitest'
import {
  blocks,
  consents,
  mostCautious,
  needsReason,
  POSITION_VALUES,
  type PositionValue,
} from '#shared/domain/position.ts'

describe('positions', () => {
  it('[R13.a] are agree, ad referendum, reservation, no instructions, scrutiny reservation and objection', () => {
    expect(POSITION_VALUES).toEqual([
      'agree',
      'adReferendum',
      'reserve',
      'noInstructions',
      'scrutiny',
      'object',
    ])
  })

  it.each<[PositionValue, boolean, boolean, boolean]>([
    ['agree', false, true, false],
    ['adReferendum', false, true, false],
    ['reserve', false, true, false],
    ['noInstructions', false, false, false],
    ['scrutiny', true, false, false],
    ['object', true, false, true],
  ])('[R13.b] %s: blocks %s, consents %s, needs a reason %s', (value, blocking, consenting, reason) => {
    expect([blocks(value), consents(value), needsReason(value)]).toEqual([blocking, consenting, reason])
  })

  it.each<[PositionValue[], PositionValue | null]>([
    [['agree', 'object'], 'object'],
    [['object', 'scrutiny'], 'object'],
    [['scrutiny', 'noInstructions'], 'scrutiny'],
    [['reserve', 'noInstructions'], 'noInstructions'],
    [['adReferendum', 'reserve'], 'reserve'],
    [['adReferendum', 'agree', 'agree'], 'adReferendum'],
    [['agree'], 'agree'],
    [[], null],
  ])('[R14.m] of %j, taken at once, the most cautious holds: %s', (values, expected) => {
    expect(mostCautious(values)).toBe(expected)
    expect(mostCautious(values.toReversed())).toBe(expected)
  })
})
