import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParagraphState } from '#shared/acts/state.ts'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { temporaryFolder, type TemporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, PROBLEMS, seedOf, type Device } from './device.ts'
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

beforeAll(async () => {
  folder = temporaryFolder('negotiation')
  relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  conf = relay.conference.conf
  const open = (...people: Person[]) => deviceOf({ relay, folder: folder.path, people })
  chair = await open('PPT', 'CL')
  argentina = await open('AR')
  peru = await open('PE')
  adviser = await open('PE:adviser')
  observer = await open('observer')
  all = [chair, argentina, peru, adviser, observer]
})

afterAll(async () => {
  for (const device of all) await device.close()
  await relay.close()
  folder[Symbol.dispose]()
})

const paragraphs = (device: Device): readonly ParagraphState[] =>
  device.conference.replica.document(DOC)?.paragraphs ?? []
function paragraph(device: Device, n: number): ParagraphState {
  const found = paragraphs(device)[n]
  if (found === undefined) throw new Error(`no paragraph ${String(n)}`)
  return found
}
const hashOf = (device: Device, n: number): string => paragraph(device, n).wording?.hash ?? ''
const take = (device: Device, person: Person, n: number, value: 'agree' | 'object' = 'agree') =>
  device.try('position.take', {
    ...{ conf, doc: DOC, hat: key(person), value },
    paragraphs: [{ paragraph: paragraph(device, n).id, hash: hashOf(device, n) }],
    reason: value === 'object' ? 'No se ajusta a nuestra ley.' : null,
  })
const agree = (n: number) =>
  chair.try('paragraph.agree', {
    ...{ conf, doc: DOC, hat: key('PPT') },
    paragraph: paragraph(chair, n).id,
    hash: hashOf(chair, n),
  })
const incorporate = (n: number, words: string) => {
  const { id, wording } = paragraph(chair, n)
  return chair.call('text.incorporate', {
    ...{ conf, doc: DOC, hat: key('PPT'), proposals: [], reason: '' },
    paragraphs: [
      {
        paragraph: id,
        after: null,
        base: wording === null ? [] : [wording.act],
        clauses: [{ id, kind: 'operative', level: 0, suppressed: false, runs: [{ insert: words }] }],
      },
    ],
  })
}
const everybody = (what: string, holds: (device: Device) => boolean) =>
  Promise.all([chair, argentina, peru].map((device) => device.heard.until(what, () => holds(device))))

test('[R25.m] opening negotiation freezes the drafting room word for word, on every device', async () => {
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  await replica.seed([
    { id: 'uno', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan cooperar.' }] },
    { id: 'dos', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Deciden reunirse.' }] },
  ])
  await chair.synced(DOC)
  await chair.call('parties.set', {
    conf,
    doc: DOC,
    hat: key('PPT'),
    parties: ['PE', 'AR', 'CL'],
    basis: 'present',
  })
  await chair.call('negotiation.open', { conf, doc: DOC, hat: key('PPT') })
  await everybody('the frozen text', (device) => paragraphs(device).length === 2)
  expect(paragraph(peru, 0)).toMatchObject({ id: 'uno', number: '1', status: 'open' })
  expect(peru.conference.replica.document(DOC)).toMatchObject({
    stage: 'negotiation',
    parties: ['AR', 'CL', 'PE'],
  })
  expect(await openPage(peru, TEXT_ROOM).then((page) => page.type('más'))).toBe(false)
})

test('[R14.n] an adviser prepares and does not state; nobody states with a hat that is not theirs', async () => {
  await adviser.heard.until('the frozen text', () => paragraphs(adviser).length === 2)
  expect(await take(adviser, 'PE:adviser', 0)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await take(adviser, 'PE', 0)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await adviser.call('position.prepare', {
    ...{ conf, doc: DOC, hat: key('PE:adviser'), value: 'agree', reason: null },
    paragraph: 'uno',
    hash: hashOf(adviser, 0),
  })
  await peru.heard.until(
    'prepared',
    () => (peru.conference.replica.document(DOC)?.prepared.length ?? 0) === 1,
  )
  expect(paragraph(peru, 0).positions.PE).toEqual({ kind: 'none' })
  expect(argentina.conference.replica.document(DOC)?.prepared).toEqual([])
})

test('[R38.m] an observer can do nothing', async () => {
  expect(paragraphs(observer)).toEqual([])
  const reply = await observer.try('position.take', {
    ...{ conf, doc: DOC, hat: key('observer'), value: 'agree', reason: null },
    paragraphs: [{ paragraph: 'uno', hash: hashOf(peru, 0) }],
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await observer.try('room.open', { conf, room: TEXT_ROOM })).toMatchObject({ ok: false })
})

test('[R21.m] agreed is refused with who is missing, then granted', async () => {
  expect(await agree(0)).toMatchObject({
    ok: false,
    error: { message: 'failure.gateNotMet', values: { missing: 'AR, CL, PE' } },
  })
  expect((await take(chair, 'CL', 0)).ok).toBe(true)
  expect((await take(argentina, 'AR', 0)).ok).toBe(true)
  expect((await take(peru, 'PE', 0)).ok).toBe(true)
  await chair.heard.until('three positions', () => paragraph(chair, 0).missing.length === 0)
  expect((await agree(0)).ok).toBe(true)
  await everybody('agreed', (device) => paragraph(device, 0).status === 'agreed')
})

test('[R13.m] an objection without its reason is not signed', async () => {
  const reply = await peru.try('position.take', {
    ...{ conf, doc: DOC, hat: key('PE'), value: 'object', reason: ' ' },
    paragraphs: [{ paragraph: 'dos', hash: hashOf(peru, 1) }],
  })
  expect(reply).toMatchObject({ ok: false, error: { message: 'failure.reasonNeeded' } })
})

test('[R35.m] an incorporation into an agreed paragraph has no effect; re-opened, it lapses the positions', async () => {
  await incorporate(0, 'Acuerdan no cooperar.')
  await everybody('the act', (device) =>
    (device.conference.replica.document(DOC)?.log ?? []).some(
      ({ noEffect }) => noEffect === 'agreedNotReopened',
    ),
  )
  expect(paragraph(peru, 0).status).toBe('agreed')
  await chair.call('paragraph.reopen', {
    conf,
    doc: DOC,
    hat: key('PPT'),
    paragraph: 'uno',
    reason: 'A pedido de Perú.',
  })
  await incorporate(0, 'Acuerdan cooperar estrechamente.')
  await everybody('lapsed', (device) => paragraph(device, 0).positions.PE.kind === 'lapsed')
  expect(paragraph(argentina, 0).positions.AR).toMatchObject({
    kind: 'lapsed',
    wording: 'Acuerdan cooperar.',
  })
})

test('[R15.m] a position on a wording that has changed meanwhile is not signed in silence', async () => {
  const reply = await peru.try('position.take', {
    ...{ conf, doc: DOC, hat: key('PE'), value: 'agree', reason: null },
    paragraphs: [{ paragraph: 'uno', hash: 'a'.repeat(64) }],
  })
  expect(reply).toMatchObject({ ok: false, error: { message: 'failure.wordingChanged' } })
})

test('[R33.m] a position taken offline on the old wording arrives lapsed', async () => {
  await peru.call('link.setOffline', { conf, offline: true })
  expect((await take(peru, 'PE', 1)).ok).toBe(true)
  await incorporate(1, 'Deciden reunirse cada año.')
  expect((await take(peru, 'PE', 1)).ok).toBe(true)
  await peru.call('link.setOffline', { conf, offline: false })
  await chair.heard.until('Peru’s word', () => paragraph(chair, 1).positions.PE.kind === 'lapsed')
  expect(paragraph(chair, 1).positions.PE).toMatchObject({ wording: 'Deciden reunirse.' })
})

test('[R32.m] without contact with the register neither round nor stage is changed, and it says so', async () => {
  await chair.call('link.setOffline', { conf, offline: true })
  for (const reply of [
    await chair.try('round.close', { conf, doc: DOC, hat: key('PPT'), publish: false }),
    await chair.try('stage.set', { conf, doc: DOC, hat: key('PPT'), to: 'jointDrafting', reason: '' }),
  ]) {
    expect(reply).toMatchObject({ ok: false, error: { code: 'offline', message: 'failure.offline' } })
  }
  await chair.call('link.setOffline', { conf, offline: false })
  await chair.online()
})

test('[R25.n] closing a round gives the text its next symbol, and observers what was published', async () => {
  await chair.call('round.close', { conf, doc: DOC, hat: key('PPT'), publish: true })
  await everybody(
    'the round',
    (device) => (device.conference.replica.document(DOC)?.rounds.length ?? 0) === 2,
  )
  const rounds = peru.conference.replica.document(DOC)?.rounds ?? []
  expect(rounds.map(({ symbol, mismatch }) => [symbol, mismatch])).toEqual([
    ['CSM/XX/DEC', false],
    ['CSM/XX/DEC/Rev.1', false],
  ])
  const blob = rounds[1]?.blob ?? ''
  await observer.heard.until('the published text', () => observer.conference.replica.blob(blob) !== undefined)
  expect(Buffer.from((await observer.call('blob.read', { conf, hash: blob })) ?? []).toString()).toContain(
    'estrechamente',
  )
})

test('[R2.m] the draft on the screen is seen by delegations, changes nothing, and is gone once incorporated', async () => {
  const { room } = await chair.call('screen.open', { conf, doc: DOC, hat: key('PPT'), paragraph: 'uno' })
  const page = await openPage(chair, room)
  expect(page.text()).toBe('Acuerdan cooperar estrechamente.')
  await page.type(' Y siempre.')
  await peru.heard.until('the draft', () => heldText(peru, room).endsWith('Y siempre.'))
  expect(paragraph(peru, 0).wording?.clauses[0]?.runs[0]?.insert).toBe('Acuerdan cooperar estrechamente.')
  expect(await peru.try('screen.open', { conf, doc: DOC, hat: key('PE'), paragraph: 'uno' })).toMatchObject({
    ok: false,
  })
  await incorporate(0, 'Acuerdan cooperar estrechamente. Y siempre.')
  await peru.heard.until('an empty screen', () => heldText(peru, room) === '')
})

test('[R11.n] closing a round joins the parts that are all agreed or that the Chair names, and leaves the others', async () => {
  const { id, wording } = paragraph(chair, 0)
  const part = (own: string, insert: string) => ({
    clauses: [
      { id: own, kind: 'operative' as const, level: 0 as const, suppressed: false, runs: [{ insert }] },
    ],
    level: 0 as const,
  })
  await chair.call('text.split', {
    ...{
      conf,
      doc: DOC,
      hat: key('PPT'),
      paragraph: id,
      base: [wording?.act ?? ''],
      proposals: [],
      reason: '',
    },
    parts: [part(id, 'Acuerdan'), part('parte', 'cooperar estrechamente. Y siempre.')],
  })
  const closed = async (join: string[]) => {
    await chair.call('round.close', { conf, doc: DOC, hat: key('PPT'), publish: false, join })
    const last = chair.conference.replica.document(DOC)?.rounds.at(-1)
    return { mismatch: last?.mismatch, of: paragraph(chair, 0).part?.of ?? null }
  }
  expect(await closed([])).toEqual({ mismatch: false, of: 2 })
  expect(await closed([id])).toEqual({ mismatch: false, of: null })
  expect(paragraph(chair, 0).wording?.hash).toBe(wording?.hash)
})

test('[R1.m] going back to joint drafting opens a fresh room filled once with the text as it stands', async () => {
  await chair.call('stage.set', {
    conf,
    doc: DOC,
    hat: key('PPT'),
    to: 'jointDrafting',
    reason: 'Falta un tema.',
  })
  const room = `doc/${DOC}/text/es/1`
  await argentina.heard.until('the fresh text', () =>
    heldText(argentina, room).includes('Deciden reunirse cada año.'),
  )
  expect(heldText(argentina, room)).toBe(
    'Acuerdan cooperar estrechamente. Y siempre.\nDeciden reunirse cada año.',
  )
  expect(await openPage(argentina, room).then((page) => page.type(' Nuevo.'))).toBe(true)
})

test('[M8.d] nothing that left main in all this carries a private key, in whatever form', () => {
  const text = JSON.stringify(
    all.flatMap(({ left }) => left()),
    (_name, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  )
  expect(text.length).toBeGreaterThan(10_000)
  for (const person of ['PPT', 'CL', 'AR', 'PE', 'PE:adviser', 'observer'] as const) {
    const seed = Buffer.from(seedOf(person))
    for (const form of [
      seed.toString('hex'),
      seed.toString('base64'),
      seed.toString('base64url'),
      seed.toString('latin1'),
    ]) {
      expect(text.includes(form) || text.includes(JSON.stringify(form).slice(1, -1)), person).toBe(false)
    }
    // The search does find what is there: the public half.
    expect(text.includes(key(person))).toBe(true)
  }
  expect(PROBLEMS).toEqual([])
})
