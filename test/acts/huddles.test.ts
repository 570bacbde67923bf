import { describe, expect, test } from 'vitest'
import type { CountryCode } from '#shared/domain/country.ts'
import { negotiation, type World } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'

interface Gathering {
  readonly paragraph: string | null
  readonly open: boolean
  readonly huddle: string
}

const PEOPLE = [...MAIN_PEOPLE, 'facilitator']

function gather(
  world: World,
  who: string,
  delegations: CountryCode[],
  { paragraph = 'op1', open = true, huddle = 'h1' }: Partial<Gathering> = {},
) {
  return world.sign(who, 'huddle', { huddle, paragraph, delegations, open, reason: 'To find words' })
}

const groups = (world: World) =>
  world.state().huddles.map(({ huddle, delegations, open }) => [huddle, delegations, open])

describe('contact groups', () => {
  test('[C2.a] a group is what its newest act says of it', () => {
    const world = negotiation()
    const act = gather(world, 'PPT', ['AR', 'BR'])
    expect(world.effect(act, 'op1')).toBeNull()
    expect(groups(world)).toEqual([['h1', ['AR', 'BR'], true]])
    gather(world, 'PPT', ['AR', 'PE'])
    gather(world, 'PPT', ['CL', 'UY'], { huddle: 'h2', paragraph: null })
    expect(groups(world)).toEqual([
      ['h1', ['AR', 'PE'], true],
      ['h2', ['CL', 'UY'], true],
    ])
    gather(world, 'PPT', ['AR', 'PE'], { open: false })
    expect(groups(world)[0]).toEqual(['h1', ['AR', 'PE'], false])
  })

  test('[C2.b] of acts that did not know each other the narrower holds', () => {
    const world = negotiation(undefined, PEOPLE)
    world.facilitate('facilitator')
    gather(world, 'PPT', ['AR', 'BR'])
    const apart = world.away()
    gather(world, 'PPT', ['AR', 'BR', 'PE'])
    gather(apart, 'facilitator', ['BR', 'PE', 'UY'], { open: false })
    world.take(apart)
    expect(groups(world)).toEqual([['h1', ['BR', 'PE'], false]])
    gather(world, 'PPT', ['AR'])
    expect(groups(world)).toEqual([['h1', ['AR'], true]])
  })

  test('[C2.c] the Chair or the facilitator of the section gathers it, in negotiation, on a paragraph that is there', () => {
    const world = negotiation(undefined, PEOPLE)
    world.facilitate('facilitator', 'h1')
    expect(world.effect(gather(world, 'facilitator', ['AR'], { huddle: 'mine' }), 'op1')).toBeNull()
    const elsewhere = gather(world, 'facilitator', ['AR'], { huddle: 'theirs', paragraph: 'op3' })
    expect(world.effect(elsewhere, 'op3')).toBe('notAuthorised')
    gather(world, 'PPT', ['AR', 'BR'], { huddle: 'chairs', paragraph: 'op3' })
    const taken = gather(world, 'facilitator', ['UY'], { huddle: 'chairs' })
    expect(world.effect(taken, 'op1')).toBe('notAuthorised')
    expect(world.effect(gather(world, 'PE', ['AR']), 'op1')).toBe('notAuthorised')
    expect(world.effect(gather(world, 'ST', ['AR']), 'op1')).toBe('notAuthorised')
    expect(world.effect(gather(world, 'PPT', ['AR'], { paragraph: 'nope' }), 'nope')).toBe('unknownParagraph')
    world.sign('PPT', 'stage', { to: 'suspended', phase: 0, reason: 'Break' })
    expect(world.effect(gather(world, 'PPT', ['AR']), 'op1')).toBe('wrongStage')
  })
})
