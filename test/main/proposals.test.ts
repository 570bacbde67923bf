/** Proposals through the calls a window makes, between real devices and a real relay. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { temporaryFolder, type TemporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, PROBLEMS, type Device } from './device.ts'
import { heldText, openPage } from './writing.ts'

let folder: TemporaryFolder
let relay: TestRelay
let chair: Device
let argentina: Device
let peru: Device
let adviser: Device
let observer: Device
let conf = ''
let all: readonly Device[] = []

const key = (person: Person): string => relay.conference.key(person).id
const open = (...people: Person[]) => deviceOf({ relay, folder: folder.path, people })
const at = (person: Person) => ({ conf, doc: DOC, hat: key(person) })
const state = (device: Device) => device.conference.replica.document(DOC)
const proposals = (device: Device): readonly ProposalState[] => state(device)?.proposals ?? []
const clause = (id: string, words: string) =>
  ({ id, kind: 'operative', level: 0, suppressed: false, runs: [{ insert: words }] }) as const
const clauses = (id: string, words: string) => [{ ...clause(id, words), runs: [{ insert: words }] }]

function paragraph(device: Device, id: string): ParagraphState {
  const found = state(device)?.paragraphs.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no paragraph ${id}`)
  return found
}
const hashOf = (device: Device, id: string): string => paragraph(device, id).wording?.hash ?? ''

function tabling(device: Device, person: Person, id: string, words: string): Input<'proposal.table'> {
  const country = person.slice(0, 2) as 'PE' // as: people of the kit are named after their countries
  return {
    ...at(person),
    ...{ draft: null, previous: null, answers: null, huddle: null, proposal: null },
    operation: { kind: 'amend', paragraph: id, hash: hashOf(device, id), clauses: clauses(id, words) },
    ...{ proponents: [country], nature: 'substantive', reason: 'Más preciso.', replaces: [] },
  }
}
const actsOf = (device: Device): number => device.conference.replica.acts.set.size

beforeAll(async () => {
  folder = temporaryFolder('proposals')
  relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  conf = relay.conference.conf
  chair = await open('PPT', 'CL')
  argentina = await open('AR')
  peru = await open('PE')
  adviser = await open('PE:adviser')
  observer = await open('observer')
  all = [chair, argentina, peru, adviser]
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  await replica.seed([clause('uno', 'Acuerdan cooperar.'), clause('dos', 'Deciden reunirse.')])
  await chair.synced(DOC)
  await chair.call('negotiation.open', at('PPT'))
  for (const device of all) await device.heard.until('the text', () => state(device)?.paragraphs.length === 2)
})

afterAll(async () => {
  for (const device of [...all, observer]) await device.close()
  await relay.close()
  folder[Symbol.dispose]()
})

let draft = ''
let room = ''

test('[M11.a] an adviser drafts in the workshop, a colleague writes along, and no other country can enter', async () => {
  ;({ draft, room } = await adviser.call('draft.open', {
    ...at('PE:adviser'),
    ...{ operation: 'amend', targets: ['uno'], after: null, previous: null, answers: null },
  }))
  const mine = await openPage(adviser, room)
  expect(mine.text()).toBe('Acuerdan cooperar.')
  await peru.heard.until('the draft', () => state(peru)?.drafts.some((one) => one.draft === draft) === true)
  await peru.heard.until('its words', () => heldText(peru, room) === 'Acuerdan cooperar.')
  const theirs = await openPage(peru, room)
  expect(await theirs.type(' Y siempre.')).toBe(true)
  await adviser.heard.until('the colleague’s words', () => mine.text().endsWith('Y siempre.'))
  for (const stranger of [argentina, chair]) {
    expect(await stranger.try('room.open', { conf, room })).toMatchObject({ ok: false })
    expect(state(stranger)?.drafts).toEqual([])
  }
  await adviser.call('draft.describe', {
    ...{ ...at('PE:adviser'), draft, nature: 'editorial' },
    ...{ reason: 'Por claridad.', note: 'Consultado con Lima' },
  })
  await peru.heard.until('what it is for', () => state(peru)?.drafts[0]?.nature === 'editorial')
})

test('[M11.b] an adviser tables only where the Speaker of the country has said so', async () => {
  const input = tabling(adviser, 'PE:adviser', 'dos', 'Deciden reunirse pronto.')
  expect(await adviser.try('proposal.table', input)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  expect(
    await adviser.try('delegation.allow', { conf, hat: key('PE:adviser'), advisersTable: true }),
  ).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await peru.call('delegation.allow', { conf, hat: key('PE'), advisersTable: true })
  await adviser.heard.until(
    'leave to table',
    () => adviser.conference.replica.conference()?.advisersTable.includes('PE') === true,
  )
  const { act } = await adviser.call('proposal.table', input)
  await chair.heard.until('the proposal', () => proposals(chair).some((one) => one.act === act))
  await peru.heard.until('the proposal', () => proposals(peru).some((one) => one.act === act))
  await peru.call('proposal.withdraw', { ...at('PE'), proposal: act, reason: 'Era una prueba.' })
  await peru.call('delegation.allow', { conf, hat: key('PE'), advisersTable: false })
})

let first = ''

test('[M11.c] the Speaker tables the draft once: exact words for all, and the workshop lists it as tabled', async () => {
  const words = heldText(peru, room)
  const input = { ...tabling(peru, 'PE', 'uno', words), draft }
  const [one, two] = await Promise.all([peru.try('proposal.table', input), peru.try('proposal.table', input)])
  const answers = [one, two].map((reply) => (reply.ok ? 'tabled' : reply.error.message)).sort()
  expect(answers).toEqual(['failure.alreadyTabled', 'tabled'])
  first = one.ok ? one.value.act : two.ok ? two.value.act : ''
  await argentina.heard.until('the proposal', () => proposals(argentina).some((it) => it.act === first))
  expect(proposals(argentina).find(({ act }) => act === first)).toMatchObject({
    version: 1,
    status: 'pending',
    operation: { kind: 'amend', paragraph: 'uno', clauses: [{ runs: [{ insert: words }] }] },
    proponents: [{ country: 'PE', state: 'confirmed' }],
  })
  await adviser.heard.until('tabled', () => state(adviser)?.drafts[0]?.state === 'tabled')
  expect(state(adviser)?.drafts[0]?.tabled).toBe(first)
})

test('[M11.d] what cannot be tabled is refused with a word for it, and nothing is signed', async () => {
  const good = tabling(argentina, 'AR', 'uno', 'Acuerdan cooperar mucho.')
  const amend = (
    change: Partial<Extract<Input<'proposal.table'>['operation'], { kind: 'amend' | 'alternative' }>>,
  ) => ({ ...good, operation: { ...good.operation, ...change } }) as typeof good // as: the same kind with other words
  const before = actsOf(argentina)
  const cases: [string, Input<'proposal.table'>][] = [
    ['failure.nothingChanged', amend({ clauses: clauses('uno', 'Acuerdan  cooperar.') })],
    ['failure.refusedCharacter', amend({ clauses: clauses('uno', 'Acuer\u200Bdan cooperar mucho.') })],
    ['failure.refusedCharacter', { ...good, reason: 'a\u202Eb' }],
    ['failure.emptyWording', amend({ clauses: clauses('uno', '  ') })],
    ['failure.paragraphTooLarge', amend({ clauses: clauses('uno', 'ñ'.repeat(17_000)) })],
    ['failure.oneParagraph', amend({ clauses: [...clauses('uno', 'Uno.'), ...clauses('otro', 'Dos.')] })],
    ['failure.wordingChanged', amend({ hash: 'a'.repeat(64) })],
    ['failure.notFound', amend({ paragraph: 'nada' })],
    ['failure.notFound', { ...good, answers: 'b'.repeat(64) }],
    ['failure.notFound', { ...good, huddle: 'nada' }],
    ['failure.notAuthorised', { ...good, proponents: ['PE'] }],
    ['failure.notAuthorised', { ...good, proponents: [] }],
    ['failure.notAuthorised', { ...good, previous: first }],
    ['failure.invalidInput', { ...good, replaces: [first] }],
  ]
  for (const [message, input] of cases) {
    const reply = await argentina.try('proposal.table', input)
    expect(reply.ok ? 'tabled' : reply.error.message, message).toBe(message)
  }
  expect(actsOf(argentina)).toBe(before)
  // The same with nothing wrong is taken.
  expect((await argentina.try('proposal.table', good)).ok).toBe(true)
})

let second = ''

test('[M11.e] support binds to a version: a changed proposal is version 2 and asks again', async () => {
  await argentina.call('proposal.back', { ...at('AR'), proposal: first, value: 'support', reason: null })
  expect(
    await peru.try('proposal.back', { ...at('PE'), proposal: first, value: 'support', reason: null }),
  ).toMatchObject({
    ok: false,
    error: { message: 'failure.ownProposal' },
  })
  await peru.heard.until(
    'support',
    () => proposals(peru).find(({ act }) => act === first)?.backings.AR?.value === 'support',
  )
  const changed = tabling(peru, 'PE', 'uno', 'Acuerdan cooperar siempre.')
  const { act, proposal } = await peru.call('proposal.table', {
    ...changed,
    previous: first,
    proponents: ['PE', 'CL'],
  })
  second = act
  await argentina.heard.until('version 2', () => proposals(argentina).some((one) => one.act === second))
  const [v1, v2] = proposals(argentina).filter((one) => one.proposal === proposal)
  expect(v1).toMatchObject({
    status: 'superseded',
    supersededBy: second,
    backings: { AR: { value: 'support' } },
  })
  expect(v2).toMatchObject({ version: 2, status: 'pending', backings: {} })
  expect(
    await argentina.try('proposal.back', { ...at('AR'), proposal: first, value: 'object', reason: 'No.' }),
  ).toMatchObject({
    ok: false,
    error: { message: 'failure.proposalOver' },
  })
  await chair.heard.until('version 2', () => proposals(chair).some((one) => one.act === second))
  await chair.call('proposal.join', { ...at('CL'), proposal: second })
  expect(await chair.try('proposal.join', { ...at('CL'), proposal: second })).toMatchObject({
    ok: false,
    error: { message: 'failure.alreadyProponent' },
  })
  await peru.heard.until('Chile', () =>
    proposals(peru).some(
      ({ act: id, proponents }) => id === second && proponents.every((one) => one.state === 'confirmed'),
    ),
  )
})

test('[M11.f] the Chair incorporates one in an act that names it, and declines another with a reason', async () => {
  const other = proposals(chair).find(({ proponents }) => proponents[0]?.country === 'AR')?.act ?? ''
  expect(await chair.try('proposal.decline', { ...at('PPT'), proposal: other, reason: ' ' })).toMatchObject({
    ok: false,
    error: { message: 'failure.reasonMissing' },
  })
  expect(
    await argentina.try('proposal.decline', { ...at('AR'), proposal: second, reason: 'No.' }),
  ).toMatchObject({
    ok: false,
  })
  await chair.call('proposal.decline', {
    ...at('PPT'),
    proposal: other,
    reason: 'Queda recogido en la de Perú.',
  })
  const { wording } = paragraph(chair, 'uno')
  const given = {
    ...at('PPT'),
    paragraphs: [
      {
        ...{ paragraph: 'uno', after: null, base: [wording?.act ?? ''] },
        clauses: clauses('uno', 'Acuerdan cooperar siempre.'),
      },
      { ...{ paragraph: null, after: 'uno', base: [] }, clauses: clauses('tres', 'Saludan.') },
    ],
    reason: '',
  }
  expect(await chair.try('text.incorporate', { ...given, proposals: ['c'.repeat(64)] })).toMatchObject({
    ok: false,
  })
  await chair.call('text.incorporate', { ...given, proposals: [second] })
  await peru.heard.until('the text', () => state(peru)?.paragraphs.length === 3)
  expect(state(peru)?.paragraphs.map(({ id }) => id)).toEqual(['uno', 'tres', 'dos'])
  const status = (id: string) => proposals(peru).find(({ act }) => act === id)?.status
  expect([status(second), status(other)]).toEqual(['incorporated', 'declined'])
})

test('[M11.g] brackets name words of the paragraph as it is, and are lifted once', async () => {
  const words = { paragraph: 'dos', hash: hashOf(argentina, 'dos'), from: 0, to: 7, countries: null }
  expect(await argentina.try('bracket.open', { ...at('AR'), ...words, to: 700 })).toMatchObject({
    ok: false,
    error: { message: 'failure.noWords' },
  })
  const { act } = await argentina.call('bracket.open', { ...at('AR'), ...words })
  await chair.heard.until('the bracket', () => state(chair)?.brackets.some((one) => one.act === act) === true)
  expect(state(chair)?.brackets[0]).toMatchObject({ quote: 'Deciden', lifted: null })
  await peru.heard.until('the bracket', () => state(peru)?.brackets.length === 1)
  expect(await peru.try('bracket.lift', { ...at('PE'), bracket: act, meeting: null })).toMatchObject({
    ok: false,
  })
  await argentina.call('bracket.lift', { ...at('AR'), bracket: act, meeting: null })
  expect(await argentina.try('bracket.lift', { ...at('AR'), bracket: act, meeting: null })).toMatchObject({
    ok: false,
    error: { message: 'failure.bracketLifted' },
  })
})

test('[M11.h] a comment reaches those who may read it and no others', async () => {
  const write = (
    device: Device,
    person: Person,
    audience: Input<'comment.write'>['audience'],
    text: string,
  ) =>
    device.call('comment.write', {
      ...{ ...at(person), audience, thread: null, text, mentions: [] },
      about: { kind: 'paragraph', paragraph: 'dos' },
    })
  await write(peru, 'PE', 'all', 'Para todos.')
  await write(peru, 'PE', 'delegation', 'Entre nosotros.')
  await write(peru, 'PE', 'audience', 'Para la Presidencia.')
  await write(chair, 'PPT', 'bureau', 'De la mesa.')
  await write(observer, 'observer', 'observers', 'Un aporte.')
  expect(
    await observer.try('comment.write', {
      ...{ ...at('observer'), audience: 'all', thread: null, text: 'No.', mentions: [] },
      about: { kind: 'document' },
    }),
  ).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  const heard = (device: Device) =>
    (state(device)?.threads ?? []).flatMap(({ comments }) => comments.map(({ text }) => text)).sort()
  const expected: [Device, string[]][] = [
    [peru, ['Entre nosotros.', 'Para la Presidencia.', 'Para todos.', 'Un aporte.']],
    [adviser, ['Entre nosotros.', 'Para la Presidencia.', 'Para todos.', 'Un aporte.']],
    [argentina, ['Para todos.', 'Un aporte.']],
    [chair, ['De la mesa.', 'Para la Presidencia.', 'Para todos.', 'Un aporte.']],
    [observer, ['Un aporte.']],
  ]
  for (const [device, texts] of expected) {
    await device.heard.until('comments', () => heard(device).length >= texts.length)
    await device.call('link.retry', { conf })
    expect(heard(device)).toEqual(texts)
  }
  const thread = state(argentina)?.threads.find(({ audience }) => audience.kind === 'all')?.thread ?? ''
  await argentina.call('comment.write', {
    ...{ ...at('AR'), audience: 'all', thread, text: 'De acuerdo.', mentions: ['PE'] },
    about: { kind: 'document' },
  })
  await argentina.call('comment.resolve', { ...at('AR'), thread, resolved: true })
  await peru.heard.until(
    'settled',
    () => state(peru)?.threads.find((one) => one.thread === thread)?.resolved !== null,
  )
  expect(state(peru)?.threads.find((one) => one.thread === thread)).toMatchObject({
    about: { kind: 'paragraph', paragraph: 'dos' },
    comments: [{ text: 'Para todos.' }, { text: 'De acuerdo.', mentions: ['PE'] }],
  })
})

test('[M11.i] a contact group’s room begins empty, and only the delegations named enter it', async () => {
  const { huddle, room: group } = await chair.call('huddle.set', {
    ...{ ...at('PPT'), huddle: null, paragraph: 'dos', delegations: ['PE', 'AR'], open: true, reason: '' },
  })
  await peru.heard.until('the group', () => state(peru)?.huddles.length === 1)
  await argentina.heard.until('the group', () => state(argentina)?.huddles.length === 1)
  expect(await peru.call('huddle.enter', { ...at('PE'), huddle })).toEqual({ room: group })
  expect(await chair.try('huddle.enter', { ...at('CL'), huddle })).toMatchObject({ ok: false })
  const page = await openPage(peru, group)
  expect(page.text()).toBe('')
  await page.type('Una idea.')
  await argentina.heard.until('the idea', () => heldText(argentina, group) === 'Una idea.')
})

test('[M11.j] what was tabled apart and after a restart is there, and arrives when the device is back', async () => {
  await argentina.call('link.setOffline', { conf, offline: true })
  const { act } = await argentina.call(
    'proposal.table',
    tabling(argentina, 'AR', 'dos', 'Deciden reunirse dos veces.'),
  )
  await argentina.close()
  argentina = await deviceOf({ relay, folder: folder.path, people: ['AR'], apart: true })
  all = [chair, argentina, peru, adviser]
  expect(proposals(argentina).find((one) => one.act === act)?.status).toBe('pending')
  expect(state(argentina)?.brackets).toHaveLength(1)
  expect(state(argentina)?.threads).toHaveLength(2)
  expect(proposals(chair).some((one) => one.act === act)).toBe(false)
  await argentina.call('link.setOffline', { conf, offline: false })
  await chair.heard.until('the late proposal', () => proposals(chair).some((one) => one.act === act))
  expect(PROBLEMS).toEqual([])
})
