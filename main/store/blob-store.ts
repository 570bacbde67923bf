/**
 * Blobs: content named by its SHA-256, each sealed in a file of its own whose name tells nothing
 * (a keyed hash). What does not open or does not match its name counts as absent and is fetched again.
 */
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import path from 'node:path'
import { openRecordFile } from './record-file.ts'
import type { Disk } from './disk.ts'

const BLOB_MAX_BYTES = 4 * 1024 * 1024

export interface BlobStore {
  read(hash: string): Promise<Uint8Array | null>
  /** False: not on the medium, or not the content of that name. */
  write(hash: string, content: Uint8Array): Promise<boolean>
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A file name that only this profile can connect with what it names. */
export function opaqueName(masterKey: Uint8Array, what: string): string {
  const key = new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), 'consenso-names-v1', 32))
  return createHmac('sha256', key).update(what).digest('hex').slice(0, 32)
}

export function createBlobStore(disk: Disk, folder: string, masterKey: Uint8Array): BlobStore {
  const place = (hash: string): { readonly name: string; readonly file: string } => {
    const name = opaqueName(masterKey, `blob\0${hash}`)
    return { name: `blob/${name}`, file: path.join(folder, name) }
  }
  return {
    async read(hash) {
      const { name, file } = place(hash)
      if ((await disk.read(file)) === null) return null
      const opened = await openRecordFile({ disk, path: file, name, masterKey })
      await opened.file.close()
      const content = opened.records[0]
      return content !== undefined && sha256Hex(content) === hash ? content : null
    },
    async write(hash, content) {
      if (content.length > BLOB_MAX_BYTES || sha256Hex(content) !== hash) return false
      const { name, file } = place(hash)
      try {
        const opened = await openRecordFile({ disk, path: file, name, masterKey })
        const saved = await opened.file.replace([content])
        await opened.file.close()
        return saved
      } catch {
        // No room for even an empty file: the same as a write that failed.
        return false
      }
    },
  }
}
