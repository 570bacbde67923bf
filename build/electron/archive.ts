/**
 * Takes one file out of a .tgz while the whole archive is checked against its pinned hash, and the runtime's
 * files out of a .zip. Nothing is trusted before the hash of the whole archive has been seen to be right.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join, relative, isAbsolute } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const BLOCK = 512
const CHUNK = 1 << 20

interface TarHeader {
  readonly name: string
  readonly size: number
}

function readHeader(block: Buffer): TarHeader {
  const field = (from: number, to: number) => {
    const text = block.toString('latin1', from, to)
    const end = text.indexOf('\0')
    return end < 0 ? text : text.slice(0, end)
  }
  const prefix = field(345, 500)
  const size = Number.parseInt(field(124, 136), 8)
  return { name: (prefix ? `${prefix}/` : '') + field(0, 100), size: Number.isNaN(size) ? 0 : size }
}

/** Writes `member` to `target`; throws, leaving no target, unless the archive's hash is `integrity`. */
export async function extractVerified(
  archive: string,
  member: string,
  target: string,
  integrity: string,
): Promise<void> {
  const hash = createHash('sha512')
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const file = await open(target, 'w')
  const found: string[] = []
  try {
    await pipeline(
      createReadStream(archive, { highWaterMark: CHUNK }),
      tap,
      createGunzip({ chunkSize: CHUNK }),
      async (source: AsyncIterable<Buffer>) => {
        let header = Buffer.alloc(0)
        let body = 0
        let padding = 0
        let wanted = false
        for await (const whole of source) {
          let chunk = whole
          while (chunk.length > 0) {
            if (body > 0) {
              const part = chunk.subarray(0, body)
              if (wanted) await file.write(part)
              body -= part.length
              chunk = chunk.subarray(part.length)
            } else if (padding > 0) {
              const skipped = Math.min(padding, chunk.length)
              padding -= skipped
              chunk = chunk.subarray(skipped)
            } else {
              const missing = BLOCK - header.length
              header = Buffer.concat([header, chunk.subarray(0, missing)])
              chunk = chunk.subarray(missing)
              if (header.length < BLOCK) continue
              const { name, size } = readHeader(header)
              header = Buffer.alloc(0)
              body = size
              padding = (BLOCK - (size % BLOCK)) % BLOCK
              wanted = name === member
              if (wanted) found.push(name)
            }
          }
        }
      },
    )
    const actual = `sha512-${hash.digest('base64')}`
    if (actual !== integrity) throw new Error(`${archive}: expected ${integrity}, found ${actual}`)
    if (found.length === 0) throw new Error(`${archive} holds no ${member}`)
  } catch (error) {
    await file.close()
    await rm(target, { force: true })
    throw error
  }
  await file.close()
}

const MODE_MASK = 0o170000
const MODE_LINK = 0o120000

/** Unpacks the entries for which `place` gives a name; links and paths outside `folder` are refused. */
export async function unzipSome(
  archive: string,
  folder: string,
  place: (name: string) => string | null,
): Promise<number> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (error, opened) => {
      if (error) reject(error)
      else resolve(opened)
    })
  })
  let count = 0
  const write = async (entry: Entry): Promise<void> => {
    const name = entry.fileName.endsWith('/') ? null : place(entry.fileName)
    if (name === null) return
    const mode = entry.externalFileAttributes >>> 16
    if ((mode & MODE_MASK) === MODE_LINK) throw new Error(`${archive}: unexpected link ${entry.fileName}`)
    const target = join(folder, name)
    const inside = relative(folder, target)
    if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${archive}: ${name} points outside`)
    await mkdir(dirname(target), { recursive: true })
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => {
        if (error) reject(error)
        else resolve(opened)
      })
    })
    await pipeline(stream, createWriteStream(target, { mode: mode & 0o111 ? 0o755 : 0o644 }))
    count++
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => {
      resolve()
    })
    zip.on('entry', (entry: Entry) => {
      write(entry).then(() => {
        zip.readEntry()
      }, reject)
    })
    zip.readEntry()
  })
  return count
}
