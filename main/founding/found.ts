/**
 * Founds a conference outside the sample: makes its root key, which never leaves `root.json` but under the
 * Secretariat's passphrase, and writes the first act for `relay create`. Nothing that is there is overwritten.
 */
import path from 'node:path'
import { toBase64url } from '#shared/acts/bytes.ts'
import { draft } from '#shared/acts/build.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import { ActSet } from '#shared/acts/set.ts'
import { writeLockedKeys } from '#main/identity/locked-keys.ts'
import { newSeed, nodeCrypto, signerFromSeed } from '#main/identity/node-crypto.ts'
import { writeAside, type Disk } from '#main/store/disk.ts'
import type { Plan } from './plan.ts'

export const SHORTEST_PASSPHRASE = 8

/** The two files of a founding. */
export const filesIn = (folder: string) => ({
  root: path.join(folder, 'root.json'),
  acts: path.join(folder, 'acts.jsonl'),
})

export interface FoundOptions {
  readonly disk: Disk
  readonly folder: string
  readonly plan: Plan
  readonly passphrase: string
  readonly at: string
}

export type Found =
  | { readonly kind: 'founded'; readonly conf: string; readonly root: string; readonly acts: string }
  | { readonly kind: 'exists'; readonly file: string }
  /** A text that no act may hold: too long, or with a character that hides. */
  | { readonly kind: 'notAnAct' }

export async function found({ disk, folder, plan, passphrase, at }: FoundOptions): Promise<Found> {
  const files = filesIn(folder)
  for (const file of [files.root, files.acts]) {
    if ((await disk.read(file)) !== null) return { kind: 'exists', file }
  }
  const seed = newSeed()
  const root = signerFromSeed(seed)
  const set = new ActSet(root.id, nodeCrypto)
  const body = { publicKey: toBase64url(root.publicKey), ...plan }
  const envelope = seal(
    draft(set, { scope: 'conf', kind: 'conference', by: root.id, body, at }),
    ACT_TYPE,
    root.sign,
  )
  if (!openAct(envelope, set.keyOf, nodeCrypto).ok) return { kind: 'notAnAct' }
  await disk.makeFolder(folder)
  try {
    await writeLockedKeys(disk, files.root, [{ seed, label: 'root' }], passphrase)
    await writeAside(disk, files.acts, Buffer.from(`${JSON.stringify(envelope)}\n`, 'utf8'))
  } catch (error) {
    // One without the other is of no use, and would stand in the way of the next attempt.
    await disk.remove(files.root)
    await disk.remove(files.acts)
    throw error
  }
  return { kind: 'founded', conf: root.id, ...files }
}
