/**
 * Kills a relay again and again while members write, and looks afterwards with the eyes of a new member who is
 * alone there: whatever anybody had seen of others, or had been acknowledged of their own, must be there.
 */
import type { Envelope } from '#shared/acts/act.ts'
import { foundConference, relayPublicKey } from '#server/embed.ts'
import { foundingActs, TEXT_ROOM, type Person, type TestConference } from './conference-acts.ts'
import { connect, joinRoom, type RoomDevice, type Wire } from './device.ts'
import { randomFrom } from './random.ts'
import { compiledRelay } from './relay-program.ts'
import { relayProcess } from './relay.ts'

const WRITERS: readonly Person[] = ['PPT', 'ST', 'CL', 'AR']
const KEY_MS = 15
const ACT_MS = 40
/** Messages that one of the writers has heard before the relay dies. */
const FEWEST = 20
const MOST = 80
const BATCH_MS = 20
/** In one message. */
const MOST_ACTS = 200

export interface KillReport {
  readonly kills: number
  /** Edits and acts that somebody had seen or had been acknowledged. */
  readonly promised: number
  readonly missing: readonly string[]
}

interface Options {
  readonly data: string
  readonly kills: number
  readonly seed: number
  /** The relay to run; a test of this test brings one that answers too early. */
  readonly entry?: string
}

export async function killRun({ data, kills, seed, entry }: Options): Promise<KillReport> {
  const { program, remove } = await compiledRelay(entry)
  const random = randomFrom(seed)
  const conference = foundingActs(await relayPublicKey(data))
  const founding = await foundConference(data, conference.envelopes())
  if (!founding.ok) throw new Error(founding.detail)
  const promisedWords = new Set<string>()
  const promisedActs = new Set<string>()
  const missing = new Set<string>()

  for (let kill = 0; kill < kills; kill++) {
    const relay = await relayProcess(data, { program })
    await look(relay.address, conference, promisedWords, promisedActs, missing)
    const load = await startLoad(relay.address, conference, `k${String(kill)}`)
    // at a moment in the middle of the work, however slow the machine is, and anywhere within a batch
    await load.heard(FEWEST + random.int(MOST - FEWEST))
    await after(random.int(BATCH_MS))
    await relay.kill()
    await load.stop(promisedWords, promisedActs)
  }
  const relay = await relayProcess(data, { program })
  await look(relay.address, conference, promisedWords, promisedActs, missing)
  await relay.stop()
  await remove()
  return { kills, promised: promisedWords.size + promisedActs.size, missing: [...missing] }
}

/** A new member, alone: what is not there is missing. */
async function look(
  address: string,
  { conf, key }: TestConference,
  words: ReadonlySet<string>,
  acts: ReadonlySet<string>,
  missing: Set<string>,
): Promise<void> {
  const device = await joinRoom(address, { conf, room: TEXT_ROOM, keys: [key('ST')] })
  const there = new Set(tokens(device.text()))
  await device.close()
  for (const word of words) if (!there.has(word)) missing.add(word)

  const wire = await connect(address, { conf, room: 'acts', keys: [key('ST')] })
  wire.say({ t: 'have', scopes: {} })
  await wire.next('acts', ({ done }) => done)
  const held = new Set(receipts(wire))
  await wire.close()
  for (const act of acts) if (!held.has(act)) missing.add(act)
}

interface Load {
  readonly heard: (messages: number) => Promise<void>
  readonly stop: (words: Set<string>, acts: Set<string>) => Promise<void>
}

async function startLoad(address: string, conference: TestConference, name: string): Promise<Load> {
  const { conf, key } = conference
  const devices = await Promise.all(
    WRITERS.map((person) => joinRoom(address, { conf, room: TEXT_ROOM, keys: [key(person)] })),
  )
  const acts = await connect(address, { conf, room: 'acts', keys: [key('ST')] })
  acts.say({ t: 'have', scopes: {} })
  // what was signed is sent again after a crash, byte for byte
  acts.say({ t: 'put', acts: conference.envelopes().slice(-MOST_ACTS) })
  const sent = devices.map(() => new Map<string, Uint8Array>())
  let count = 0
  const typing = setInterval(() => {
    devices.forEach((device, i) => {
      const token = `${name}w${String(i)}n${String(count)}`
      sent[i]?.set(token, device.type(` ${token}`))
    })
    count++
  }, KEY_MS)
  const acting = setInterval(() => {
    acts.say({ t: 'put', acts: [entry(conference, `${name}n${String(count)}`)] })
  }, ACT_MS)
  return {
    heard: async (messages) => {
      const wire = devices[0]?.wire
      const before = wire?.received.length ?? 0
      await wire?.until(() => wire.received.length >= before + messages || undefined)
    },
    stop: async (words, promised) => {
      clearInterval(typing)
      clearInterval(acting)
      await Promise.all([...devices.map(({ wire }) => wire.end()), acts.end()])
      devices.forEach((device, i) => {
        for (const token of seen(device, sent[i] ?? new Map())) words.add(token)
      })
      for (const id of receipts(acts)) promised.add(id)
      devices.forEach(({ doc }) => {
        doc.destroy()
      })
    },
  }
}

/** Words of others that this device shows, and its own that were acknowledged. */
function seen({ wire, text }: RoomDevice, own: ReadonlyMap<string, Uint8Array>): string[] {
  const echoes = new Set(
    wire.received.flatMap((message) =>
      message.t === 'frame' && message.frame.kind === 'update' ? [hex(message.frame.update)] : [],
    ),
  )
  return tokens(text()).filter((token) => {
    const update = own.get(token)
    return update === undefined || echoes.has(hex(update))
  })
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const tokens = (text: string): string[] => text.split(' ').filter((word) => word !== '')
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const receipts = ({ received }: Wire): string[] =>
  received.flatMap((message) => (message.t === 'acts' ? message.acts.map(({ r }) => r.of) : []))

const entry = ({ sign }: TestConference, id: string): Envelope =>
  sign('ST', 'entry', 'conf', {
    ...{ id, type: 'agenda', title: id, date: null, note: null, textLoaded: false },
  })
