import { describe, expect, test } from 'vitest'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, hashOf, negotiation } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'

const ALL = [...COUNTRY_CODES]

describe('the gate before "agreed", judged at the place of the act', () => {
  test('[R21.s] without an act of parties all twelve are asked; the Chair may name those present', () => {
    const world = negotiation()
    expect(world.state()).toMatchObject({ parties: ALL, partiesBasis: 'all' })
    world.allAgree('op1', ['AR', 'CL', 'PE'])
    expect(world.effect(world.agree('PPT', 'op1'))).toBe('gateNotMet')
    expect(world.effect(world.sign('ST', 'parties', { parties: ['AR'], basis: 'present' }))).toBe(
      'notAuthorised',
    )
    world.sign('PPT', 'parties', { parties: ['AR', 'CL', 'PE'], basis: 'present' })
    expect(world.state()).toMatchObject({ parties: ['AR', 'CL', 'PE'], partiesBasis: 'present' })
    expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
  })

  test('[R21.s] parties named by two acts that did not know each other are all required', () => {
    const world = negotiation(undefined, [...MAIN_PEOPLE, 'PPT:CL'])
    const away = world.away()
    world.sign('PPT', 'parties', { parties: ['AR', 'BO'], basis: 'present' })
    away.sign('PPT:CL', 'parties', { parties: ['BO', 'PE'], basis: 'present' })
    world.take(away)
    expect(world.state()).toMatchObject({ parties: ['AR', 'BO', 'PE'], partiesBasis: 'present' })
  })

  test('[R21.t] a last call stands for the silence of those who attended', () => {
    const world = negotiation()
    world.allAgree('op1', ['AR'])
    expect(world.effect(world.agree('PPT', 'op1', ['AR', 'BO']))).toBe('gateNotMet')
    expect(world.effect(world.agree('PPT', 'op1', ALL))).toBeNull()
  })

  test.each(['object', 'scrutiny'] as const)('[R21.u] with "%s" even a last call does not help', (value) => {
    const world = negotiation(['AR'])
    world.position('AR', 'op1', value)
    expect(world.paragraph('op1').status).toBe('blocked')
    expect(world.effect(world.agree('PPT', 'op1', ALL))).toBe('gateNotMet')
    world.position('AR', 'op1', 'reserve')
    expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
    expect(world.paragraph('op1')).toMatchObject({
      status: 'agreedWithReservation',
      agreement: { reservations: ['AR'] },
    })
  })

  test('[R21.v] what came in that the Chair could not know neither makes nor breaks an agreement', () => {
    const world = negotiation(['AR', 'BO'])
    const away = world.away()
    world.allAgree('op1', ['AR'])
    const early = world.agree('PPT', 'op1')
    away.position('BO', 'op1', 'agree')
    world.take(away)
    expect(world.effect(early)).toBe('gateNotMet')
    expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
  })

  test('[R21.v] an objection that reaches the Chair afterwards is shown and marked, and opens nothing by itself', () => {
    const world = negotiation(['AR'])
    const away = world.away()
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    away.position('BO', 'op1', 'object')
    world.take(away)
    expect(world.paragraph('op1')).toMatchObject({
      status: 'agreed',
      positions: { BO: { kind: 'current', value: 'object' } },
    })
  })

  test('[R21.w] words still owed stop it', () => {
    const world = negotiation(['AR'])
    world.incorporate('PPT', 'op1', 'Acuerdan [por completar]')
    world.allAgree('op1', ['AR'])
    expect(world.effect(world.agree('PPT', 'op1', ALL))).toBe('gateNotMet')
  })

  test.each([
    ['PPT', null],
    ['ST', 'notAuthorised'],
    ['AR', 'notAuthorised'],
    ['PE:adviser', 'notAuthorised'],
    ['observer', 'notAuthorised'],
  ])('[R21.x] marked agreed by %s: %s', (who, expected) => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    expect(world.effect(world.agree(who, 'op1'))).toBe(expected)
    expect(world.paragraph('op1').status).toBe(expected === null ? 'agreed' : 'open')
  })
})

describe('re-opening', () => {
  test('[R22.s] keeps wording and positions; status and stamp go', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    const before = world.paragraph('op1')
    const act = world.reopen('PPT', 'op1')
    expect(world.paragraph('op1')).toMatchObject({
      status: 'open',
      agreement: null,
      reopened: { act: act.id, reason: 'On request of Peru' },
      wording: before.wording,
      positions: before.positions,
      missing: [],
    })
  })

  test.each([
    ['ST', 'notAuthorised'],
    ['AR', 'notAuthorised'],
    ['observer', 'notAuthorised'],
  ])('[R22.t] by %s: %s', (who, expected) => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    expect(world.effect(world.reopen(who, 'op1'))).toBe(expected)
    expect(world.paragraph('op1').status).toBe('agreed')
  })

  test('[R22.t] of an agreement that is not in force has no effect', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    const { id } = world.agree('PPT', 'op1')
    world.reopen('PPT', 'op1')
    const again = world.sign('PPT', 'reopen', { paragraph: 'op1', agreement: id, reason: 'Again' })
    const elsewhere = world.sign('PPT', 'reopen', { paragraph: 'op2', agreement: id, reason: 'Elsewhere' })
    expect([again, elsewhere].map((act) => world.effect(act))).toEqual(['supersededBase', 'supersededBase'])
  })

  test('[R22.u] a stamp made offline on an older wording is kept in the log, without effect', () => {
    const world = negotiation(['AR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator')
    world.allAgree('op1', ['AR'])
    const resting = world.restingOn('op1')
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    world.allAgree('op1', ['AR'])
    expect(world.effect(world.sign('facilitator', 'agree', { ...resting, lastCall: null }))).toBe(
      'oldWording',
    )
    expect(world.paragraph('op1').status).toBe('open')
  })

  test('[R22.v] an incorporation or suppression without it has no effect and says so, however often repeated', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    const hash = hashOf(clause('op1', 'Acuerdan facilitar la regularización'))
    for (const who of ['PPT', 'ST', 'PPT']) {
      expect(world.effect(world.incorporate(who, 'op1', 'Acuerdan impedir'))).toBe('agreedNotReopened')
      expect(world.effect(world.suppress(who, 'op1'))).toBe('agreedNotReopened')
      expect(world.paragraph('op1')).toMatchObject({ status: 'agreed', wording: { hash } })
    }
  })

  test('[R22.v] a re-opening that came later does not let an earlier incorporation in', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    const early = world.incorporate('PPT', 'op1', 'Acuerdan impedir')
    world.reopen('PPT', 'op1')
    expect(world.effect(early)).toBe('agreedNotReopened')
    expect(world.paragraph('op1').history).toHaveLength(1)
  })
})
