/**
 * The root key of a conference as this device has it: a file under the Secretariat's own passphrase, copied
 * here as it is and opened for one signature at a time. Only the key the conference is named after is taken.
 */
import { failed, notHere, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { writeAside, type Disk } from '#main/store/disk.ts'
import { isLockedKeys, readLockedKeys } from './locked-keys.ts'
import { signerFromSeed, type Signer } from './node-crypto.ts'

export interface RootKey {
  readonly disk: Disk
  /** null: there is no place for it, for the conference is not on this device. */
  readonly file: string | null
  /** Of the sample, whose passphrase is public. */
  readonly passphrase: string | null
}

export type RootState = 'absent' | 'locked' | 'open'

export async function rootState({ disk, file, passphrase }: RootKey): Promise<RootState> {
  if (file === null || (await disk.read(file)) === null) return 'absent'
  return passphrase === null ? 'locked' : 'open'
}

/** Whose key it is shows when it is first opened; until then a later import takes its place. */
export async function importRoot(
  { disk, file, passphrase }: RootKey,
  content: Uint8Array,
): Promise<Outcome<null>> {
  // The sample's own stays what it is.
  if (file === null || passphrase !== null) return notHere
  if (!isLockedKeys(content)) return failed('invalidInput', 'failure.rootDamaged')
  try {
    await writeAside(disk, file, content)
  } catch {
    return notSaved
  }
  return succeeded(null)
}

export async function openRoot(
  { disk, file, passphrase: known }: RootKey,
  conf: string,
  given?: string,
): Promise<Outcome<Signer>> {
  const passphrase = given ?? known
  if (file === null) return failed('refused', 'failure.rootAbsent')
  if (passphrase === null) return failed('refused', 'failure.rootLocked')
  const read = await readLockedKeys(disk, file, passphrase)
  switch (read.kind) {
    case 'absent':
      return failed('refused', 'failure.rootAbsent')
    case 'damaged':
      return failed('refused', 'failure.rootDamaged')
    case 'wrongPassphrase':
      return failed('refused', 'failure.rootPassphrase')
    case 'keys': {
      const signers = read.keys.map(({ seed }) => signerFromSeed(seed))
      const root = signers.find(({ id }) => id === conf)
      return root === undefined ? failed('refused', 'failure.rootOther') : succeeded(root)
    }
  }
}
