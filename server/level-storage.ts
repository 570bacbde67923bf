/** The store of one relay: LevelDB through classic-level, one process at a time. */
import { ClassicLevel } from 'classic-level'
import { mkdir, realpath } from 'node:fs/promises'
import { StorageInUse, type Change, type Storage, type StoredRecord } from './storage.ts'

/** Small: what is read often (state vectors, rights) is in the relay's memory already. */
const CACHE_BYTES = 2 << 20

/**
 * LevelDB's lock keeps other processes out, but a second attempt from the same process closes the lock file,
 * and with that POSIX takes the first one's lock away: so this process must not even try.
 */
const openHere = new Set<string>()

export async function openLevelStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = await realpath(folder)
  if (openHere.has(path)) throw new StorageInUse(folder)
  openHere.add(path)
  try {
    return await open(folder, () => openHere.delete(path))
  } catch (error) {
    openHere.delete(path)
    throw error
  }
}

async function open(folder: string, closed: () => void): Promise<Storage> {
  const db = new ClassicLevel<string, Uint8Array>(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'view',
    cacheSize: CACHE_BYTES,
  })
  try {
    await db.open()
  } catch (error) {
    if (isLocked(error)) throw new StorageInUse(folder)
    throw new Error(`the relay's data in ${folder} cannot be opened`, { cause: error })
  }
  return {
    get: (key) => db.get(key),
    range: (from, to) => collect(db, from, to),
    commit: (changes) => commit(db, changes),
    clear: (from, to) => db.clear({ gte: from, lt: to }),
    close: async () => {
      await db.close()
      closed()
    },
  }
}

async function commit(db: ClassicLevel<string, Uint8Array>, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const batch = db.batch()
  for (const change of changes) {
    if (change.type === 'put') batch.put(change.key, change.value)
    else batch.del(change.key)
  }
  // sync: the batch is in the file, not in a buffer, when this resolves
  await batch.write({ sync: true })
}

async function collect(
  db: ClassicLevel<string, Uint8Array>,
  from: string,
  to: string,
): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = []
  // the iterator reads the store as it stood now
  for await (const [key, value] of db.iterator({ gte: from, lt: to })) records.push({ key, value })
  return records
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED'
}
