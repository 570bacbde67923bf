import { describe, expect, test } from 'vitest'
import { admit } from '#shared/acts/admission.ts'
import { negotiation, type World } from '#test/kit/acts.ts'

const CONF = { scope: 'conf' }

const allow = (world: World, advisersTable: boolean, who = 'PE') =>
  world.sign(who, 'allow', { country: 'PE', advisersTable }, CONF)

/** What the register says to an adviser's bracket, as any act of tabling. */
function tables(world: World): unknown {
  const anchor = { ...world.restingOn('op1'), from: 0, to: 8, quote: 'Acuerdan' }
  const { paragraph, hash, from, to, quote } = anchor
  const act = world.make('PE:adviser', 'bracket', {
    anchor: { paragraph, hash, from, to, quote },
    countries: ['PE'],
    byChair: false,
    reason: '',
  })
  const admission = admit(world.set, act)
  return admission.ok || admission.code
}

describe('advisers who table', () => {
  test('[R4.a] an adviser tables while a Speaker of its country allows it, and not before or after', () => {
    const world = negotiation()
    expect(tables(world)).toBe('notAuthorised')
    allow(world, true)
    expect(world.conference().advisersTable).toEqual(['PE'])
    expect(tables(world)).toBe(true)
    allow(world, false)
    expect(world.conference().advisersTable).toEqual([])
    expect(tables(world)).toBe('notAuthorised')
  })

  test('[R4.a] it is judged where the act stands: who did not know of the leave had none', () => {
    const world = negotiation()
    const apart = world.away()
    allow(world, true)
    expect(tables(apart)).toBe('notAuthorised')
    apart.take(world)
    expect(tables(apart)).toBe(true)
  })

  test('[R4.b] of leave and its end that did not know each other the end holds', () => {
    const world = negotiation(undefined, ['PE', 'PE:head', 'PE:adviser', 'PPT'])
    allow(world, true)
    const apart = world.away()
    allow(world, true)
    allow(apart, false, 'PE:head')
    world.take(apart)
    expect(world.conference().advisersTable).toEqual([])
  })

  test('[R4.t] nobody but a Speaker of the country gives leave, and it gives no other right of a Speaker', () => {
    const world = negotiation()
    for (const who of ['PE:adviser', 'BR', 'PPT', 'ST', 'root']) {
      const act = world.make(who, 'allow', { country: 'PE', advisersTable: true }, CONF)
      expect(admit(world.set, act)).toMatchObject({ code: 'notAuthorised' })
    }
    allow(world, true)
    const position = world.position('PE:adviser', 'op1', 'agree')
    expect(world.effect(position, 'op1')).toBe('notAuthorised')
  })
})
