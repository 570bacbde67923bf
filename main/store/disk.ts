/**
 * The few file operations the store uses, so that tests can let one of them fail. The guarantees
 * (write aside, flush, rename) are in the functions below, the effects in {@link Disk}.
 */
import * as fs from 'node:fs/promises'
import path from 'node:path'

export interface OpenFile {
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Returns once the bytes are on the medium. */
  flush(): Promise<void>
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

export interface Disk {
  /** null when there is no such file. */
  read(file: string): Promise<Uint8Array | null>
  open(file: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(file: string): Promise<void>
  list(folder: string): Promise<string[]>
  makeFolder(folder: string): Promise<void>
  flushFolder(folder: string): Promise<void>
}

const missing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

export const realDisk: Disk = {
  async read(file) {
    try {
      return await fs.readFile(file)
    } catch (error) {
      if (missing(error)) return null
      throw error
    }
  },
  async open(file) {
    // Only for this user: what is in here is a country's own.
    const handle = await fs.open(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600)
    return {
      async write(bytes, position) {
        let done = 0
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
          done += bytesWritten
        }
      },
      flush: () => handle.datasync(),
      truncate: (size) => handle.truncate(size),
      close: () => handle.close(),
    }
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (file) => fs.rm(file, { force: true }),
  async list(folder) {
    try {
      return (await fs.readdir(folder)).sort()
    } catch (error) {
      if (missing(error)) return []
      throw error
    }
  },
  async makeFolder(folder) {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  },
  async flushFolder(folder) {
    // Windows cannot open a folder; there a rename is durable with the file system's own journal.
    if (process.platform === 'win32') return
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** Write aside, flush, rename: the file holds the old content or the new one, never half of it. */
export async function writeAside(disk: Disk, file: string, bytes: Uint8Array): Promise<void> {
  const aside = `${file}.new`
  const handle = await disk.open(aside)
  try {
    await handle.truncate(0)
    await handle.write(bytes, 0)
    await handle.flush()
  } finally {
    await handle.close()
  }
  await disk.rename(aside, file)
  await disk.flushFolder(path.dirname(file))
}

/** A name beside `file` that is not taken, for what must never be overwritten. */
export async function sideName(disk: Disk, file: string, why: string): Promise<string> {
  const taken = new Set(await disk.list(path.dirname(file)))
  for (let n = 1; ; n += 1) {
    const candidate = `${file}.${why}-${String(n)}`
    if (!taken.has(path.basename(candidate))) return candidate
  }
}
