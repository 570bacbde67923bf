/**
 * A member's device in a test: a real profile on a real folder, spoken to through the same calls a window
 * makes. Everything that leaves main is kept, so that a test can look for what must not be in it.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { CallName, Input, Output, Reply } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { newPeer } from '#main/conference/peer.ts'
import { answer } from '#main/ipc/register.ts'
import { allHandlers } from '#main/ipc/handlers.ts'
import type { RootKey } from '#main/identity/root-key.ts'
import { Profile } from '#main/profile/profile.ts'
import { realDisk, type Disk } from '#main/store/disk.ts'
import { readClauses as readDraft } from '#main/papers/import.ts'
import type { Person } from '#test/kit/conference-acts.ts'
import type { TestRelay } from '#test/kit/relay.ts'
import { listen, surroundings, type Heard } from './surroundings.ts'

/** Of a key made by the kit from a name. */
export const seedOf = (name: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`consenso test key ${name}`).digest())

export interface Device {
  readonly profile: Profile
  readonly conference: Conference
  readonly heard: Heard
  readonly folder: string
  /** Every output and event so far. */
  left(): readonly unknown[]
  try<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>>
  /** For calls that must succeed. */
  call<K extends CallName>(name: K, input: Input<K>): Promise<Output<K>>
  online(): Promise<void>
  /** Nothing of the document is unsent, and the relay has been heard out. */
  synced(doc: string): Promise<void>
  close(): Promise<void>
}

export interface DeviceOptions {
  readonly relay: TestRelay
  readonly folder: string
  readonly people: readonly Person[]
  readonly disk?: Disk
  /** It is not waited for until it is online; one that was offline on purpose still is. */
  readonly apart?: boolean
  readonly pin?: string | null
  readonly root?: RootKey
  /** Of the conference's keys, where it has one. */
  readonly seed?: string
  /** Whose profile takes in this conference too. */
  readonly within?: Device
}

const PASSPHRASE = 'altiplano'
export const PROBLEMS: unknown[] = []
/** Damaged files that the person was told of. */
export const TOLD_DAMAGE: string[] = []

export async function openProfile(folder: string, heard: Heard, disk: Disk = realDisk): Promise<Profile> {
  const profile = await Profile.open({
    ...surroundings(heard.emit, disk),
    folder,
    keyring: null,
    language: 'es',
    vaultCost: 1024,
  })
  if (!(await profile.unlock(PASSPHRASE))) throw new Error('the vault does not open')
  return profile
}

export function caller(
  profile: Profile,
  heard: Heard,
  root: RootKey | ((conf: string) => RootKey) = { disk: realDisk, file: null, passphrase: null },
  chooseRoot: () => Promise<Uint8Array | null> = () => Promise.resolve(null),
): Pick<Device, 'try' | 'call' | 'left'> {
  const outputs: unknown[] = []
  const handlers = allHandlers({
    profile,
    root: typeof root === 'function' ? root : () => root,
    joining: { random: () => 0.5 },
    namedPaths: false,
    papers: {
      readDraft,
      tellStep: () => undefined,
      warm: () => undefined,
      makePdf: () => Promise.resolve({ ok: true, pdf: new Uint8Array([1]), pages: 1 }),
    },
    app: {
      info: {
        version: '0',
        profile: '',
        platform: '',
        runtime: { electron: '', chrome: '', node: '', supported: true },
      },
      openExternal: () => Promise.resolve(false),
      chooseDraft: () => Promise.resolve(null),
      choosePdf: () => Promise.resolve(null),
      chooseRoot,
      chooseExchangePlace: () => Promise.resolve(null),
      chooseExchange: () => Promise.resolve(null),
      settingsChanged: () => undefined,
      tellDamage: (files) => Promise.resolve(void TOLD_DAMAGE.push(...files)),
    },
    writeFile: () => Promise.resolve(true),
  })
  const ask = async <K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> => {
    const reply = await answer(name, handlers, input, (problem) => PROBLEMS.push(problem))
    outputs.push(reply)
    return reply
  }
  return {
    left: () => [...outputs, ...heard.all],
    try: ask,
    async call(name, input) {
      const reply = await ask(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message} ${JSON.stringify(reply.error.values)}`)
      return reply.value
    },
  }
}

export async function deviceOf({
  relay,
  folder,
  people,
  disk,
  apart = false,
  pin = null,
  root,
  seed = '',
  within,
}: DeviceOptions): Promise<Device> {
  const heard = within?.heard ?? listen()
  const own = path.join(folder, (seed + people.join('+')).replaceAll(':', '-'))
  const profile = within?.profile ?? (await openProfile(own, heard, disk))
  const { conf, relayKey } = relay.conference
  const peer = newPeer({ conf, title: 'XX', relay: relay.address, relayKey, pin })
  const conference = await profile.add(peer, false)
  if (conference === null) throw new Error('not stored')
  for (const person of people) await conference.hats.adopt(seedOf(seed + person), person)
  conference.connect()
  const device: Device = {
    profile,
    conference,
    heard,
    folder,
    ...caller(profile, heard, root),
    async online() {
      await heard.until('online', () => conference.link.isOnline())
    },
    async synced(doc) {
      await heard.until(`${people.join()} synced`, () => {
        const found = conference.sync().documents.find((document) => document.doc === doc)
        return found?.acknowledged === true
      })
    },
    close: () => profile.close(),
  }
  if (!apart) await device.online()
  return device
}
