/**
 * One program at a time in a profile's folder: two would write over each other's records. The lock is the one
 * LevelDB takes on a folder of its own, as for the relay's data. The system gives it back when its process ends,
 * however it ends, so nobody has to guess from a file left behind whether its writer still lives.
 */
import { ClassicLevel } from 'classic-level'
import { mkdir, readdir, realpath, rm } from 'node:fs/promises'
import path from 'node:path'

/** What opening a profile throws when another program has it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly folder: string

  constructor(folder: string) {
    super(`another program is using ${folder}`)
    this.folder = folder
  }
}

export interface FolderLock {
  release(): Promise<void>
}

/** A second attempt from the same process would take the first one's lock away (POSIX): it must not even be made. */
const heldHere = new Map<string, ClassicLevel | null>()

const LOCK = 'lock'

export async function lockFolder(folder: string): Promise<FolderLock> {
  const place = path.join(folder, LOCK)
  await mkdir(place, { recursive: true, mode: 0o700 })
  const real = await realpath(place)
  if (heldHere.has(real)) throw new FolderInUse(folder)
  heldHere.set(real, null)
  try {
    const db = await open(folder, place)
    // One that nobody refers to would be collected, and its lock given back with it.
    heldHere.set(real, db)
    let held = true
    return {
      async release() {
        if (!held) return
        held = false
        await db.close()
        heldHere.delete(real)
      },
    }
  } catch (error) {
    heldHere.delete(real)
    throw error
  }
}

async function open(folder: string, place: string): Promise<ClassicLevel> {
  for (let attempt = 1; ; attempt += 1) {
    const db = new ClassicLevel(place)
    try {
      await db.open()
      return db
    } catch (error) {
      if (isLocked(error)) throw new FolderInUse(folder)
      if (attempt > 1) throw error
      // Torn by a power cut. Nothing is kept in there, and the lock itself stays.
      for (const name of await readdir(place)) {
        if (name !== 'LOCK') await rm(path.join(place, name), { recursive: true, force: true })
      }
    }
  }
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED'
}
