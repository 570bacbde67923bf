import { describe, expect, test } from 'vitest'
import { admit } from '#shared/acts/admission.ts'
import type { VerifiedAct } from '#shared/acts/act.ts'
import type { Body } from '#shared/acts/build.ts'
import type { ThreadState } from '#shared/acts/negotiation-state.ts'
import { negotiation, SCOPE, type World } from '#test/kit/acts.ts'

const PE = `${SCOPE}/of/PE`
const WITH_CHAIR = `${SCOPE}/bureau/PE`
const BUREAU = `${SCOPE}/bureau`
const OBSERVERS = `${SCOPE}/observers`

type About = Body<'comment'>['about']
const ON_OP1: About = { kind: 'paragraph', paragraph: 'op1' }

function say(
  world: World,
  who: string,
  text: string,
  more: { scope?: string; thread?: string; about?: About },
) {
  const { scope = SCOPE, thread = null, about = ON_OP1 } = more
  return world.sign(who, 'comment', { thread, about, text, mentions: [] }, { scope })
}

function contribute(world: World, who: string, text: string, thread: string | null = null) {
  return world.sign(who, 'contribution', { thread, about: ON_OP1, text }, { scope: OBSERVERS })
}

function resolve(world: World, who: string, thread: VerifiedAct, resolved = true) {
  return world.sign(who, 'resolve', { thread: thread.id, resolved }, { scope: thread.payload.scope })
}

function only(world: World): ThreadState {
  const [thread, ...others] = world.state().threads
  if (!thread || others.length > 0) throw new Error('Not one thread')
  return thread
}

describe('threads', () => {
  test('[C1.a] a comment begins a thread, and those that name it follow in the order of acts', () => {
    const world = negotiation()
    const first = say(world, 'PE', '¿Qué títulos?', {})
    const answer = world.sign(
      'BR',
      'comment',
      { thread: first.id, about: ON_OP1, text: 'Todos', mentions: ['PE'] },
      {},
    )
    expect(only(world)).toMatchObject({
      thread: first.id,
      audience: { kind: 'all' },
      about: ON_OP1,
      comments: [
        { act: first.id, text: '¿Qué títulos?', mentions: [] },
        { act: answer.id, text: 'Todos', mentions: ['PE'] },
      ],
      resolved: null,
    })
    expect(world.effect(answer, 'op1')).toBeNull()
  })

  test('[C1.a] what a thread is about is what its first comment says', () => {
    const world = negotiation()
    const first = say(world, 'PE', '¿Qué títulos?', {})
    say(world, 'BR', 'Otra cosa', { thread: first.id, about: { kind: 'document' } })
    expect(only(world).about).toEqual(ON_OP1)
  })

  test('[C1.b] a reply to what is not a thread of its scope that its signer knew has no effect', () => {
    const world = negotiation()
    const inside = say(world, 'PE', 'Entre nosotros', { scope: PE })
    const leak = say(world, 'PE', 'A todos', { thread: inside.id })
    const reply = say(world, 'PE', 'Sí', { scope: PE, thread: inside.id })
    const toReply = say(world, 'PE', 'No', { scope: PE, thread: reply.id })
    const nowhere = resolve(world, 'BR', leak)
    expect(world.effect(leak, 'op1')).toBe('unknownThread')
    expect(world.effect(toReply, 'op1')).toBe('unknownThread')
    expect(world.effect(nowhere)).toBe('unknownThread')
    expect(world.effect(reply, 'op1')).toBeNull()
    expect(only(world).comments).toHaveLength(2)
  })

  test('[C1.c] a thread is of those who read the scope it was begun in', () => {
    const world = negotiation()
    say(world, 'PE', 'a', { scope: PE })
    say(world, 'PE', 'b', { scope: WITH_CHAIR })
    say(world, 'PPT', 'c', { scope: BUREAU })
    contribute(world, 'observer', 'd')
    say(world, 'PE', 'e', {})
    const audiences = world
      .state()
      .threads.map(({ audience, comments }): [string, unknown] => [comments[0]?.text ?? '', audience])
    expect(Object.fromEntries(audiences)).toEqual({
      a: { kind: 'delegation', country: 'PE' },
      b: { kind: 'audience', country: 'PE' },
      c: { kind: 'bureau' },
      d: { kind: 'observers' },
      e: { kind: 'all' },
    })
  })

  test('[C1.d] nobody comments in the exchange of others, nor resolves there', () => {
    const world = negotiation()
    const own = say(world, 'PE', 'a', { scope: PE })
    const withChair = say(world, 'PE', 'b', { scope: WITH_CHAIR })
    const bureau = say(world, 'PPT', 'c', { scope: BUREAU })
    const strangers = [
      ['BR', own],
      ['PPT', own],
      ['BR', withChair],
      ['PE', bureau],
    ] as const
    for (const [who, thread] of strangers) {
      const { scope } = thread.payload
      const body = { thread: thread.id, about: ON_OP1, text: 'x', mentions: [] }
      expect(admit(world.set, world.make(who, 'comment', body, { scope }))).toMatchObject({
        code: 'notAuthorised',
      })
      const settle = world.make(who, 'resolve', { thread: thread.id, resolved: true }, { scope })
      expect(admit(world.set, settle)).toMatchObject({ code: 'notAuthorised' })
      world.add(settle)
    }
    expect(world.state().threads.map(({ resolved }) => resolved)).toEqual([null, null, null])
    const answer = world.make(
      'ST',
      'resolve',
      { thread: withChair.id, resolved: true },
      { scope: WITH_CHAIR },
    )
    expect(admit(world.set, answer)).toEqual({ ok: true })
  })

  test('[C1.e] a thread is settled and opened again; of both at once it stays open', () => {
    const world = negotiation()
    const thread = say(world, 'PE', 'a', {})
    const settled = resolve(world, 'BR', thread)
    expect(only(world).resolved?.act).toBe(settled.id)
    resolve(world, 'PE', thread, false)
    expect(only(world).resolved).toBeNull()
    const apart = world.away()
    resolve(world, 'BR', thread)
    resolve(apart, 'PE', thread, false)
    world.take(apart)
    expect(only(world).resolved).toBeNull()
    resolve(world, 'AR', thread)
    expect(only(world).resolved).not.toBeNull()
  })

  test('[C1.f] comments are kept in every stage, while suspended too, and however late', () => {
    const world = negotiation()
    const apart = world.away()
    const late = say(apart, 'PE', 'tarde', {})
    const reason = 'As decided by the plenary'
    world.sign('PPT', 'stage', { to: 'suspended', phase: 0, reason })
    const meanwhile = say(world, 'BR', 'suspendido', {})
    world.sign('PPT', 'stage', { to: 'resumed', phase: 0, reason })
    world.incorporate('PPT', 'op1', 'Acuerdan otra cosa')
    world.closeRound()
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason })
    const drafting = say(world, 'BR', 'redacción', {})
    world.take(apart)
    expect([late, meanwhile, drafting].map((act) => world.effect(act, 'op1'))).toEqual([null, null, null])
    expect(world.state().threads).toHaveLength(3)
  })

  test('[C1.g] words that a thread is about are found where they are now, or said to be gone', () => {
    const world = negotiation()
    const { hash } = world.restingOn('op1')
    const anchor = { paragraph: 'op1', hash, from: 19, to: 34, quote: 'la regularizaci' }
    say(world, 'PE', 'a', { about: { kind: 'words', anchor } })
    const place = () => {
      const { about } = only(world)
      return about.kind === 'words' ? about.place : undefined
    }
    expect(place()).toEqual({ from: 19, to: 34 })
    world.incorporate('PPT', 'op1', 'Acuerdan, sin demora, facilitar la regularización')
    expect(place()).toEqual({ from: 32, to: 47 })
    world.incorporate('PPT', 'op1', 'Acuerdan facilitar el ingreso')
    expect(place()).toBeNull()
  })

  test('[C1.h] a thread that nothing touches stays the same object', () => {
    const world = negotiation()
    say(world, 'PE', 'a', {})
    const before = world.state().threads[0]
    world.position('BR', 'op2', 'agree')
    expect(world.state().threads[0]).toBe(before)
    say(world, 'BR', 'b', { thread: before?.thread ?? '' })
    expect(world.state().threads[0]).not.toBe(before)
  })
})

describe('the observers’ channel', () => {
  test('[R38.d] observers and guests contribute there, delegations answer, and a contribution has no other place', () => {
    const world = negotiation(undefined, ['PE', 'PPT', 'ST', 'observer'])
    const first = contribute(world, 'observer', 'Según nuestros datos')
    const answer = say(world, 'PE', 'Gracias', { scope: OBSERVERS, thread: first.id })
    const again = contribute(world, 'observer', 'A la orden', first.id)
    expect([first, answer, again].map((act) => world.effect(act, 'op1'))).toEqual([null, null, null])
    expect(only(world).comments.map(({ text }) => text)).toEqual([
      'Según nuestros datos',
      'Gracias',
      'A la orden',
    ])
    const comment = { thread: null, about: ON_OP1, text: 'x', mentions: [] }
    for (const scope of [SCOPE, OBSERVERS]) {
      expect(admit(world.set, world.make('observer', 'comment', comment, { scope }))).toMatchObject({
        code: 'notAuthorised',
      })
    }
    const settle = world.make(
      'observer',
      'resolve',
      { thread: first.id, resolved: true },
      { scope: OBSERVERS },
    )
    expect(admit(world.set, settle)).toMatchObject({ code: 'notAuthorised' })
    const contribution = { thread: null, about: ON_OP1, text: 'x' }
    expect(() => world.make('observer', 'contribution', contribution, { scope: SCOPE })).toThrow()
    const byDelegation = world.make('PE', 'contribution', contribution, { scope: OBSERVERS })
    expect(admit(world.set, byDelegation)).toMatchObject({ code: 'notAuthorised' })
  })
})
