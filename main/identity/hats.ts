/**
 * The member's keys in one conference, one for each hat (rule 20), sealed on this device. A key is on
 * the disk before its public half is shown to anybody.
 */
import { z } from 'zod'
import { openRecordFile, type Damage } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'
import { newSeed, SEED_BYTES, signerFromSeed, type Signer } from './node-crypto.ts'

const storedHat = z.strictObject({ v: z.literal(1), seed: z.base64(), label: z.string() })

export interface OwnHat {
  readonly signer: Signer
  readonly label: string
}

export interface Hats {
  list(): readonly OwnHat[]
  find(key: string): OwnHat | undefined
  /** Makes a key here; null: it could not be stored, and there is no such key. */
  make(label: string): Promise<OwnHat | null>
  /** Takes over a key made elsewhere (the sample's). */
  adopt(seed: Uint8Array, label: string): Promise<OwnHat | null>
  readonly damage: readonly Damage[]
  close(): Promise<void>
}

export async function openHats(disk: Disk, file: string, masterKey: Uint8Array): Promise<Hats> {
  const opened = await openRecordFile({ disk, path: file, name: 'hats', masterKey })
  const hats: OwnHat[] = []
  for (const record of opened.records) {
    // Sealed by us and authentic; what does not parse comes from a newer version and is left in the file.
    const parsed = storedHat.safeParse(JSON.parse(Buffer.from(record).toString('utf8')))
    if (!parsed.success) continue
    const seed = Buffer.from(parsed.data.seed, 'base64')
    if (seed.length === SEED_BYTES) hats.push({ signer: signerFromSeed(seed), label: parsed.data.label })
  }
  const adopt = async (seed: Uint8Array, label: string): Promise<OwnHat | null> => {
    const signer = signerFromSeed(seed)
    const known = hats.find((hat) => hat.signer.id === signer.id)
    if (known !== undefined) return known
    const record = { v: 1, seed: Buffer.from(seed).toString('base64'), label }
    if (!(await opened.file.append(Buffer.from(JSON.stringify(record), 'utf8')))) return null
    const hat = { signer, label }
    hats.push(hat)
    return hat
  }
  return {
    list: () => [...hats],
    find: (key) => hats.find((hat) => hat.signer.id === key),
    make: (label) => adopt(newSeed(), label),
    adopt,
    damage: opened.damage,
    close: () => opened.file.close(),
  }
}
