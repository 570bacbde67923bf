/** Exchange files between devices: what they carry, and that a bad one changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toUtf8 } from '#shared/acts/bytes.ts'
import { openAct, seal } from '#shared/acts/envelope.ts'
import { draft } from '#shared/acts/build.ts'
import { ACT_TYPE } from '#shared/acts/envelope.ts'
import {
  MAX_EXCHANGE_BYTES,
  readExchange,
  writeExchange,
  type ExchangeActs,
  type ExchangeAudience,
} from '#shared/sync/exchange.ts'
import { exportExchange } from '#main/conference/exchange.ts'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'
import { temporaryFolder, type TemporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, PROBLEMS, type Device } from './device.ts'

const AT = '2022-03-01T12:00:00.000Z'

let folder: TemporaryFolder
let relay: TestRelay
let chair: Device
let peru: Device
let adviser: Device
let argentina: Device
let conf = ''

const key = (person: Person): string => relay.conference.key(person).id
const at = (person: Person) => ({ conf, doc: DOC, hat: key(person) })
const state = (device: Device) => device.conference.replica.document(DOC)
const size = (device: Device): number => device.conference.replica.acts.set.size

function fileOf(device: Device, person: Person, audience: ExchangeAudience, doc: string | null = null) {
  const made = exportExchange(device.conference, { hat: key(person), doc, audience, at: AT })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}
const take = (device: Device, content: Uint8Array) => device.try('exchange.import', { conf, content })

const comment = (device: Device, person: Person, audience: 'all' | 'delegation', text: string) =>
  device.call('comment.write', {
    ...{ ...at(person), audience, thread: null, text, mentions: [] },
    about: { kind: 'document' },
  })

beforeAll(async () => {
  folder = temporaryFolder('exchange')
  relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  conf = relay.conference.conf
  const open = (person: Person) => deviceOf({ relay, folder: folder.path, people: [person] })
  chair = await open('PPT')
  peru = await open('PE')
  adviser = await open('PE:adviser')
  argentina = await open('AR')
  // From here on these two never meet the relay until a test says so.
  for (const device of [adviser, argentina]) await device.call('link.setOffline', { conf, offline: true })
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  await replica.seed([
    { id: 'uno', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan cooperar.' }] },
  ])
  await chair.synced(DOC)
  await chair.call('negotiation.open', at('PPT'))
  await peru.heard.until('the text', () => state(peru)?.paragraphs.length === 1)
  await comment(peru, 'PE', 'delegation', 'Entre nosotros.')
  await peru.heard.until('all sent', () => peru.conference.replica.acts.unsent().length === 0)
  await peru.call('link.setOffline', { conf, offline: true })
  await comment(peru, 'PE', 'all', 'Sin el servidor.')
})

afterAll(async () => {
  for (const device of [chair, peru, adviser, argentina]) await device.close()
  await relay.close()
  folder[Symbol.dispose]()
})

test('[R36.a] a file brings the text, its blob and what the relay has not seen; twice changes nothing', async () => {
  const { content, counts } = fileOf(peru, 'PE', 'everybody')
  expect(state(argentina)?.paragraphs).toEqual([])
  const taken = await take(argentina, content)
  expect(taken).toMatchObject({ ok: true, value: { taken: { acts: 2, blobs: 1 } } })
  expect(counts.acts).toBeGreaterThan(2)
  expect(state(argentina)?.paragraphs).toEqual(state(peru)?.paragraphs)
  expect(state(argentina)?.threads[0]?.comments).toMatchObject([{ text: 'Sin el servidor.', received: null }])
  const before = size(argentina)
  expect(await take(argentina, content)).toMatchObject({ ok: true, value: { taken: { acts: 0, blobs: 0 } } })
  expect(size(argentina)).toBe(before)
})

test('[R36.b] and the answer goes back the same way, neither having met the relay in between', async () => {
  await comment(argentina, 'AR', 'all', 'De acuerdo.')
  const { content } = fileOf(argentina, 'AR', 'everybody')
  expect(await take(peru, content)).toMatchObject({ ok: true, value: { taken: { acts: 1 } } })
  expect(state(peru)?.threads).toHaveLength(2 + 1)
})

test('[R36.c] what is a delegation’s own is in a file only when made for it, and only its members take it', async () => {
  const scopes = (content: Uint8Array): Set<string> => {
    const read = readExchange(content, nodeCrypto)
    if (!read.ok) throw new Error(read.code)
    const opened = read.file.acts.map(({ e }) =>
      openAct(e, peru.conference.replica.acts.set.keyOf, nodeCrypto),
    )
    return new Set(opened.map((one) => (one.ok ? one.act.payload.scope : 'unreadable')))
  }
  const open = fileOf(peru, 'PE', 'everybody').content
  const own = fileOf(peru, 'PE', 'delegation').content
  expect([...scopes(open)].sort()).toEqual(['conf', `doc/${DOC}`])
  expect([...scopes(own)].sort()).toEqual(['conf', `doc/${DOC}`, `doc/${DOC}/of/PE`])
  expect(await take(argentina, own)).toMatchObject({ ok: true, value: { taken: { acts: 0 } } })
  expect(state(argentina)?.threads.some(({ audience }) => audience.kind === 'delegation')).toBe(false)
  expect((await take(adviser, own)).ok).toBe(true)
  expect(state(adviser)?.threads.some(({ audience }) => audience.kind === 'delegation')).toBe(true)
  const chairs = exportExchange(chair.conference, {
    hat: key('PPT'),
    doc: null,
    audience: 'delegation',
    at: AT,
  })
  expect(chairs).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('[R36.d] a file that is damaged, forged, foreign or newer changes nothing and says why', async () => {
  await comment(peru, 'PE', 'all', 'Otra más.')
  const good = fileOf(peru, 'PE', 'everybody').content
  const before = size(argentina)
  const read = readExchange(good, nodeCrypto)
  if (!read.ok) throw new Error(read.code)
  const { acts, blobs } = read.file
  const signer = testKey('PE')
  const claims = { conf, key: signer.id, audience: 'everybody', at: AT } as const
  const remake = (list: ExchangeActs, by = signer, of = claims) =>
    writeExchange({ acts: list, blobs }, { ...of, key: by.id }, by.sign, nodeCrypto)
  const last = acts.at(-1)
  if (last === undefined) throw new Error('no acts')
  const flippedAct = {
    ...last,
    e: { ...last.e, s: `${last.e.s.startsWith('A') ? 'B' : 'A'}${last.e.s.slice(1)}` },
  }
  const overreach = seal(
    draft(peru.conference.replica.acts.set, {
      ...{ scope: `doc/${DOC}`, kind: 'stage', by: signer.id, at: AT },
      body: { to: 'preparation', phase: 0, reason: '' },
    }),
    ACT_TYPE,
    signer.sign,
  )
  const [wrongTime] = acts.flatMap(({ e, r }) =>
    r === null ? [] : [{ e, r: { ...r, received: '2020-01-01T00:00:00.000Z' } }],
  )
  if (wrongTime === undefined) throw new Error('no receipt')
  const flip = (index: number) => good.map((byte, i) => (i === index ? byte ^ 1 : byte))
  const other = await relayWith({ seed: 'other' })
  await other.close()
  const cases: [string, Uint8Array][] = [
    ['notExchange', new Uint8Array(0)],
    ['notExchange', toUtf8('PK\u0003\u0004 something else')],
    ['newerVersion', toUtf8('consenso-exchange 2\n{}\n{}')],
    ['tooLarge', new Uint8Array(MAX_EXCHANGE_BYTES + 1)],
    ['damaged', good.subarray(0, good.length - 1)],
    ['damaged', good.subarray(0, 60)],
    ['damaged', flip(good.length - 10)],
    ['forgedAct', remake([...acts.slice(0, -1), flippedAct])],
    ['forgedAct', remake([...acts, { e: overreach, r: null }])],
    ['forgedAct', remake([wrongTime, ...acts])],
    ['forgedAct', remake([...acts, { e: { p: 'AAAA', s: 'A'.repeat(86) }, r: null }])],
    ['badSignature', remake(acts, testKey('nobody'))],
    ['badSignature', writeExchange({ acts, blobs }, claims, testKey('AR').sign, nodeCrypto)],
    ['otherConference', remake(acts, signer, { ...claims, conf: other.conference.conf })],
  ]
  for (const [code, content] of cases) {
    const reply = await take(argentina, content)
    expect(reply.ok ? 'taken' : reply.error.message, code).toBe(`exchange.refused.${code}`)
    expect(size(argentina)).toBe(before)
  }
  // Flipped anywhere, it is refused.
  for (let index = 0; index < good.length; index += Math.ceil(good.length / 60)) {
    expect((await take(argentina, flip(index))).ok, `byte ${String(index)}`).toBe(false)
  }
  expect(size(argentina)).toBe(before)
  // As it was made, it is taken.
  expect(await take(argentina, good)).toMatchObject({ ok: true, value: { taken: { acts: 1 } } })
})

test('[R36.e] what came in a file survives a restart, and goes on to the relay with whoever meets it first', async () => {
  await argentina.close()
  argentina = await deviceOf({ relay, folder: folder.path, people: ['AR'], apart: true })
  expect(state(argentina)?.threads).toHaveLength(3)
  await argentina.call('link.setOffline', { conf, offline: false })
  const words = (device: Device) =>
    (state(device)?.threads ?? []).flatMap(({ comments }) => comments.map(({ text }) => text)).sort()
  await chair.heard.until('all three', () => words(chair).length === 3)
  expect(words(chair)).toEqual(['De acuerdo.', 'Otra más.', 'Sin el servidor.'])
  await argentina.heard.until('receipts', () => argentina.conference.replica.acts.unsent().length === 0)
  await peru.call('link.setOffline', { conf, offline: false })
  await peru.heard.until('receipts', () => peru.conference.replica.acts.unsent().length === 0)
  expect(await peru.call('drafts.list', { conf })).toEqual([])
  expect(PROBLEMS).toEqual([])
})
