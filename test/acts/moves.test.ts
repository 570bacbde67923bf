import { describe, expect, test } from 'vitest'
import { clause, conference, negotiation, SAMPLE, type World } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'

const ids = (world: World) => world.state().paragraphs.map(({ id }) => id)
const kind = (world: World, id: string, country: 'AR' | 'BR') => world.paragraph(id).positions[country].kind

function move(world: World, who: string, paragraph: string, after: string | null, base?: string[]) {
  const known = world.replacing(paragraph)
  const body = { paragraph, after, ...known, base: base ?? known.base, proposals: [], reason: 'Better there' }
  return world.sign(who, 'move', body)
}

describe('moves', () => {
  test('[R16.u] inside its section a paragraph keeps positions, agreement and number', () => {
    const world = negotiation(['AR', 'BR'])
    world.allAgree('op1', ['AR', 'BR'])
    world.agree('PPT', 'op1')
    const { wording } = world.paragraph('op1')
    const act = move(world, 'PPT', 'op1', 'op2')
    expect(world.effect(act, 'op1')).toBeNull()
    expect(ids(world)).toEqual(['title', 'pp1', 'pp2', 'h1', 'op2', 'op1', 'h2', 'op3', 'op4'])
    expect(world.paragraph('op1')).toMatchObject({ status: 'agreed', number: '1', wording })
    expect(kind(world, 'op1', 'AR')).toBe('current')
    expect(kind(world, 'op2', 'AR')).toBe('none')
  })

  test('[R16.v] into another section its positions lapse on the same words, and an agreed one is opened again first', () => {
    const world = negotiation(['AR', 'BR'])
    world.allAgree('op1', ['AR', 'BR'])
    world.agree('PPT', 'op1')
    expect(world.effect(move(world, 'PPT', 'op1', 'op3'), 'op1')).toBe('agreedNotReopened')
    expect(ids(world).indexOf('op1')).toBe(4)
    world.reopen('PPT', 'op1')
    const act = move(world, 'PPT', 'op1', 'op3')
    expect(world.effect(act, 'op1')).toBeNull()
    expect(ids(world)).toEqual(['title', 'pp1', 'pp2', 'h1', 'op2', 'h2', 'op3', 'op1', 'op4'])
    expect(kind(world, 'op1', 'AR')).toBe('lapsed')
    expect(world.paragraph('op1')).toMatchObject({ number: '1', wording: { act: act.id } })
    world.position('AR', 'op1', 'agree')
    expect(kind(world, 'op1', 'AR')).toBe('current')
  })

  test('[R16.v] past the end of the preamble is elsewhere too, whatever the headings', () => {
    const world = negotiation(['AR', 'BR'])
    const early = SAMPLE.filter(({ kind: one }) => one !== 'heading')
    const flat = conference()
    flat.openNegotiation(early)
    for (const [id, after, expected] of [
      ['pp1', 'pp2', 'current'],
      ['op1', 'op3', 'current'],
      ['pp2', 'op2', 'lapsed'],
      ['op2', null, 'lapsed'],
    ] as const) {
      flat.position('AR', id, 'agree')
      expect(flat.effect(move(flat, 'PPT', id, after), id)).toBeNull()
      expect([id, kind(flat, id, 'AR')]).toEqual([id, expected])
    }
    world.position('AR', 'pp2', 'agree')
    move(world, 'PPT', 'pp2', 'h1')
    expect(kind(world, 'pp2', 'AR')).toBe('lapsed')
  })

  test('[R16.w] a move that names another wording than the current, or a place that is not there, has no effect', () => {
    const world = negotiation()
    const { base } = world.replacing('op1')
    world.incorporate('PPT', 'op1', 'Acuerdan otra cosa')
    expect(world.effect(move(world, 'PPT', 'op1', 'op2', base), 'op1')).toBe('supersededBase')
    expect(world.effect(move(world, 'PPT', 'op1', 'nope'), 'op1')).toBe('unknownParagraph')
    expect(world.effect(move(world, 'PE', 'op1', 'op2'), 'op1')).toBe('notAuthorised')
    expect(ids(world)).toEqual(SAMPLE.map(({ id }) => id))
  })

  test('[R16.w] a facilitator moves within the section, neither out of it nor into it', () => {
    const world = negotiation(undefined, [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator', 'h1')
    expect(world.effect(move(world, 'facilitator', 'op1', 'op3'), 'op1')).toBe('notAuthorised')
    expect(world.effect(move(world, 'facilitator', 'op3', 'op1'), 'op3')).toBe('notAuthorised')
    expect(world.effect(move(world, 'facilitator', 'op1', 'op2'), 'op1')).toBeNull()
  })

  test('[R43.t] a suppressed heading opens no section: what followed it belongs to the one before', () => {
    const world = negotiation(undefined, [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator', 'h1')
    world.suppress('PPT', 'h2')
    expect(world.effect(move(world, 'facilitator', 'op3', 'op1'), 'op3')).toBeNull()
    world.suppress('facilitator', 'h1')
    expect(world.effect(world.incorporate('facilitator', 'op2', 'Instan'), 'op2')).toBe('notAuthorised')
    expect(world.effect(world.incorporate('facilitator', 'h1', 'Integración'), 'h1')).toBeNull()
    expect(world.effect(world.incorporate('facilitator', 'op2', 'Instan'), 'op2')).toBeNull()
  })

  test('[R16.x] an agreement and a move elsewhere that did not know each other are a dispute', () => {
    const world = negotiation(['AR', 'BR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator')
    world.allAgree('op1', ['AR', 'BR'])
    const apart = world.away()
    world.agree('PPT', 'op1')
    move(apart, 'facilitator', 'op1', 'op3')
    world.take(apart)
    expect(world.paragraph('op1').status).toBe('disputed')
    const inside = negotiation(['AR', 'BR'], [...MAIN_PEOPLE, 'facilitator'])
    inside.facilitate('facilitator')
    inside.allAgree('op1', ['AR', 'BR'])
    const other = inside.away()
    inside.agree('PPT', 'op1')
    move(other, 'facilitator', 'op1', 'op2')
    inside.take(other)
    expect(inside.paragraph('op1').status).toBe('agreed')
  })

  test('[R16.y] a move is judged by the order its signer knew, and a round that did not know it passes over it', () => {
    const world = negotiation(['AR', 'BR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator', 'h2')
    const apart = world.away()
    move(world, 'PPT', 'op1', 'op3')
    const added = apart.sign('facilitator', 'incorporate', {
      paragraphs: [
        { paragraph: 'new', after: 'op4', base: [], before: null, clauses: [clause('new', 'Deciden')] },
      ],
      proposals: [],
      reason: '',
    })
    const blind = move(apart, 'facilitator', 'op1', 'op4')
    world.take(apart)
    expect(world.effect(added, 'new')).toBeNull()
    expect(world.effect(blind, 'op1')).toBe('notAuthorised')
    const late = world.away()
    world.closeRound()
    const passed = move(late, 'ST', 'op3', 'op4')
    world.take(late)
    expect(world.effect(passed, 'op3')).toBe('notInRound')
    expect(world.state().rounds.at(-1)?.mismatch).toBe(false)
  })
})
