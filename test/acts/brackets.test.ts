import { expect, test } from 'vitest'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { negotiation, type World } from '#test/kit/acts.ts'
import { amendment, bracket, bracketOf, lift, table, withdraw } from '#test/kit/acts-proposals.ts'

const kinds = (world: World, id: string) => world.paragraph(id).missing.map(({ kind }) => kind)

test('[R8.a] words in brackets are shown with their country, and where they are now', () => {
  const world = negotiation()
  const act = bracket(world, 'PE', 'op1', 'la regularización', ['PE'])
  expect(world.effect(act)).toBeNull()
  expect(bracketOf(world, act)).toMatchObject({
    paragraph: 'op1',
    quote: 'la regularización',
    place: { from: 19, to: 36 },
    byChair: false,
    countries: [{ country: 'PE', lifted: null }],
    lifted: null,
  })
  world.incorporate('PPT', 'op1', 'Acuerdan de inmediato facilitar la regularización plena')
  expect(bracketOf(world, act).place).toEqual({ from: 32, to: 49 })
  world.incorporate('PPT', 'op1', 'Acuerdan facilitar la plena regularización')
  expect(bracketOf(world, act).place).toBeNull()
})

test.each([
  ['another country’s', 'notAuthorised', (world: World) => bracket(world, 'PE', 'op1', 'Acuerdan', ['BR'])],
  ['the Secretariat’s', 'notAuthorised', (world: World) => bracket(world, 'ST', 'op1', 'Acuerdan', ['BR'])],
  ['an observer’s', 'notAuthorised', (world: World) => bracket(world, 'observer', 'op1', 'Acuerdan', ['BR'])],
])('[R8.b] a bracket in a name that is not the signer’s: %s', (_name, expected, open) => {
  const world = negotiation()
  expect(world.effect(open(world))).toBe(expected)
  expect(world.state().brackets).toEqual([])
})

test('[R8.c] a bracket on words that do not stand there has no effect', () => {
  const world = negotiation()
  const { hash } = world.restingOn('op1')
  const anchor = { paragraph: 'op1', hash, from: 0, to: 8, quote: 'Deciden ' }
  const body = { anchor, countries: ['PE' as const], byChair: false, reason: '' }
  expect(world.effect(world.sign('PE', 'bracket', body))).toBe('otherWords')
  const right = { ...body, anchor: { ...anchor, quote: 'Acuerdan' } }
  world.incorporate('PPT', 'op1', 'Acuerdan promover la regularización')
  expect(world.effect(world.sign('PE', 'bracket', right))).toBe('otherWords')
})

test('[R8.d] a bracket is lifted when each of its countries has lifted it', () => {
  const world = negotiation()
  const act = bracket(world, 'PPT', 'op1', 'facilitar', ['BR', 'PE'], true)
  expect(world.effect(lift(world, 'AR', act))).toBe('notAuthorised')
  const first = lift(world, 'PE', act)
  expect(bracketOf(world, act)).toMatchObject({
    countries: [
      { country: 'BR', lifted: null },
      { country: 'PE', lifted: first.id },
    ],
    lifted: null,
  })
  expect(world.effect(lift(world, 'PE', act))).toBe('changesNothing')
  const last = lift(world, 'BR', act)
  expect(bracketOf(world, act).lifted).toMatchObject({ act: last.id, meeting: null })
})

test('[R8.e] the Chair lifts a bracket for all where a meeting had no objection', () => {
  const world = negotiation()
  const act = bracket(world, 'PE', 'op1', 'facilitar', ['PE'])
  expect(world.effect(lift(world, 'BO', act, 'Plenary'))).toBe('notAuthorised')
  const lifted = lift(world, 'PPT', act, 'Plenary')
  expect(bracketOf(world, act).lifted).toMatchObject({ act: lifted.id, meeting: 'Plenary' })
})

test('[R21.y] a pending proposal or an open bracket closes the gate before agreed', () => {
  const world = negotiation(['AR'])
  world.allAgree('op1', ['AR'])
  const proposal = table(world, 'PE', amendment(world, 'op1', 'Acuerdan promover'))
  const open = bracket(world, 'BR', 'op1', 'facilitar', ['BR'])
  expect(world.paragraph('op1').missing).toEqual([
    { kind: 'openProposal', act: proposal.id, countries: ['PE'] },
    { kind: 'openBracket', act: open.id, countries: ['BR'] },
  ])
  expect(world.effect(world.agree('PPT', 'op1', [...COUNTRY_CODES]))).toBe('gateNotMet')
  withdraw(world, 'PE', proposal)
  expect(kinds(world, 'op1')).toEqual(['openBracket'])
  expect(world.effect(world.agree('PPT', 'op1'))).toBe('gateNotMet')
  lift(world, 'BR', open)
  expect(kinds(world, 'op1')).toEqual([])
  expect(world.effect(world.agree('PPT', 'op1'))).toBeNull()
})

test('[R17.a] what is open on a paragraph that was agreed without knowing of it waits for a re-opening', () => {
  const world = negotiation(['AR'])
  world.allAgree('op1', ['AR'])
  const [peru, chair] = [world.away(), world.away()]
  const proposal = table(peru, 'PE', amendment(peru, 'op1', 'Acuerdan promover'))
  const open = bracket(peru, 'PE', 'op1', 'facilitar', ['PE'])
  expect(chair.effect(chair.agree('PPT', 'op1'))).toBeNull()
  const all = world.away({ online: true })
  all.take(chair)
  all.take(peru)
  expect(all.paragraph('op1')).toMatchObject({ status: 'agreed', missing: [] })
  expect(all.state().proposals.map(({ status }) => status)).toEqual(['afterAgreement'])
  expect(bracketOf(all, open)).toMatchObject({ lifted: null, place: { from: 9, to: 18 } })
  expect(all.effect(bracket(all, 'BO', 'op1', 'facilitar', ['BO']))).toBe('agreedNotReopened')
  all.reopen('PPT', 'op1')
  expect(all.state().proposals.map(({ status }) => status)).toEqual(['pending'])
  expect(kinds(all, 'op1')).toEqual(['openProposal', 'openBracket'])
  expect(all.paragraph('op1').missing[0]).toMatchObject({ act: proposal.id })
})
