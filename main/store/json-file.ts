/**
 * A small JSON file through lowdb: parsed on read, written aside and renamed. A file that does not
 * parse is set aside under another name and reported; the program goes on with the default.
 */
import { Low, type Adapter } from 'lowdb'
import type { z } from 'zod'
import { sideName, writeAside, type Disk } from './disk.ts'

export interface JsonFile<T> {
  read(): T
  /** False: it could not be written; the value in memory stays the old one. */
  write(value: T): Promise<boolean>
  /** Likewise, from what is there when its turn has come: two changes at once both hold. */
  update(change: (value: T) => T): Promise<boolean>
}

export interface OpenedJson<T> {
  readonly file: JsonFile<T>
  /** Name of the side file the damaged one was moved to. */
  readonly setAside: string | null
}

export async function openJsonFile<T>(
  disk: Disk,
  path: string,
  schema: z.ZodType<T>,
  fallback: T,
): Promise<OpenedJson<T>> {
  let setAside: string | null = null
  const adapter: Adapter<T> = {
    async read() {
      const bytes = await disk.read(path)
      if (bytes === null) return null
      const value = parse(bytes, schema)
      if (value !== null) return value.data
      setAside = await sideName(disk, path, 'damaged')
      await disk.rename(path, setAside)
      return null
    },
    write: (data) => writeAside(disk, path, Buffer.from(JSON.stringify(data, null, 2), 'utf8')),
  }
  const low = new Low(adapter, fallback)
  await low.read()
  let turn: Promise<unknown> = Promise.resolve()
  const update = (change: (value: T) => T): Promise<boolean> => {
    const result = turn.then(async () => {
      const before = low.data
      low.data = change(before)
      try {
        await low.write()
        return true
      } catch {
        // Full or failing medium: what is on the disk is whole, and so is what is shown.
        low.data = before
        return false
      }
    })
    turn = result
    return result
  }
  return { file: { read: () => low.data, write: (value) => update(() => value), update }, setAside }
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>): { readonly data: T } | null {
  try {
    const result = schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return result.success ? { data: result.data } : null
  } catch {
    // Not JSON: handled as every other damage.
    return null
  }
}
