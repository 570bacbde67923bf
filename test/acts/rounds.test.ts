import { describe, expect, test } from 'vitest'
import type { VerifiedAct } from '#shared/acts/act.ts'
import type { Body } from '#shared/acts/build.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, conference, hashOf, negotiation, SAMPLE, SCOPE } from '#test/kit/acts.ts'
import { MAIN_PEOPLE } from '#test/kit/acts-people.ts'

const ALL = [...COUNTRY_CODES]
const reason = 'At the request of the plenary'

describe('stages', () => {
  test('[R1.s] change by acts of the Chair or the Secretariat, along the course of a document', () => {
    const world = conference()
    expect(world.state()).toMatchObject({ stage: 'preparation', phase: 0, suspended: false, paragraphs: [] })
    expect(world.effect(world.sign('PE', 'stage', { to: 'jointDrafting', phase: 0, reason }))).toBe(
      'notAuthorised',
    )
    expect(world.effect(world.sign('ST', 'stage', { to: 'jointDrafting', phase: 0, reason }))).toBeNull()
    expect(world.effect(world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 0, reason }))).toBe(
      'wrongStage',
    )
    expect(world.state()).toMatchObject({ stage: 'jointDrafting', phase: 0 })
    expect(world.effect(world.openNegotiation(SAMPLE))).toBeNull()
    expect(world.state()).toMatchObject({ stage: 'negotiation', phase: 0 })
    expect(world.effect(world.openNegotiation(SAMPLE, 1))).toBe('wrongStage')
    expect(world.effect(world.sign('PPT', 'stage', { to: 'preparation', phase: 1, reason }))).toBe(
      'wrongStage',
    )
  })

  test('[R1.t] what is signed about the text outside negotiation, or while it is suspended, has no effect', () => {
    const world = negotiation(['AR'])
    world.sign('PPT', 'stage', { to: 'suspended', phase: 0, reason })
    expect(world.state().suspended).toBe(true)
    expect(world.effect(world.position('AR', 'op1', 'agree'))).toBe('wrongStage')
    expect(world.effect(world.incorporate('PPT', 'op1', 'Otra'))).toBe('wrongStage')
    expect(world.effect(world.agree('PPT', 'op1', ALL))).toBe('wrongStage')
    world.sign('PPT', 'stage', { to: 'resumed', phase: 0, reason })
    expect(world.effect(world.position('AR', 'op1', 'agree'))).toBeNull()
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason })
    expect(world.effect(world.position('AR', 'op1', 'object'))).toBe('wrongStage')
  })

  test('[R1.u] back in joint drafting there is a new phase; what comes back unchanged keeps its positions and stamp', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.allAgree('op2', ['AR'])
    world.agree('PPT', 'op1')
    expect(world.effect(world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 5, reason }))).toBe(
      'wrongStage',
    )
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason })
    expect(world.state()).toMatchObject({ stage: 'jointDrafting', phase: 1 })
    const redrafted = SAMPLE.map((one) => (one.id === 'op2' ? clause('op2', 'Instan a todos') : one))
    expect(world.effect(world.openNegotiation([...redrafted, clause('op5', 'Celebran')], 1))).toBeNull()
    expect(world.state()).toMatchObject({ stage: 'negotiation', phase: 1 })
    expect(world.state().rounds[1]?.mismatch).toBe(false)
    expect(world.paragraph('op1')).toMatchObject({ status: 'agreed', positions: { AR: { kind: 'current' } } })
    expect(world.paragraph('op2')).toMatchObject({ status: 'open', positions: { AR: { kind: 'lapsed' } } })
    expect(world.paragraph('op5').number).toBe('5')
  })

  test('[R1.v] joint drafting cannot change what was agreed: the agreed wording stays and the round says so', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ['AR'])
    world.agree('PPT', 'op1')
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason })
    const round = world.openNegotiation(
      SAMPLE.map((one) => (one.id === 'op1' ? clause('op1', 'Acuerdan impedir') : one)),
      1,
    )
    expect(world.effect(round, 'op1')).toBe('agreedNotReopened')
    expect(world.state().rounds[1]?.mismatch).toBe(true)
    expect(world.paragraph('op1')).toMatchObject({
      status: 'agreed',
      wording: { hash: hashOf(clause('op1', 'Acuerdan facilitar la regularización')) },
    })
  })

  test('[R1.w] what joint drafting leaves out is suppressed, not lost', () => {
    const world = negotiation(['AR'])
    world.sign('PPT', 'stage', { to: 'jointDrafting', phase: 1, reason })
    world.openNegotiation(
      SAMPLE.filter(({ id }) => id !== 'op2'),
      1,
    )
    expect(world.paragraph('op2')).toMatchObject({ status: 'suppressed', number: '' })
    expect(world.state().rounds[1]?.mismatch).toBe(false)
    expect(world.state().paragraphs.map(({ id }) => id)).toEqual(SAMPLE.map(({ id }) => id))
  })
})

describe('rounds', () => {
  test('[R25.s] a round freezes what its acts make; everybody makes the same bytes', () => {
    const world = negotiation(['AR'])
    world.incorporate('PPT', 'n1', [clause('n1', 'Celebran')], { after: 'op4' })
    world.suppress('PPT', 'op2')
    world.closeRound('ST')
    const round = world.state().rounds[1]
    expect(round).toMatchObject({ n: 1, symbol: 'CSM/XX/DEC/1/Rev.1', mismatch: false })
    expect(round?.renumbered).toEqual([
      { paragraph: 'op2', from: '2', to: '' },
      { paragraph: 'op3', from: '3', to: '2' },
      { paragraph: 'op4', from: '4', to: '3' },
      { paragraph: 'n1', from: '4 bis', to: '4' },
    ])
    expect(world.state().trouble.missingBlobs).toEqual([])
  })

  test.each([
    ['another blob', { blob: 'b'.repeat(64) }],
    ['another text', { textHash: 'c'.repeat(64) }],
  ])(
    '[R25.t] a round that names %s than its acts make shows a mismatch, and changes no word',
    (_name, forced) => {
      const world = negotiation(['AR'])
      world.incorporate('PPT', 'op1', 'Acuerdan promover')
      const honest = world.away().closeRound()
      const act = world.sign('PPT', 'round', bodyOf(honest), { forced })
      expect(world.effect(act)).toBeNull()
      expect(world.state().rounds[1]?.mismatch).toBe(true)
      expect(world.paragraph('op1').wording?.hash).toBe(hashOf(clause('op1', 'Acuerdan promover')))
    },
  )

  test('[R25.u] a text act that a round did not know has no effect until it is repeated', () => {
    const world = negotiation(['AR'], [...MAIN_PEOPLE, 'facilitator'])
    world.facilitate('facilitator')
    const away = world.away()
    const unseen = away.incorporate('facilitator', 'op1', 'Acuerdan alentar')
    away.position('AR', 'op1', 'agree')
    world.closeRound()
    world.take(away)
    expect(world.effect(unseen)).toBe('notInRound')
    expect(world.paragraph('op1').wording?.hash).toBe(
      hashOf(clause('op1', 'Acuerdan facilitar la regularización')),
    )
    expect(world.paragraph('op1').history).toHaveLength(2)
    expect(world.paragraph('op1').positions.AR).toMatchObject({ kind: 'lapsed' })
    expect(world.state().rounds[1]?.mismatch).toBe(false)
    expect(world.effect(world.incorporate('PPT', 'op1', 'Acuerdan alentar'))).toBeNull()
    expect(world.paragraph('op1').wording?.hash).toBe(hashOf(clause('op1', 'Acuerdan alentar')))
  })

  test('[R25.v] a round out of its turn, or by who may not, has no effect', () => {
    const world = negotiation(['AR'])
    const honest = world.away().closeRound()
    expect(world.effect(world.sign('PPT', 'round', bodyOf(honest), { forced: { n: 3 } }))).toBe(
      'supersededBase',
    )
    expect(world.effect(world.closeRound('AR'))).toBe('notAuthorised')
    expect(world.state().rounds).toHaveLength(1)
  })

  test('[R25.w] two rounds that did not know each other: one stands', () => {
    const world = negotiation(['AR'])
    const away = world.away()
    const rounds = [world.closeRound(), away.closeRound('ST')]
    world.take(away)
    expect(rounds.map((act) => world.effect(act)).sort()).toEqual([null, 'supersededBase'].sort())
    expect(world.state().rounds).toHaveLength(2)
  })
})

describe('what is not here', () => {
  test('[A8.c] without the blob that opened negotiation nothing is said of the text; with it everything is', () => {
    const world = negotiation(['AR'])
    world.position('AR', 'op1', 'agree')
    const blob = world.state().rounds[0]?.blob ?? ''
    const bytes = world.blobs.get(blob)
    world.blobs.delete(blob)
    expect(world.state().paragraphs).toEqual([])
    expect(world.state().trouble.missingBlobs).toEqual([blob])
    expect(world.state().log.map(({ noEffect }) => noEffect)).toContain('missingBlob')
    expect(world.state().stage).toBe('negotiation')
    if (bytes) world.blobs.set(blob, bytes)
    expect(world.paragraph('op1').positions.AR.kind).toBe('current')
    expect(world.state().trouble.missingBlobs).toEqual([])
  })

  test('[A8.d] a blob that is no text of a round counts as missing; one with other words shows a mismatch', () => {
    const world = negotiation(['AR'])
    const blob = world.state().rounds[0]?.blob ?? ''
    const bytes = world.blobs.get(blob) ?? new Uint8Array()
    world.blobs.set(blob, bytes.slice(1))
    expect(world.away().state()).toMatchObject({ paragraphs: [], trouble: { missingBlobs: [blob] } })
    const forged = Buffer.from(Buffer.from(bytes).toString('utf8').replace('facilitar', 'impedirla'), 'utf8')
    world.blobs.set(blob, new Uint8Array(forged))
    expect(world.away().state().rounds[0]?.mismatch).toBe(true)
  })
})

test('[R38.s] what is published to observers stands in their own scope, and only the Chair publishes', () => {
  const world = negotiation(['AR'])
  const { id } = world.closeRound()
  const blob = world.state().rounds[1]?.blob ?? ''
  const scope = `${SCOPE}/observers`
  const act = world.sign('PPT', 'publish', { round: id, blob }, { scope })
  expect(world.effect(world.sign('ST', 'publish', { round: id, blob }, { scope }))).toBe('notAuthorised')
  expect(world.state().published).toEqual([{ round: id, blob, act: act.id }])
  const seen = world.away()
  const parents = act.payload.parents.map((parent) => seen.set.get(parent)?.payload.scope)
  expect(new Set(parents)).toEqual(new Set(['conf']))
})

/** What the round says beside the fields every act has. */
function bodyOf(act: VerifiedAct): Body<'round'> {
  if (!act.known || act.payload.kind !== 'round') throw new Error('not a round')
  const { n, symbol, blob, textHash, heads, source, rejoins } = act.payload
  return { n, symbol, blob, textHash, heads, source, rejoins }
}
