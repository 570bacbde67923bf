/** The final text from real acts: signed, derived, and on another device. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/format.ts'
import { finalPaper } from '#shared/print/final-paper.ts'
import { clause, DOC, negotiation, type World } from '#test/kit/acts.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function answerOf(world: World, draft = false) {
  const conference = world.conference()
  const record = conference.documents.get(DOC)
  if (record === undefined) throw new Error('no document')
  const tools = { text: createTranslator('es'), sha256 }
  return finalPaper({ conference, record, state: world.state(), language: 'es', draft }, tools)
}

function paperOf(world: World, draft = false) {
  const answer = answerOf(world, draft)
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`)
  return answer.paper
}

/** Argentina, Chile and Peru agree to all but op2, on which Peru reserves. */
function agreed(): World {
  const world = negotiation(['AR', 'CL', 'PE'])
  for (const { id, consent } of world.state().paragraphs) {
    if (!consent) continue
    world.allAgree(id, id === 'op2' ? ['AR', 'CL'] : ['AR', 'CL', 'PE'])
    if (id === 'op2') world.position('PE', id, 'reserve')
    world.agree('PPT', id)
  }
  return world
}

test('[P3.a] what was agreed and closed as a round is the final text', () => {
  const world = agreed()
  world.closeRound()
  const paper = paperOf(world)
  expect(paper).toMatchObject({ symbol: 'CSM/XX/DEC/1/Rev.1', status: 'Texto acordado', draftMark: null })
  expect(paper.blocks.map(({ number }) => number)).toEqual(['', 'PP1', 'PP2', '', '1', '2', '', '3', '4'])
  expect(paper.parties.names).toEqual(['República Argentina', 'República de Chile', 'República del Perú'])
  expect(paper.reservations.by.map(({ name, items }) => [name, items[0]?.where])).toEqual([
    ['Perú', 'Párrafo 2'],
  ])
})

test('[P3.b] one paragraph opened again refuses the final text', () => {
  const world = agreed()
  world.reopen('PPT', 'op3')
  expect(answerOf(world)).toMatchObject({
    ok: false,
    reason: 'open',
    open: [{ paragraph: 'op3', number: '3' }],
  })
})

test('an incorporation without effect is not printed', () => {
  const world = agreed()
  const before = paperOf(world)
  world.incorporate('PPT', 'op1', 'Acuerdan impedir la regularización')
  expect(paperOf(world)).toEqual(before)
})

test('[P3.g] a paragraph added after the round makes the paper say so', () => {
  const world = agreed()
  world.closeRound()
  world.incorporate('PPT', 'nuevo', [clause('nuevo', 'Celebran el acuerdo')], { after: 'op1' })
  const paper = paperOf(world, true)
  expect(paper.symbol).toBe('CSM/XX/DEC/1/Rev.1, con cambios posteriores')
  expect(paper.blocks.filter(({ mark }) => mark !== null).map(({ number }) => number)).toEqual(['1 bis'])
})

test('[P3.f] the fingerprint is that of the acts everybody holds, whatever else a delegation keeps', () => {
  const world = agreed()
  const print = paperOf(world).record.fingerprint
  const other = world.away()
  other.prepare('PE:adviser', 'PE', 'op3', 'object')
  expect(paperOf(other).record.fingerprint).toBe(print)
  other.position('PE', 'op3', 'reserve')
  expect(paperOf(other).record.fingerprint).not.toBe(print)
})
