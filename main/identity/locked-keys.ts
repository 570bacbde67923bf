/**
 * Keys in a file of their own under a passphrase: the conference's root key, which the Technical
 * Secretariat unlocks only to accredit and to close keys, and the keys of the sample's profiles.
 */
import { z } from 'zod'
import { writeAside, type Disk } from '#main/store/disk.ts'
import { lock, lockedSecret, unlock } from '#main/store/passphrase.ts'

const keyFile = z.strictObject({ v: z.literal(1), secret: lockedSecret })
const content = z.array(z.strictObject({ seed: z.base64(), label: z.string() }))

export interface LockedKey {
  readonly seed: Uint8Array
  readonly label: string
}

const USE = 'consenso-keys-v1'

export async function writeLockedKeys(
  disk: Disk,
  file: string,
  keys: readonly LockedKey[],
  passphrase: string,
  cost?: number,
): Promise<void> {
  const plain = JSON.stringify(
    keys.map(({ seed, label }) => ({ seed: Buffer.from(seed).toString('base64'), label })),
  )
  const secret = await lock(Buffer.from(plain, 'utf8'), passphrase, USE, cost)
  await writeAside(disk, file, Buffer.from(JSON.stringify({ v: 1, secret }), 'utf8'))
}

export type LockedKeysResult =
  | { readonly kind: 'keys'; readonly keys: readonly LockedKey[] }
  | { readonly kind: 'absent' | 'damaged' | 'wrongPassphrase' }

export async function readLockedKeys(
  disk: Disk,
  file: string,
  passphrase: string,
): Promise<LockedKeysResult> {
  const bytes = await disk.read(file)
  if (bytes === null) return { kind: 'absent' }
  const parsed = parse(bytes)
  // Left as it is: it may be the only copy.
  if (parsed === null) return { kind: 'damaged' }
  const plain = await unlock(parsed.secret, passphrase, USE)
  if (plain === null) return { kind: 'wrongPassphrase' }
  const keys = content.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
  return {
    kind: 'keys',
    keys: keys.map(({ seed, label }) => ({ seed: Buffer.from(seed, 'base64'), label })),
  }
}

/** Whether it has the form of such a file; what it holds shows only with the passphrase. */
export const isLockedKeys = (bytes: Uint8Array): boolean => parse(bytes) !== null

function parse(bytes: Uint8Array): z.infer<typeof keyFile> | null {
  try {
    return keyFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return null
  }
}
