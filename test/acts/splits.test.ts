import { describe, expect, test } from 'vitest'
import type { Clause } from '#shared/domain/clause.ts'
import type { Body } from '#shared/acts/build.ts'
import { readyToJoin } from '#shared/acts/rejoin.ts'
import { cutParagraph, type Cut, type Part } from '#shared/domain/parts.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { clause, hashOf, negotiation, SAMPLE, type World } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'
import { amendment, bracket, bracketOf, lift, proposalOf, table, wordsOf } from '#test/kit/acts-proposals.ts'

const WORDS = 'Acuerdan facilitar la regularización'
const TWO: Cut[] = [{ clause: 0, at: 8 }]
const ids = (world: World) => world.state().paragraphs.map(({ id }) => id)
const label = (world: World, id: string) => world.paragraph(id).number

function split(world: World, id = 'op1', cuts = TWO, names = ['b', 'c', 'd'], who = 'PPT') {
  const { wording } = world.paragraph(id)
  const parts = cutParagraph(wording?.clauses ?? [], cuts, names.slice(0, cuts.length))
  if (!wording || !parts) throw new Error(`${id} cannot be split there`)
  const body = {
    ...{
      paragraph: id,
      base: [wording.act],
      before: wording.hash,
      proposals: [],
      reason: 'To go on in parts',
    },
    parts: copied(parts),
  }
  return world.sign(who, 'split', body)
}

const copied = (parts: readonly Part[]) => structuredClone(parts) as Body<'split'>['parts'] // as: nobody else holds the copy

function agreed(world: World, ...all: string[]) {
  for (const id of all) {
    world.allAgree(id, ['AR', 'BR'])
    world.agree('PPT', id)
  }
}

describe('a paragraph split for negotiation', () => {
  test('[R11.s] its parts stand in its place as paragraphs of their own, with letters to its number', () => {
    const world = negotiation(['AR', 'BR'])
    world.position('AR', 'op1', 'agree')
    const act = split(world, 'op1', [
      { clause: 0, at: 8 },
      { clause: 0, at: 18 },
    ])
    expect(world.effect(act, 'op1')).toBeNull()
    expect(ids(world)).toEqual(['title', 'pp1', 'pp2', 'h1', 'op1', 'b', 'c', 'op2', 'h2', 'op3', 'op4'])
    expect(['op1', 'b', 'c', 'op2'].map((id) => label(world, id))).toEqual(['1(a)', '1(b)', '1(c)', '2'])
    expect(world.paragraph('b')).toMatchObject({
      part: { paragraph: 'op1', index: 1, of: 3, level: 0 },
      consent: true,
    })
    expect(world.paragraph('op2').part).toBeNull()
    expect(world.paragraph('op1').positions.AR.kind).toBe('lapsed')
    agreed(world, 'b')
    expect(['op1', 'b', 'c'].map((id) => world.paragraph(id).status)).toEqual(['open', 'agreed', 'open'])
  })

  test('[R11.t] what is agreed, split, in dispute, not there or otherwise worded is not split', () => {
    const world = negotiation(['AR', 'BR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator')
    agreed(world, 'op1')
    expect(world.effect(split(world), 'op1')).toBe('agreedNotReopened')
    world.reopen('PPT', 'op1')
    expect(world.effect(split(world, 'op1', TWO, ['op2']), 'op1')).toBe('alreadyThere')
    const before = world.away()
    expect(world.effect(split(world), 'op1')).toBeNull()
    const again = split(world, 'b', [{ clause: 0, at: 9 }], ['e'])
    expect(world.effect(again, 'b')).toBe('alreadySplit')
    expect(before.effect(split(before, 'op2', [{ clause: 0, at: 6 }], ['x'], 'PE'), 'op2')).toBe(
      'notAuthorised',
    )
    const elsewhere = { paragraph: 'b', after: 'op4', ...world.replacing('b'), proposals: [], reason: '' }
    expect(world.effect(world.sign('PPT', 'move', elsewhere), 'b')).toBe('alreadySplit')
    world.incorporate('PPT', 'op2', 'Instan a otra cosa')
    const old = { ...before.replacing('op2'), paragraph: 'op2', proposals: [], reason: '' }
    const parts = cutParagraph(before.paragraph('op2').wording?.clauses ?? [], [{ clause: 0, at: 6 }], ['y'])
    const late = world.sign('PPT', 'split', { ...old, before: old.before ?? '', parts: copied(parts ?? []) })
    expect(world.effect(late, 'op2')).toBe('supersededBase')
  })

  test('[R11.u] what is put after a part comes after the last, and its number follows the whole', () => {
    const world = negotiation()
    split(world)
    world.incorporate('PPT', 'new', [clause('new', 'Deciden')], { after: 'op1' })
    expect(ids(world).slice(4, 8)).toEqual(['op1', 'b', 'new', 'op2'])
    expect(label(world, 'new')).toBe('1 bis')
  })

  test('[R11.v] parts that no round joins stay so, and the round freezes them with their letters', () => {
    const world = negotiation()
    split(world)
    world.closeRound()
    const [, last] = world.state().rounds
    expect(last).toMatchObject({ mismatch: false, renumbered: [] })
    expect(world.paragraph('b')).toMatchObject({ number: '1(b)', part: { index: 1 } })
    const frozen = new TextDecoder().decode(world.blobs.get(last?.blob ?? ''))
    expect(frozen).toContain('"b":"1(b)"')
  })

  test('[R11.w] the round that joins them gives back the words, the number and the hash', () => {
    const world = negotiation()
    const { hash } = world.restingOn('op1')
    split(world)
    world.closeRound('PPT', ['op1'])
    const joined = world.paragraph('op1')
    expect(joined.wording?.hash).toBe(hash)
    expect(joined).toMatchObject({ number: '1', part: null })
    expect(ids(world)).toEqual(SAMPLE.map(({ id }) => id))
    expect(world.state().rounds.at(-1)).toMatchObject({ mismatch: false, renumbered: [] })
    expect(joined.history.map(({ clauses }) => clauses[0]?.runs[0]?.insert)).toContain(
      'facilitar la regularización',
    )
  })

  test('[R11.w] changed and suppressed parts are joined as they are', () => {
    const world = negotiation()
    split(world, 'op1', [
      { clause: 0, at: 8 },
      { clause: 0, at: 18 },
    ])
    world.incorporate('PPT', 'c', [clause('c', 'el ingreso'), { ...clause('c1', 'sin demora'), level: 1 }])
    world.suppress('PPT', 'b')
    world.closeRound('PPT', ['op1'])
    const expected: Clause[] = [
      clause('op1', 'Acuerdan el ingreso'),
      { ...clause('c1', 'sin demora'), level: 1 },
    ]
    expect(world.paragraph('op1').wording?.hash).toBe(hashOf(...expected))
    expect(world.state().rounds.at(-1)?.mismatch).toBe(false)
  })

  test('[R11.x] a country’s position on it is its most cautious on the parts, where it is current on all', () => {
    const world = negotiation(['AR', 'BR'])
    split(world)
    const cautious = world.position('AR', 'op1', 'reserve')
    world.position('AR', 'b', 'agree')
    world.position('BR', 'op1', 'agree')
    world.position('PE', 'op1', 'agree')
    world.position('PE', 'b', 'agree')
    world.incorporate('PPT', 'b', 'permitir la regularización')
    world.position('AR', 'b', 'agree')
    world.closeRound('PPT', ['op1'])
    const { positions, wording } = world.paragraph('op1')
    expect(positions.AR).toMatchObject({ kind: 'current', value: 'reserve', carried: true, act: cautious.id })
    expect(positions.AR).toMatchObject({ wording: wordingText(wording?.clauses ?? []) })
    expect(positions.BR.kind).toBe('lapsed')
    expect(positions.PE.kind).toBe('lapsed')
    world.position('AR', 'op1', 'agree')
    expect(world.paragraph('op1').positions.AR).toMatchObject({ value: 'agree', carried: false })
    world.incorporate('PPT', 'op1', 'Acuerdan otra cosa')
    expect(world.paragraph('op1').positions.AR).toMatchObject({ kind: 'lapsed' })
  })

  test('[R11.y] it is agreed if all parts were, with the reservations of each, and can be opened again', () => {
    const world = negotiation(['AR', 'BR'])
    split(world)
    world.position('AR', 'op1', 'reserve')
    world.position('BR', 'op1', 'agree')
    world.agree('PPT', 'op1')
    agreed(world, 'b')
    const round = world.closeRound('PPT', ['op1'])
    expect(world.paragraph('op1')).toMatchObject({
      status: 'agreedWithReservation',
      agreement: { act: round.id, reservations: ['AR'] },
    })
    expect(world.effect(world.incorporate('PPT', 'op1', 'Otra'), 'op1')).toBe('agreedNotReopened')
    expect(world.effect(world.reopen('PPT', 'op1'), 'op1')).toBeNull()
    expect(world.paragraph('op1').status).toBe('open')
  })

  test('[R11.y] it is not agreed if one part was not, and what was agreed of a part no longer stands', () => {
    const world = negotiation(['AR', 'BR'])
    split(world)
    agreed(world, 'op1')
    world.closeRound('PPT', ['op1'])
    expect(world.paragraph('op1')).toMatchObject({ status: 'open', agreement: null })
    expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan otra cosa'), 'op1')).toBeNull()
  })

  test('[R11.n] a paragraph is ready to be joined once all its parts are agreed or suppressed', () => {
    const world = negotiation(['AR', 'BR'])
    split(world, 'op1', [
      { clause: 0, at: 8 },
      { clause: 0, at: 18 },
    ])
    split(world, 'op2', [{ clause: 0, at: 6 }], ['e'])
    const ready = () => readyToJoin(world.state().paragraphs)
    agreed(world, 'op1', 'c', 'op2')
    expect(ready()).toEqual([])
    world.suppress('PPT', 'b')
    expect(ready()).toEqual(['op1'])
    agreed(world, 'e')
    expect(ready()).toEqual(['op1', 'op2'])
  })

  test('[R11.z] a round that names other parts than there are joins nothing and shows a mismatch', () => {
    const world = negotiation()
    split(world)
    const round = world.closeRound('PPT', ['op1'], { rejoins: [['op1', 'op2']] })
    expect(world.effect(round)).toBeNull()
    expect(world.state().rounds.at(-1)?.mismatch).toBe(true)
    expect(world.paragraph('op1').part).toMatchObject({ index: 0, of: 2 })
  })

  test('[R11.z] what is said of a part after it was joined has no effect, and an agreement the round did not know neither', () => {
    const world = negotiation(['AR', 'BR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator')
    split(world)
    world.allAgree('op1', ['AR', 'BR'])
    const b = world.restingOn('b')
    const apart = world.away()
    world.closeRound('PPT', ['op1'])
    const late = apart.agree('facilitator', 'op1')
    world.take(apart)
    expect(world.effect(late, 'op1')).toBe('notInRound')
    expect(world.paragraph('op1').status).toBe('open')
    const after = world.sign('BR', 'position', { ...b, language: 'es', value: 'agree', reason: null })
    expect(world.effect(after, 'b')).toBe('unknownParagraph')
  })

  test('[R11.o] a bracket on a part that was joined holds the whole open, on the same words, until it is lifted', () => {
    const world = negotiation(['AR', 'BR'])
    world.incorporate('PPT', 'op1', 'Acuerdan la regularización y facilitar la regularización')
    split(world, 'op1', [{ clause: 0, at: 28 }])
    const opened = bracket(world, 'BR', 'b', 'la regularización', ['BR'])
    world.closeRound('PPT', ['op1'])
    const words = world.restingOn('op1').wording
    const { place } = bracketOf(world, opened)
    expect(bracketOf(world, opened).paragraph).toBe('op1')
    expect(place).toEqual({ from: 39, to: 56 })
    expect(words.slice(place?.from, place?.to)).toBe('la regularización')
    world.allAgree('op1', ['AR', 'BR'])
    expect(world.effect(world.agree('PPT', 'op1'), 'op1')).toBe('gateNotMet')
    expect(world.paragraph('op1').missing).toContainEqual({
      kind: 'openBracket',
      act: opened.id,
      countries: ['BR'],
    })
    world.incorporate('PPT', 'op1', 'Deciden, sin más, la regularización y facilitar la regularización')
    expect(bracketOf(world, opened).place).toEqual({ from: 48, to: 65 })
    expect(world.effect(lift(world, 'BR', opened), 'op1')).toBeNull()
    world.allAgree('op1', ['AR', 'BR'])
    expect(world.effect(world.agree('PPT', 'op1'), 'op1')).toBeNull()
  })

  test('[R11.o] so does one that did not know of the round; one on a suppressed part has no place', () => {
    const world = negotiation(['AR', 'BR'])
    split(world, 'op1', [
      { clause: 0, at: 8 },
      { clause: 0, at: 18 },
    ])
    const onSuppressed = bracket(world, 'AR', 'b', 'facilitar', ['AR'])
    world.suppress('PPT', 'b')
    const apart = world.away()
    const late = bracket(apart, 'BR', 'c', 'regularización', ['BR'])
    world.closeRound('PPT', ['op1'])
    world.state()
    world.take(apart)
    expect(world.effect(late, 'c')).toBeNull()
    expect(bracketOf(world, late)).toMatchObject({ paragraph: 'op1', place: { from: 12, to: 26 } })
    expect(bracketOf(world, onSuppressed)).toMatchObject({ paragraph: 'op1', place: null })
    const open = world.paragraph('op1').missing.flatMap((one) => ('act' in one ? [one.act] : []))
    expect(open.sort()).toEqual([late.id, onSuppressed.id].sort())
  })

  test('[R11.p] a proposal on a part that was joined has fallen, is shown at the whole with its text, and holds nothing', () => {
    const world = negotiation(['AR', 'BR'])
    split(world)
    const onPart = table(world, 'BR', amendment(world, 'b', 'facilitar el ingreso'))
    const after = { kind: 'insert', after: 'b', clauses: [clause('new', 'Deciden')] } as const
    const onPlace = table(world, 'BR', after)
    world.closeRound('PPT', ['op1'])
    expect(proposalOf(world, onPart)).toMatchObject({ status: 'fallen', paragraph: 'op1' })
    expect(wordsOf(proposalOf(world, onPart))).toBe('facilitar el ingreso')
    expect(proposalOf(world, onPlace)).toMatchObject({ status: 'pending', paragraph: 'op1' })
    world.allAgree('op1', ['AR', 'BR'])
    expect(world.effect(world.agree('PPT', 'op1'), 'op1')).toBeNull()
  })

  test('[R11.q] what is said of a part, or of its words, is about the whole once it is joined', () => {
    const world = negotiation()
    split(world)
    const { hash } = world.restingOn('b')
    const anchor = { paragraph: 'b', hash, from: 0, to: 9, quote: 'facilitar' }
    const body = { thread: null, text: 'Sí', mentions: [] }
    world.sign('PE', 'comment', { ...body, about: { kind: 'words', anchor } })
    world.sign('PE', 'comment', { ...body, about: { kind: 'paragraph', paragraph: 'b' } })
    world.closeRound('PPT', ['op1'])
    expect(world.state().threads.map(({ about }) => about)).toEqual([
      { kind: 'words', paragraph: 'op1', quote: 'facilitar', place: { from: 9, to: 18 } },
      { kind: 'paragraph', paragraph: 'op1' },
    ])
  })

  test('[R11.r] a paragraph that went back to joint drafting in parts comes back as paragraphs', () => {
    const world = negotiation()
    split(world)
    const clauses = world.state().paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason: '' })
    world.openNegotiation(clauses, 1)
    expect(world.paragraph('b').part).toBeNull()
    expect(['op1', 'b', 'op2'].map((id) => label(world, id))).toEqual(['1', '2', '3'])
    expect(WORDS).toContain(world.restingOn('b').wording)
  })
})
