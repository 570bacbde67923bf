/**
 * The master key of one profile. Kept by the system's keyring where there is a real one, else under
 * a passphrase. A key kept in plain text is no protection, so `basic_text` counts as no keyring.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { lock, lockedSecret, unlock } from './passphrase.ts'
import { writeAside, type Disk } from './disk.ts'

/** What Electron's safeStorage offers, reduced to what is used. null where the system has none. */
export interface Keyring {
  encrypt(text: string): Uint8Array
  decrypt(sealed: Uint8Array): string
}

const vaultFile = z.discriminatedUnion('kind', [
  z.strictObject({ v: z.literal(1), kind: z.literal('keyring'), sealed: z.base64() }),
  z.strictObject({ v: z.literal(1), kind: z.literal('passphrase'), secret: lockedSecret }),
])
type VaultFile = z.infer<typeof vaultFile>

const USE = 'consenso-vault-v1'

export type VaultState =
  | { readonly kind: 'new' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'open'; readonly masterKey: Uint8Array }

export interface Vault {
  state(): VaultState
  /** Looks at the disk; opens by itself where the keyring can. `damaged`: the file is not a vault of ours. */
  load(): Promise<'ok' | 'damaged'>
  /** The first passphrase given to a new vault is its passphrase. False: it is another one. */
  open(passphrase: string): Promise<boolean>
}

export interface VaultOptions {
  readonly disk: Disk
  readonly file: string
  readonly keyring: Keyring | null
  /** scrypt's N for a new vault; tests use a light one. */
  readonly cost?: number
}

export function createVault({ disk, file, keyring, cost }: VaultOptions): Vault {
  let state: VaultState = { kind: 'new' }
  let stored: VaultFile | null = null
  /** There is a file that cannot be read: it may hold the only key, and is never written over. */
  let damaged = false

  const save = async (content: VaultFile, masterKey: Uint8Array): Promise<void> => {
    await writeAside(disk, file, Buffer.from(JSON.stringify(content), 'utf8'))
    stored = content
    state = { kind: 'open', masterKey }
  }

  return {
    state: () => state,
    async load() {
      const found = await disk.read(file)
      if (found === null) {
        if (keyring === null) return 'ok'
        const masterKey = randomBytes(32)
        const sealed = Buffer.from(keyring.encrypt(masterKey.toString('base64'))).toString('base64')
        await save({ v: 1, kind: 'keyring', sealed }, masterKey)
        return 'ok'
      }
      const parsed = parse(found)
      if (parsed === null) {
        damaged = true
        state = { kind: 'locked' }
        return 'damaged'
      }
      stored = parsed
      state = { kind: 'locked' }
      if (parsed.kind === 'keyring' && keyring !== null) {
        const key = tryDecrypt(keyring, Buffer.from(parsed.sealed, 'base64'))
        if (key !== null) state = { kind: 'open', masterKey: key }
      }
      return 'ok'
    },
    async open(passphrase) {
      if (state.kind === 'open') return true
      if (damaged) return false
      if (stored === null) {
        const masterKey = randomBytes(32)
        await save(
          { v: 1, kind: 'passphrase', secret: await lock(masterKey, passphrase, USE, cost) },
          masterKey,
        )
        return true
      }
      if (stored.kind !== 'passphrase') return false
      const masterKey = await unlock(stored.secret, passphrase, USE)
      if (masterKey === null) return false
      state = { kind: 'open', masterKey }
      return true
    },
  }
}

function parse(bytes: Uint8Array): VaultFile | null {
  try {
    const result = vaultFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return result.success ? result.data : null
  } catch {
    // Not JSON: the caller reports it; the file is left alone, it may hold the only key.
    return null
  }
}

function tryDecrypt(keyring: Keyring, sealed: Uint8Array): Uint8Array | null {
  try {
    const key = Buffer.from(keyring.decrypt(sealed), 'base64')
    return key.length === 32 ? key : null
  } catch {
    // Another user's or another machine's keyring: stays locked and says so.
    return null
  }
}
