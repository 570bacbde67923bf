/**
 * One member's data on this computer: vault, catalogue, and every conference in it, each kept in step with
 * its relay whether or not a window shows it. Nothing of a conference is read before the vault is open.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { CatalogueEntry, Settings } from '#shared/ipc/contract.ts'
import { Conference, type Surroundings } from '#main/conference/conference.ts'
import { openPeer, type Peer } from '#main/conference/peer.ts'
import { EnrolLink } from '#main/link/enrol-link.ts'
import { openCatalogue, type Catalogue } from '#main/store/catalogue.ts'
import { lockFolder, type FolderLock } from '#main/store/folder-lock.ts'
import { createVault, type Keyring, type Vault } from '#main/store/vault.ts'
import type { Damage } from '#main/store/record-file.ts'
import { reconcile } from './reconcile.ts'

export interface ProfileOptions extends Surroundings {
  readonly folder: string
  readonly keyring: Keyring | null
  readonly language: Settings['language']
  /** scrypt's cost for a new vault; tests use a light one. */
  readonly vaultCost?: number
  /** Where a conference's relay is now, where that is not fixed (a relay hosted on this computer). */
  readonly address?: (conf: string) => (() => Promise<string | null>) | undefined
}

/** Where the Secretariat's root key of a conference lies, under its own passphrase. */
const ROOT_FILE = 'root.json'

export class Profile {
  readonly catalogue: Catalogue
  readonly vault: Vault
  readonly #options: ProfileOptions
  readonly #lock: FolderLock
  readonly #conferences = new Map<string, Conference>()
  readonly #enrolling = new Map<string, EnrolLink>()
  readonly #setAside: string[]

  private constructor(options: ProfileOptions, lock: FolderLock, catalogue: Catalogue, vault: Vault) {
    this.#options = options
    this.#lock = lock
    this.catalogue = catalogue
    this.vault = vault
    this.#setAside = [...catalogue.setAside]
  }

  /** Throws `FolderInUse` when another program has it. */
  static async open(options: ProfileOptions): Promise<Profile> {
    await options.disk.makeFolder(options.folder)
    const lock = await lockFolder(options.folder)
    try {
      return await Profile.#openLocked(options, lock)
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  static async #openLocked(options: ProfileOptions, lock: FolderLock): Promise<Profile> {
    const { disk, folder, keyring, language, vaultCost } = options
    const vault = createVault({
      disk,
      file: path.join(folder, 'vault.json'),
      keyring,
      ...(vaultCost === undefined ? {} : { cost: vaultCost }),
    })
    const catalogue = await openCatalogue(disk, folder, language)
    const profile = new Profile(options, lock, catalogue, vault)
    if ((await vault.load()) === 'damaged') profile.#setAside.push(path.join(folder, 'vault.json'))
    await profile.#openAll()
    return profile
  }

  /** Files that were found damaged; kept beside their place, never overwritten. */
  get damaged(): readonly string[] {
    const damage: readonly Damage[] = [...this.#conferences.values()].flatMap(
      (conference) => conference.damage,
    )
    return [...this.#setAside, ...damage.map(({ kept }) => kept)]
  }

  async unlock(passphrase: string): Promise<boolean> {
    if (!(await this.vault.open(passphrase))) return false
    await this.#openAll()
    this.#options.emit('catalogue', null)
    return true
  }

  async #openAll(): Promise<void> {
    const state = this.vault.state()
    if (state.kind !== 'open') return
    await this.#reconcile(state.masterKey)
    for (const { conf, folder } of this.catalogue.conferences.read().conferences) {
      if (!this.#conferences.has(conf)) await this.#openOne(folder, state.masterKey)
    }
  }

  /** The catalogue is made again where the folders say otherwise; a write that fails is tried at the next start. */
  async #reconcile(masterKey: Uint8Array): Promise<void> {
    const { conferences } = this.catalogue
    const before = conferences.read()
    const { disk } = this.#options
    const listed = await reconcile({ disk, folder: this.#folderOf(''), masterKey }, before.conferences)
    if (JSON.stringify(listed) === JSON.stringify(before.conferences)) return
    await conferences.write({ ...before, conferences: [...listed] })
  }

  #folderOf(name: string): string {
    return path.join(this.#options.folder, 'conferences', name)
  }

  async #openOne(folder: string, masterKey: Uint8Array): Promise<Conference | null> {
    const place = this.#folderOf(folder)
    const file = await openPeer(this.#options.disk, path.join(place, 'peer'), masterKey)
    this.#setAside.push(...file.damage.map(({ kept }) => kept))
    const peer = file.read()
    await file.close()
    return peer === null ? null : this.#start(place, masterKey, peer)
  }

  async #start(folder: string, masterKey: Uint8Array, peer: Peer, connect = true): Promise<Conference> {
    const { disk, now, monotonicMs, random, emit, backOff } = this.#options
    const address = this.#options.address?.(peer.conf)
    const conference = await Conference.open({
      ...{ disk, now, monotonicMs, random, emit, folder, masterKey, peer },
      ...(address === undefined ? {} : { address }),
      ...(backOff === undefined ? {} : { backOff }),
    })
    this.#conferences.set(peer.conf, conference)
    if (!connect) return conference
    if (peer.enrolment === null) conference.connect()
    else this.#enrol(conference, peer)
    return conference
  }

  list(): CatalogueEntry[] {
    return this.catalogue.conferences.read().conferences.map(({ conf }) => {
      // Locked, or its folder is unreadable: it is there, and says no more.
      return (
        this.#conferences.get(conf)?.entry() ?? { conf, title: '', unsent: 0, lastContact: null, hats: [] }
      )
    })
  }

  conference(conf: string): Conference | undefined {
    return this.#conferences.get(conf)
  }

  rootFile(conf: string): string | null {
    const entry = this.catalogue.conferences.read().conferences.find((known) => known.conf === conf)
    return entry === undefined ? null : path.join(this.#folderOf(entry.folder), ROOT_FILE)
  }

  /** null: it could not be stored. A conference that is there already stays as it is. Without `connect` it waits for its hats. */
  async add(peer: Peer, connect = true): Promise<Conference | null> {
    const known = this.#conferences.get(peer.conf)
    if (known !== undefined) return known
    const state = this.vault.state()
    if (state.kind !== 'open') return null
    const { conferences } = this.catalogue
    const list = conferences.read()
    // One whose relay could not be read any more comes back into its folder, to its keys and words.
    const listed = list.conferences.find(({ conf }) => conf === peer.conf)
    const folder = listed?.folder ?? randomBytes(8).toString('hex')
    const place = this.#folderOf(folder)
    const conference = await this.#start(place, state.masterKey, peer, connect)
    const entry = { conf: peer.conf, folder }
    const others = list.conferences.filter((other) => other !== listed)
    if (!(await conferences.write({ ...list, conferences: [...others, entry] }))) {
      this.#conferences.delete(peer.conf)
      await conference.close()
      return null
    }
    this.#options.emit('catalogue', null)
    return conference
  }

  /** After the invitation has been presented: listens for the Secretariat's answer, now and at every start. */
  awaitApproval(conf: string): void {
    const conference = this.#conferences.get(conf)
    const peer = conference?.peer.read()
    if (conference !== undefined && peer !== null && peer !== undefined) this.#enrol(conference, peer)
  }

  #enrol(conference: Conference, peer: Peer): void {
    const { enrolment, conf, relay, relayKey, pin } = peer
    const hat = enrolment === null ? undefined : conference.hats.find(enrolment.key)
    if (enrolment === null || hat === undefined || this.#enrolling.has(conf)) return
    const link = new EnrolLink({
      ...{ conf, relay, relayKey, pin, code: enrolment.code, label: enrolment.label, signer: hat.signer },
      random: this.#options.random,
      ...(this.#options.backOff === undefined ? {} : { backOff: this.#options.backOff() }),
      answered: ({ kind }) => {
        if (kind === 'approved') void this.#approved(conference, peer)
      },
    })
    this.#enrolling.set(conf, link)
    link.open()
  }

  async #approved(conference: Conference, peer: Peer): Promise<void> {
    this.#enrolling.get(peer.conf)?.close()
    this.#enrolling.delete(peer.conf)
    await conference.peer.write({ ...peer, enrolment: null })
    conference.connect()
    this.#options.emit('catalogue', null)
  }

  async close(): Promise<void> {
    for (const link of this.#enrolling.values()) link.close()
    this.#enrolling.clear()
    try {
      await Promise.all([...this.#conferences.values()].map((conference) => conference.close()))
      this.#conferences.clear()
    } finally {
      await this.#lock.release()
    }
  }
}
