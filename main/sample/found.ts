/**
 * Founds the sample conference on this computer, once: makes every key here, signs the first acts, and has
 * the Presidency open the documents through the very intents a window uses. Built aside and renamed, so
 * that of two programs started together one founds it and nothing half-made is ever seen.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { roomName } from '#shared/sync/rooms.ts'
import { startRelay } from '#server/embed.ts'
import { Conference, type Surroundings } from '#main/conference/conference.ts'
import { newPeer } from '#main/conference/peer.ts'
import { newSeed, signerFromSeed } from '#main/identity/node-crypto.ts'
import { writeLockedKeys } from '#main/identity/locked-keys.ts'
import { registerDocument, setStage } from '#main/intents/documents.ts'
import type { Outcome } from '#main/outcome.ts'
import { writeAside } from '#main/store/disk.ts'
import { LIGHT_COST } from '#main/store/passphrase.ts'
import { PARTS, PROFILES } from './casting.ts'
import { declaration } from './declaration.ts'
import { foundingActs, type Cast } from './founding-acts.ts'
import { placesIn, SAMPLE_PASSPHRASE, type SamplePlaces } from './places.ts'
import { recommendation } from './recommendation.ts'
import type { SampleText } from './sample-text.ts'

const card = z.strictObject({ v: z.literal(1), conf: z.string(), relayKey: z.string(), title: z.string() })
export type SampleCard = z.infer<typeof card>

export interface Sample {
  readonly places: SamplePlaces
  readonly card: SampleCard
}

const RELAY_MS = 30_000

export async function ensureSample(
  folder: string,
  surroundings: Omit<Surroundings, 'emit'>,
): Promise<Sample> {
  const places = placesIn(path.join(folder, 'conference'))
  if (!existsSync(places.card)) await found(folder, places.folder, surroundings)
  return { places, card: card.parse(JSON.parse(await readFile(places.card, 'utf8'))) }
}

async function found(
  folder: string,
  target: string,
  surroundings: Omit<Surroundings, 'emit'>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const aside = path.join(folder, `conference.new-${String(process.pid)}-${randomBytes(4).toString('hex')}`)
  try {
    await foundIn(aside, surroundings)
    await rename(aside, target).catch((error: unknown) => {
      // Another program was first: its conference is as good as ours.
      if (!existsSync(placesIn(target).card)) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

interface KeyedPart extends Cast {
  readonly seed: Uint8Array
}

async function foundIn(folder: string, surroundings: Omit<Surroundings, 'emit'>): Promise<void> {
  const { disk, now } = surroundings
  const places = placesIn(folder)
  await disk.makeFolder(path.join(folder, 'keys'))
  const rootSeed = newSeed()
  const root = signerFromSeed(rootSeed)
  const cast = PARTS.map((part): KeyedPart => {
    const seed = newSeed()
    return { ...part, seed, signer: signerFromSeed(seed) }
  })
  const lockFile = (file: string, keys: readonly { seed: Uint8Array; label: string }[]): Promise<void> =>
    writeLockedKeys(disk, file, keys, SAMPLE_PASSPHRASE, LIGHT_COST)
  await lockFile(places.root, [{ seed: rootSeed, label: 'root' }])
  for (const profile of PROFILES) {
    await lockFile(
      places.keys(profile),
      cast.filter((part) => part.profile === profile),
    )
  }
  const relay = await startRelay({ data: places.relay })
  try {
    const relayKey = relay.publicKey
    const founding = await relay.found(foundingActs({ root, cast, relayKey, at: now().toISOString() }))
    if (!founding.ok) throw new Error(`the sample was not founded: ${founding.code} (${founding.detail})`)
    const { conf, title } = founding
    await openDocuments({ folder, conf, title, relayKey, address: relay.address, cast, surroundings })
    const content: SampleCard = { v: 1, conf, relayKey, title }
    await writeAside(disk, places.card, Buffer.from(JSON.stringify(content), 'utf8'))
  } finally {
    await relay.close()
  }
}

interface Opening {
  readonly folder: string
  readonly conf: string
  readonly title: string
  readonly relayKey: string
  readonly address: string
  readonly cast: readonly KeyedPart[]
  readonly surroundings: Omit<Surroundings, 'emit'>
}

/** As the Presidency's own device would, from a folder that is thrown away afterwards. */
async function openDocuments({
  folder,
  conf,
  title,
  relayKey,
  address,
  cast,
  surroundings,
}: Opening): Promise<void> {
  const desk = path.join(folder, 'founding')
  const conference = await Conference.open({
    ...surroundings,
    emit: () => undefined,
    folder: desk,
    masterKey: randomBytes(32),
    peer: newPeer({ conf, title, relay: address, relayKey, pin: null }),
  })
  try {
    const chair = cast.find(({ member }) => member.role === 'presidency')
    if (chair === undefined) throw new Error('the sample has no Presidency')
    await conference.hats.adopt(chair.seed, chair.label)
    conference.connect()
    if (!(await conference.link.caughtUp(RELAY_MS))) throw new Error('the sample’s relay does not answer')
    const hat = chair.signer.id
    for (const text of [declaration, recommendation]) await openDocument(conference, hat, text)
    expectDone(
      await setStage(conference, { conf, doc: declaration.id, hat, to: 'jointDrafting', reason: '' }),
    )
  } finally {
    await conference.close()
    await rm(desk, { recursive: true, force: true })
  }
}

async function openDocument(conference: Conference, hat: string, text: SampleText): Promise<void> {
  const { id: doc, clauses, ...record } = text
  const network = record.network
  expectDone(
    await registerDocument(conference, hat, {
      ...record,
      doc,
      network,
      draftingGroup: [...COUNTRY_CODES],
      clauses: clauses.map(({ kind, level, text: words }) => ({ kind, level, text: words })),
    }),
  )
  const room = roomName({ kind: 'text', doc, language: record.language, phase: 0 })
  if (!(await conference.rooms.whenSynced(room, RELAY_MS)))
    throw new Error(`the words of ${doc} did not arrive`)
}

function expectDone(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`the sample was not founded: ${outcome.error.message}`)
}
