/**
 * An append-only file of sealed records. Guarantees:
 *
 * - `append` answers after the record is on the medium; several waiting appends share one flush.
 * - A write that fails leaves the file as it was; the caller hears of it and nothing is lost before it.
 * - A tail torn by a crash is cut off and kept beside the file.
 * - A flipped bit, an exchanged or a missing record is noticed. The file is then kept as it is under
 *   another name and the readable records go on in a new one: nothing is ever written over.
 * - `replace` writes a whole new file aside and renames it.
 *
 * Layout: `CNS1`, 16 bytes of salt, then frames of a 4-byte length and a sealed record. How many
 * records were once safely here stands, sealed, in `<file>.head`: an honest crash can only leave
 * that number too small, so fewer records than it says means that somebody cut the file.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { sealer, SALT_BYTES, type Sealer } from './seal.ts'
import { sideName, writeAside, type Disk, type OpenFile } from './disk.ts'

const MAGIC = Buffer.from('CNS1', 'latin1')
const HEADER_BYTES = MAGIC.length + SALT_BYTES
const LENGTH_BYTES = 4
/** A blob is at most 4 MiB (trust), a record carries one and a little more. */
const RECORD_MAX_BYTES = 64 * 1024 * 1024

/** What was found wrong at opening; `kept` names the side file. */
export type Damage =
  | { readonly kind: 'tornTail'; readonly file: string; readonly bytes: number; readonly kept: string }
  | { readonly kind: 'damaged'; readonly file: string; readonly lost: number; readonly kept: string }
  | { readonly kind: 'truncated'; readonly file: string; readonly lost: number; readonly kept: string }

export interface RecordFile {
  /** False: it is not on the medium, and not in the file. */
  append(plain: Uint8Array): Promise<boolean>
  replace(records: readonly Uint8Array[]): Promise<boolean>
  /** Records in the file now. */
  count(): number
  bytes(): number
  close(): Promise<void>
}

export interface OpenedFile {
  readonly file: RecordFile
  readonly records: readonly Uint8Array[]
  readonly damage: readonly Damage[]
}

export interface RecordFileOptions {
  readonly disk: Disk
  readonly path: string
  /** Name inside the profile: part of the key and of every record's associated data. */
  readonly name: string
  readonly masterKey: Uint8Array
}

interface Scan {
  readonly records: Uint8Array[]
  /** End of the last frame that was whole and in its place. */
  readonly good: number
  readonly unreadable: number
  readonly torn: boolean
}

function frame(sealed: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(sealed.length)
  return Buffer.concat([length, sealed])
}

/** Reads every frame it can. Once one does not open, later ones may still: they are in their own places. */
function scan(content: Buffer, seal: Sealer, known: number): Scan {
  const records: Uint8Array[] = []
  let at = HEADER_BYTES
  let good = at
  let index = 0
  let unreadable = 0
  while (at < content.length) {
    const left = content.length - at
    const length = left < LENGTH_BYTES ? null : content.readUInt32LE(at)
    if (length === null || length > RECORD_MAX_BYTES || length > left - LENGTH_BYTES) {
      // Past what was ever said to be saved this is a crash in the middle of a write.
      const torn = unreadable === 0 && index >= known
      return { records, good, unreadable: torn ? 0 : unreadable + 1, torn }
    }
    const end = at + LENGTH_BYTES + length
    const plain = seal.open(index, content.subarray(at + LENGTH_BYTES, end))
    if (plain === null) unreadable += 1
    else {
      records.push(plain)
      if (unreadable === 0) good = end
    }
    at = end
    index += 1
  }
  // A last record whose bytes never reached the medium, although its length did.
  if (unreadable === 1 && records.length === index - 1 && index > known && good < content.length) {
    const last = frameStart(content)
    if (last === good) return { records, good, unreadable: 0, torn: true }
  }
  return { records, good, unreadable, torn: false }
}

function frameStart(content: Buffer): number {
  let at = HEADER_BYTES
  let start = at
  while (at < content.length) {
    start = at
    at += LENGTH_BYTES + content.readUInt32LE(at)
  }
  return start
}

/** What can be read of a file, without a touch of it: for those who only look what lies there. */
export async function peekRecords(options: RecordFileOptions): Promise<readonly Uint8Array[]> {
  const { disk, path: filePath, name, masterKey } = options
  const found = await disk.read(filePath)
  if (found === null || found.length < HEADER_BYTES) return []
  const content = Buffer.from(found)
  if (!content.subarray(0, MAGIC.length).equals(MAGIC)) return []
  return scan(content, sealer(masterKey, name, content.subarray(MAGIC.length, HEADER_BYTES)), 0).records
}

export async function openRecordFile(options: RecordFileOptions): Promise<OpenedFile> {
  const { disk, path: filePath, name, masterKey } = options
  const headPath = `${filePath}.head`
  const damage: Damage[] = []
  await disk.makeFolder(path.dirname(filePath))

  let salt = Buffer.from(randomBytes(SALT_BYTES))
  let seal = sealer(masterKey, name, salt)
  let size = HEADER_BYTES
  let handle: OpenFile | null = null
  let records: Uint8Array[] = []
  let closed = false

  const freshContent = (plain: readonly Uint8Array[]): Buffer => {
    salt = Buffer.from(randomBytes(SALT_BYTES))
    seal = sealer(masterKey, name, salt)
    return Buffer.concat([MAGIC, salt, ...plain.map((record, index) => frame(seal.seal(index, record)))])
  }
  /** The head is sealed with the file's salt: one of an older file does not open and counts as none. */
  const writeHead = async (count: number): Promise<void> => {
    const number = Buffer.alloc(8)
    number.writeBigUInt64LE(BigInt(count))
    const aside = `${headPath}.new`
    const file = await disk.open(aside)
    try {
      await file.truncate(0)
      await file.write(sealer(masterKey, `${name}.head`, salt).seal(0, number), 0)
    } finally {
      await file.close()
    }
    await disk.rename(aside, headPath)
  }
  const readHead = async (): Promise<number> => {
    const sealed = await disk.read(headPath)
    const number = sealed === null ? null : sealer(masterKey, `${name}.head`, salt).open(0, sealed)
    return number?.length === 8 ? Number(Buffer.from(number).readBigUInt64LE()) : 0
  }
  const writeWhole = async (plain: readonly Uint8Array[]): Promise<void> => {
    const content = freshContent(plain)
    await handle?.close()
    handle = null
    await writeAside(disk, filePath, content)
    size = content.length
    count = plain.length
    await writeHead(count).catch(() => undefined)
  }
  let count = 0

  const found = await disk.read(filePath)
  if (found === null) {
    await writeWhole([])
  } else {
    const content = Buffer.from(found)
    const whole = content.length >= HEADER_BYTES && content.subarray(0, MAGIC.length).equals(MAGIC)
    if (!whole) {
      const kept = await sideName(disk, filePath, 'damaged')
      await disk.rename(filePath, kept)
      damage.push({ kind: 'damaged', file: name, lost: 1, kept })
      await writeWhole([])
    } else {
      salt = Buffer.from(content.subarray(MAGIC.length, HEADER_BYTES))
      seal = sealer(masterKey, name, salt)
      const known = await readHead()
      const result = scan(content, seal, known)
      records = result.records
      count = records.length
      size = result.good
      if (result.unreadable > 0 || count < known) {
        const kept = await sideName(disk, filePath, 'damaged')
        await disk.rename(filePath, kept)
        damage.push(
          result.unreadable > 0
            ? { kind: 'damaged', file: name, lost: Math.max(result.unreadable, known - count), kept }
            : { kind: 'truncated', file: name, lost: known - count, kept },
        )
        await writeWhole(records)
      } else if (result.torn) {
        const kept = await sideName(disk, filePath, 'torn')
        await writeAside(disk, kept, content.subarray(result.good))
        damage.push({ kind: 'tornTail', file: name, bytes: content.length - result.good, kept })
        const file = await disk.open(filePath)
        try {
          await file.truncate(result.good)
          await file.flush()
        } finally {
          await file.close()
        }
      }
    }
  }

  interface Waiting {
    readonly plain: Uint8Array
    readonly answer: (saved: boolean) => void
  }
  let waiting: Waiting[] = []
  let turn: Promise<void> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  const flushWaiting = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    const bytes = Buffer.concat(batch.map(({ plain }, i) => frame(seal.seal(count + i, plain))))
    try {
      if (closed) throw new Error('the file is closed')
      handle ??= await disk.open(filePath)
      await handle.write(bytes, size)
      await handle.flush()
    } catch {
      // Full or failing medium: take back what half arrived, keep the file usable, say "not saved".
      await handle?.truncate(size).catch(() => undefined)
      await handle?.close().catch(() => undefined)
      handle = null
      for (const { answer } of batch) answer(false)
      return
    }
    size += bytes.length
    count += batch.length
    // Only a warning for later; the records are safe without it.
    await writeHead(count).catch(() => undefined)
    for (const { answer } of batch) answer(true)
  }

  const file: RecordFile = {
    append: (plain) =>
      new Promise((answer) => {
        waiting.push({ plain, answer })
        if (waiting.length === 1) void inTurn(flushWaiting)
      }),
    replace: (plain) =>
      inTurn(async () => {
        await flushWaiting()
        const before = { salt, seal }
        try {
          await writeWhole(plain)
          return true
        } catch {
          // Rename is the last step but one: the new file may already be in place. Its salt tells.
          const inPlace = await disk.read(filePath).catch(() => null)
          if (inPlace !== null && salt.equals(inPlace.subarray(MAGIC.length, HEADER_BYTES))) {
            size = inPlace.length
            count = plain.length
            return true
          }
          salt = before.salt
          seal = before.seal
          return false
        }
      }),
    count: () => count,
    bytes: () => size,
    close: () =>
      inTurn(async () => {
        await flushWaiting()
        closed = true
        await handle?.close()
        handle = null
      }),
  }
  return { file, records, damage }
}
