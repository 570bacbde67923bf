/**
 * Where the relay keeps everything: one ordered map from text to bytes with atomic, durable
 * batches. It is all that any implementation has to offer (an embedded store here, a database
 * table for many relays), and `test/server/storage-contract.ts` holds each one to it.
 */
export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string }

export interface StoredRecord {
  readonly key: string
  readonly value: Uint8Array
}

export interface Storage {
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  /** Records with `from <= key < to` in order of key, as they stood when the call was made. */
  readonly range: (from: string, to: string) => Promise<readonly StoredRecord[]>
  /** All or nothing, and on disk when the promise resolves, whatever then happens to the process. */
  readonly commit: (changes: readonly Change[]) => Promise<void>
  /** Removes a range that nothing refers to any more; cut short, it leaves some of it. */
  readonly clear: (from: string, to: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** What `open` says when another process has the data. */
export class StorageInUse extends Error {
  override readonly name = 'StorageInUse'
  readonly folder: string

  constructor(folder: string) {
    super(`another relay is running on ${folder}`)
    this.folder = folder
  }
}
