/**
 * What may be in a Word file before anything parses it. The archive's directory is read by hand, each entry
 * is really inflated and counted (sizes that an archive claims are worth nothing), and only the parts with
 * text are packed again for the parser: it never sees pictures, macros, embedded files or a second entry of
 * the same name.
 */
import { Inflate, zipSync } from 'fflate'
import { MAX_ENTRIES, MAX_INFLATED, MAX_RATIO, RATIO_FLOOR } from './limits.ts'
import { type ImportRefusal, refuse } from './refusal.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly data: Uint8Array
}

class Refused extends Error {
  readonly answer: ImportRefusal
  constructor(answer: ImportRefusal) {
    super(answer.message)
    this.answer = answer
  }
}
const stop = (...why: Parameters<typeof refuse>): never => {
  throw new Refused(refuse(...why))
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const least = Math.max(0, end - 65_536)
  while (end >= least && view.getUint32(end, true) !== END) end -= 1
  if (end < least) stop('docxDamaged')
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) stop('docxBomb')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) stop('docxDamaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if ((view.getUint16(at + 8, true) & 1) === 1) stop('docxEncrypted')
    const size = view.getUint32(at + 20, true)
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== LOCAL) stop('docxDamaged')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + size > bytes.length) stop('docxDamaged')
    entries.push({ name, method: view.getUint16(at + 10, true), data: bytes.subarray(start, start + size) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function checkNames(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const key = name.toLowerCase()
    const outside = name.startsWith('/') || /[\\:\u0000-\u001f]/u.test(name) || name.split('/').includes('..')
    if (outside || name === '' || seen.has(key)) stop('docxHostile', { what: 'entry' })
    seen.add(key)
  }
}

/** Inflates one entry, at most `room` bytes of it. */
function inflate(entry: Entry, room: number): Uint8Array {
  if (entry.method === 0) return entry.data.length <= room ? entry.data : stop('docxBomb')
  if (entry.method !== 8) return stop('docxDamaged')
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((chunk) => {
    size += chunk.length
    if (size > room || (size > RATIO_FLOOR && size > entry.data.length * MAX_RATIO)) stop('docxBomb')
    chunks.push(chunk)
  })
  const step = 16 * 1024
  for (let at = 0; at < entry.data.length; at += step) {
    stream.push(entry.data.subarray(at, at + step), at + step >= entry.data.length)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const isXml = (name: string) => /\.(?:xml|rels)$/iu.test(name)
/** ASCII of a part whatever its encoding: enough to find what is forbidden. */
const ascii = (part: Uint8Array) => new TextDecoder('latin1').decode(part).replaceAll('\0', '')

/** Hyperlinks point outside too; they are harmless, since only their words are read. */
function hasForeignParts(xml: string): boolean {
  const relations = xml.match(/<(?:\w+:)?Relationship\b[^>]*>/gu) ?? []
  return relations.some(
    (relation) =>
      /TargetMode\s*=\s*["']External["']/iu.test(relation) &&
      !/Type\s*=\s*["'][^"']*\/hyperlink["']/u.test(relation),
  )
}

function checkXml(name: string, part: Uint8Array): void {
  const xml = ascii(part)
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) stop('docxHostile', { what: 'doctype' })
  if (/\.rels$/iu.test(name) && hasForeignParts(xml)) stop('docxHostile', { what: 'external' })
}

export type Guarded = { readonly ok: true; readonly docx: Uint8Array } | ImportRefusal

export function guardDocx(bytes: Uint8Array): Guarded {
  try {
    const entries = directory(bytes)
    checkNames(entries)
    const parts: Record<string, Uint8Array> = {}
    let total = 0
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue
      const part = inflate(
        entry,
        Math.min(MAX_INFLATED - total, Math.max(RATIO_FLOOR, bytes.length * MAX_RATIO)),
      )
      total += part.length
      if (total > RATIO_FLOOR && total > bytes.length * MAX_RATIO) stop('docxBomb')
      if (!isXml(entry.name)) continue
      checkXml(entry.name, part)
      parts[entry.name] = part
    }
    if (!('[Content_Types].xml' in parts)) stop('docxDamaged')
    return { ok: true, docx: zipSync(parts, { level: 0 }) }
  } catch (error) {
    // Whatever else goes wrong here (an offset outside the file, a broken stream) is damage to the file.
    return error instanceof Refused ? error.answer : refuse('docxDamaged')
  }
}
