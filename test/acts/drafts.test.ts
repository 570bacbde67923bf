import { describe, expect, test } from 'vitest'
import { admit } from '#shared/acts/admission.ts'
import type { Body } from '#shared/acts/build.ts'
import { negotiation, SCOPE, type World } from '#test/kit/acts.ts'

const OF_PE = { scope: `${SCOPE}/of/PE` }

function body(world: World, more: Partial<Body<'draft'>> = {}): Body<'draft'> {
  const { hash } = world.restingOn('op1')
  return {
    ...{
      draft: 'd1',
      operation: 'amend',
      targets: [{ paragraph: 'op1', hash }],
      after: null,
      previous: null,
    },
    ...{ answers: null, nature: 'substantive', reason: '', note: '', state: 'open', tabled: null },
    ...more,
  }
}

const keep = (world: World, more: Partial<Body<'draft'>> = {}) =>
  world.sign('PE:adviser', 'draft', body(world, more), OF_PE)

const states = (world: World) => world.state().drafts.map(({ draft, state, note }) => [draft, state, note])

describe('drafts of a workshop', () => {
  test('[C3.a] a draft is what its newest act lists, and is kept when put away', () => {
    const world = negotiation()
    const first = keep(world, { note: 'títulos' })
    keep(world, { draft: 'd2' })
    expect(world.effect(first)).toBeNull()
    keep(world, { state: 'putAway', note: 'no' })
    expect(states(world)).toEqual([
      ['d1', 'putAway', 'no'],
      ['d2', 'open', ''],
    ])
    expect(world.state().drafts[0]).toMatchObject({ country: 'PE', operation: 'amend', baseChanged: false })
  })

  test('[C3.b] of acts that did not know each other a tabled draft stays tabled, and one that is kept is not put away', () => {
    const world = negotiation()
    keep(world)
    keep(world, { draft: 'd2' })
    const apart = world.away()
    world.sign('PE', 'draft', body(world, { state: 'tabled', tabled: 'a'.repeat(64) }), OF_PE)
    world.sign('PE', 'draft', body(world, { draft: 'd2', note: 'sigue' }), OF_PE)
    keep(apart, { state: 'putAway' })
    keep(apart, { draft: 'd2', state: 'putAway' })
    world.take(apart)
    expect(states(world)).toEqual([
      ['d1', 'tabled', ''],
      ['d2', 'open', 'sigue'],
    ])
  })

  test('[C3.c] a draft whose paragraph has another wording now, or is gone, says so', () => {
    const world = negotiation()
    keep(world)
    keep(world, { draft: 'd2', targets: [{ paragraph: 'nope', hash: 'a'.repeat(64) }] })
    const changed = () => world.state().drafts.map(({ baseChanged }) => baseChanged)
    expect(changed()).toEqual([false, true])
    world.incorporate('PPT', 'op1', 'Acuerdan otra cosa')
    expect(changed()).toEqual([true, true])
    keep(world)
    expect(changed()).toEqual([false, true])
  })

  test('[C3.d] only the delegation itself lists its drafts', () => {
    const world = negotiation()
    for (const who of ['BR', 'PPT', 'ST', 'observer']) {
      const act = world.make(who, 'draft', body(world), OF_PE)
      expect(admit(world.set, act)).toMatchObject({ code: 'notAuthorised' })
      world.add(act)
    }
    expect(world.state().drafts).toEqual([])
  })
})
