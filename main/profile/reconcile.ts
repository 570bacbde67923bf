/**
 * Which conference lies in which folder, as the sealed records in the folders themselves say: the catalogue is
 * only an index of them, and one that is lost, damaged or changed is made again from here. Nothing is written.
 */
import path from 'node:path'
import { openAct } from '#shared/acts/envelope.ts'
import { peekPeer } from '#main/conference/peer.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { readActRecord } from '#main/replica/act-record.ts'
import { FOLDER_NAME, type Listed } from '#main/store/catalogue.ts'
import { peekRecords } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'

export interface Folders {
  readonly disk: Disk
  /** With one folder for each conference. */
  readonly folder: string
  readonly masterKey: Uint8Array
}

export async function reconcile(folders: Folders, listed: readonly Listed[]): Promise<readonly Listed[]> {
  const said: Listed[] = []
  for (const folder of await folders.disk.list(folders.folder)) {
    const conf = FOLDER_NAME.test(folder) ? await confOf(folders, folder) : null
    if (conf !== null) said.push({ conf, folder })
  }
  const kept = listed.filter(
    ({ conf, folder }) =>
      said.some((other) => other.folder === folder && other.conf === conf) ||
      // its folder is away or cannot be read, and no other one is this conference's
      !said.some((other) => other.folder === folder || other.conf === conf),
  )
  const known = new Set(kept.map(({ conf }) => conf))
  const strays = await Promise.all(
    said
      .filter(({ conf }) => !known.has(conf))
      .map(async (entry) => ({ entry, worth: await worth(folders, entry.folder) })),
  )
  const found = new Map<string, Listed>()
  for (const { entry } of strays.filter(({ worth: much }) => much > 0).sort((a, b) => b.worth - a.worth)) {
    if (!found.has(entry.conf)) found.set(entry.conf, entry)
  }
  return [...kept, ...found.values()]
}

async function confOf({ disk, folder, masterKey }: Folders, name: string): Promise<string | null> {
  const place = path.join(folder, name)
  const peer = await peekPeer(disk, path.join(place, 'peer'), masterKey)
  if (peer !== null) return peer.conf
  // Where its relay is cannot be read: the first act of a conference says at least which one it is.
  for (const record of await peekRecords({ disk, path: path.join(place, 'acts'), name: 'acts', masterKey })) {
    const fact = readActRecord(record)
    if (fact === null || !('act' in fact)) continue
    const opened = openAct(fact.act, () => undefined, nodeCrypto)
    if (opened.ok && opened.act.payload.kind === 'conference') return opened.act.payload.conf
  }
  return null
}

/** A key of the member's weighs more than any number of acts. Nothing: what a joining left that was cut short. */
async function worth({ disk, folder, masterKey }: Folders, name: string): Promise<number> {
  const count = async (file: string): Promise<number> => {
    const options = { disk, path: path.join(folder, name, file), name: file, masterKey }
    return (await peekRecords(options)).length
  }
  return (await count('hats')) * 1_000_000 + (await count('acts'))
}
