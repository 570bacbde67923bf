import { describe, expect, test } from 'vitest'
import type { VerifiedAct } from '#shared/acts/act.ts'
import { parentsFor } from '#shared/acts/build.ts'
import { ActSet } from '#shared/acts/set.ts'
import { minute, negotiation, SCOPE } from '#test/kit/acts.ts'
import { person } from '#test/kit/acts-people.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'

describe('a set of acts', () => {
  test('[A3.a] only grows, and adding twice changes nothing', () => {
    const world = negotiation()
    const act = world.position('PE', 'op1', 'agree')
    const { size, version } = world.set
    expect(world.set.add(act)).toBe('known')
    expect([world.set.size, world.set.version]).toEqual([size, version])
  })

  test('[A3.b] keeps the first receipt heard for an act', () => {
    const world = negotiation().away()
    const act = world.position('PE', 'op1', 'agree')
    expect(world.set.receiptOf(act.id)).toBeNull()
    world.set.addReceipt(act.id, { n: 7, received: minute(7) })
    world.set.addReceipt(act.id, { n: 9, received: minute(9) })
    expect(world.set.receiptOf(act.id)).toEqual({ n: 7, received: minute(7) })
  })

  test('[A3.c] gives an act its place once all its ancestors are here', () => {
    const world = negotiation()
    const acts = world.set.placed.map(({ act }) => act)
    const set = new ActSet(world.set.conf, nodeCrypto)
    for (const act of [...acts].reverse()) {
      expect(set.placed).toHaveLength(0)
      set.add(act)
    }
    expect(set.placed).toHaveLength(acts.length)
    expect(set.inOrder([SCOPE]).map(({ act }) => act.id)).toEqual(
      world.set.inOrder([SCOPE]).map(({ act }) => act.id),
    )
  })

  test('[A3.d] knows which act came before which, and which did not know each other', () => {
    const world = negotiation()
    const away = world.away()
    const first = world.position('PE', 'op1', 'agree')
    const apart = away.position('BO', 'op1', 'agree')
    world.take(away)
    const both = world.position('PE', 'op2', 'agree')
    const { set } = world
    expect([set.isBefore(first.id, both.id), set.isBefore(apart.id, both.id)]).toEqual([true, true])
    expect([set.isBefore(first.id, apart.id), set.isBefore(apart.id, first.id)]).toEqual([false, false])
    expect([set.isBefore(both.id, first.id), set.isBefore(both.id, both.id)]).toEqual([false, false])
  })

  test('[A3.e] tells its heads and, for each scope and key, the next number wanted', () => {
    const world = negotiation()
    const away = world.away()
    const first = world.position('PE', 'op1', 'agree')
    const apart = away.position('BO', 'op1', 'agree')
    world.take(away)
    expect(world.set.heads(SCOPE)).toEqual([first.id, apart.id].sort())
    expect(world.set.vector()[SCOPE]).toMatchObject({ [person('PE').key.id]: 1, [person('BO').key.id]: 1 })
    expect(world.set.nextSeq(SCOPE, person('PE').key.id)).toBe(1)
    expect(world.set.nextSeq(SCOPE, person('AR').key.id)).toBe(0)
  })

  test('[A3.f] takes no act of another conference', () => {
    const world = negotiation()
    const act = world.make(
      'PE',
      'position',
      { ...world.restingOn('op1'), language: 'es', value: 'agree', reason: null },
      { forced: { conf: testKey('other').id } },
    )
    const before = world.set.size
    expect(world.set.add(act)).toBe('otherConference')
    expect(world.set.size).toBe(before)
  })

  test('[A4.a] a new act names all heads of its scope, and those of the conference that they do not know', () => {
    const world = negotiation()
    const away = world.away()
    const one = world.position('PE', 'op1', 'agree')
    const two = away.position('BO', 'op1', 'agree')
    world.take(away)
    expect(parentsFor(world.set, SCOPE)).toEqual([one.id, two.id].sort())
    const late = world.accredit('PE:adviser')
    expect(parentsFor(world.set, SCOPE)).toEqual([one.id, two.id, late.id].sort())
    const workshop = parentsFor(world.set, `${SCOPE}/of/PE`)
    expect(workshop).toEqual([one.id, two.id, late.id].sort())
    expect(parentsFor(world.set, `${SCOPE}/observers`)).toEqual([late.id])
  })

  test('[A3.g] an act that rests on what its readers may not read never takes a place', () => {
    const world = negotiation()
    const secret = world.prepare('PE:adviser', 'PE', 'op1', 'agree')
    const body = { ...world.restingOn('op1'), language: 'es', value: 'agree', reason: null } as const
    const act = world.make('PE', 'position', body, { forced: { parents: [secret.id] } })
    world.add(act)
    expect(world.set.node(act.id)).toBeUndefined()
    expect(world.effect(act)).toBe('missingAncestor')
  })
})

describe('what is missing', () => {
  test('[A8.a] an act whose ancestor is missing has no effect until it comes, and the ancestor is named', () => {
    const world = negotiation()
    const away = world.away()
    const text = away.incorporate('PPT', 'op1', 'Acuerdan promover')
    const position = away.position('PE', 'op1', 'agree')
    world.add(position)
    expect(world.state().trouble.missing).toEqual([text.id])
    expect(world.effect(position)).toBe('missingAncestor')
    expect(world.paragraph('op1').positions.PE).toEqual({ kind: 'none' })
    world.add(text)
    expect(world.state().trouble.missing).toEqual([])
    expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'current', value: 'agree' })
  })

  test("[A8.b] a withheld act shows as a gap in its key's numbers", () => {
    const world = negotiation()
    const away = world.away()
    away.position('PE', 'op1', 'object')
    const second = away.position('PE', 'op1', 'agree')
    world.add(second)
    expect(world.state().trouble.gaps).toEqual([{ scope: SCOPE, key: person('PE').key.id, seq: 0 }])
    expect(world.paragraph('op1').positions.PE).toEqual({ kind: 'none' })
  })
})

describe('a key that signs two acts with one number', () => {
  /** Peru's stolen key signs "agree" where Peru had objected. */
  function forkedOnce(): { world: ReturnType<typeof negotiation>; honest: VerifiedAct; stolen: VerifiedAct } {
    const world = negotiation()
    const thief = world.away()
    const honest = world.position('PE', 'op1', 'object')
    const stolen = thief.position('PE', 'op1', 'agree')
    thief.position('PE', 'op2', 'object')
    world.take(thief)
    return { world, honest, stolen }
  }

  test('[A7.a] the branch that the relay took first stands; the other has no effect', () => {
    const { world, honest, stolen } = forkedOnce()
    expect([world.effect(honest), world.effect(stolen)]).toEqual([null, 'forked'])
    expect(world.paragraph('op1').positions.PE).toMatchObject({ kind: 'current', value: 'object' })
    expect(world.paragraph('op2').positions.PE).toEqual({ kind: 'none' })
    expect(world.state().trouble.forks).toEqual([{ scope: SCOPE, key: person('PE').key.id, seq: 0 }])
  })

  test('[A7.a] whichever reaches a device first', () => {
    const { world, honest, stolen } = forkedOnce()
    const other = new ActSet(world.set.conf, nodeCrypto)
    for (const { act } of [...world.set.placed].reverse()) other.add(act)
    other.addReceipt(stolen.id, { n: 500, received: minute(500) })
    other.addReceipt(honest.id, { n: 400, received: minute(400) })
    const chain = other.chain(SCOPE, person('PE').key.id)
    expect(chain && [...other.fallenOf(chain)]).toContain(stolen.id)
    expect(chain && [...other.fallenOf(chain)]).not.toContain(honest.id)
  })

  test('[A7.b] what it signs from there on is marked, until the root closes the key', () => {
    const { world, honest } = forkedOnce()
    const later = world.position('PE', 'op3', 'agree')
    const marked = () =>
      world
        .state()
        .log.filter(({ forked }) => forked)
        .map(({ act }) => act)
    expect(marked()).toEqual(expect.arrayContaining([honest.id, later.id]))
    expect(world.state().log.find(({ kind }) => kind === 'round')?.forked).toBe(false)
    world.close('PE', { [SCOPE]: 0 })
    expect(marked()).toEqual([])
    expect(world.state().trouble.forks).toEqual([])
    expect(world.paragraph('op1').positions.PE).toMatchObject({ value: 'object' })
  })

  test('[A7.c] a thief cannot erase consent that was given before', () => {
    const world = negotiation(['PE'])
    world.position('PE', 'op1', 'agree')
    world.agree('PPT', 'op1')
    const thief = world.away()
    world.position('PE', 'op2', 'agree')
    thief.position('PE', 'op1', 'object')
    world.take(thief)
    expect(world.paragraph('op1').status).toBe('agreed')
    expect(world.paragraph('op1').positions.PE).toMatchObject({ value: 'agree' })
  })

  test("[A7.d] an act that does not know its key's act before it counts as a fork", () => {
    const world = negotiation()
    const forgetful = world.away()
    world.position('PE', 'op1', 'object')
    const body = { ...world.restingOn('op1'), language: 'es', value: 'agree', reason: null } as const
    const act = forgetful.make('PE', 'position', body, { forced: { seq: 1 } })
    world.add(act)
    expect(world.effect(act)).toBe('forked')
    expect(world.paragraph('op1').positions.PE).toMatchObject({ value: 'object' })
  })
})

test('[A5.d] unchanged paragraphs are the same objects after an act on another one', () => {
  const world = negotiation()
  const before = world.state()
  expect(world.state()).toBe(before)
  world.position('PE', 'op1', 'agree')
  const after = world.state()
  const same = after.paragraphs.filter((paragraph, index) => paragraph === before.paragraphs[index])
  expect(same.map(({ id }) => id)).toEqual(after.paragraphs.map(({ id }) => id).filter((id) => id !== 'op1'))
})
