/**
 * A zero draft from a file: plain text, Markdown or Word become clauses with their kinds recognised, every
 * word in its order. What cannot be read is refused with its reason and leaves nothing behind; no file
 * is fetched, opened or written here.
 */
import { z } from 'zod'
import type { ImportedClause } from '#shared/ipc/contract.ts'
import { type Block, collapse } from './import/block.ts'
import { plainCharacters } from './import/characters.ts'
import { decodeText } from './import/decode.ts'
import {
  IMPORT_READY,
  MAX_DOCX,
  MAX_PARAGRAPH,
  MAX_PARAGRAPHS,
  MAX_PARSE_MS,
  MAX_TEXT,
} from './import/limits.ts'
import { recognise } from './import/recognise.ts'
import { paragraphs } from './import/reflow.ts'
import { type ImportRefusal, refuse, REFUSALS } from './import/refusal.ts'
import { type Helper, startHelper } from './helper.ts'

export type Imported = { readonly ok: true; readonly clauses: readonly ImportedClause[] } | ImportRefusal

type Blocks = { readonly ok: true; readonly blocks: readonly Block[] } | ImportRefusal

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), blocks: z.array(z.custom<Block>((block) => typeof block === 'object')) }),
  z.object({
    ok: z.literal(false),
    message: z.enum(REFUSALS.map((code) => `papers.refused.${code}` as const)),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])

/**
 * Asks the worker; ends it when it has answered, broken or used up its time. The time is that of reading: it
 * begins when the worker says that it is ready, however busy the machine was with starting it.
 */
function readApart(job: unknown, limitMs: number): Promise<Blocks> {
  return new Promise((resolve, reject) => {
    let helper: Helper | undefined
    let timer: NodeJS.Timeout | undefined
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      helper?.close()
      settle()
    }
    const failed = (problem: Error) => {
      finish(() => {
        reject(problem)
      })
    }
    const tooSlow = () => {
      finish(() => {
        resolve(refuse('tooSlow', { seconds: limitMs / 1000 }))
      })
    }
    const message = (received: unknown) => {
      if (received === IMPORT_READY) {
        timer = setTimeout(tooSlow, limitMs)
        helper?.send(job)
      } else {
        finish(() => {
          resolve(answer.parse(received))
        })
      }
    }
    startHelper('import', { message, failed }).then((started) => {
      helper = started
    }, failed)
  })
}

const begins = (bytes: Uint8Array, ...mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)
const isCompound = (bytes: Uint8Array) => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const isPdf = (bytes: Uint8Array) => begins(bytes, 0x25, 0x50, 0x44, 0x46)

/** Word keeps an encrypted document in the container of its old format, under this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

async function blocksOf(name: string, content: Uint8Array, limitMs: number): Promise<Blocks> {
  if (isCompound(content))
    return refuse(Buffer.from(content).includes(ENCRYPTED) ? 'docxEncrypted' : 'oldWord')
  if (isPdf(content)) return refuse('pdf')
  if (isZip(content) || /\.docx$/iu.test(name)) {
    if (content.length === 0) return refuse('empty')
    if (content.length > MAX_DOCX) return refuse('docxTooLarge', { megabytes: 20 })
    return isZip(content) ? readApart({ format: 'docx', content }, limitMs) : refuse('docxDamaged')
  }
  if (content.length > MAX_TEXT) return refuse('textTooLarge', { megabytes: 2 })
  const decoded = decodeText(content)
  if (!decoded.ok) return decoded
  const plain = plainCharacters(decoded.text)
  if (!plain.ok) return plain
  if (/\.(?:md|markdown)$/iu.test(name)) return readApart({ format: 'markdown', text: plain.text }, limitMs)
  return { ok: true, blocks: paragraphs(plain.text).map((text) => ({ text })) }
}

/** A wording may hold no character that a wording typed in the window may not hold. */
function plainBlocks(blocks: readonly Block[]): Blocks {
  const read: Block[] = []
  for (const block of blocks) {
    const plain = plainCharacters(block.text)
    if (!plain.ok) return plain
    const text = collapse(plain.text)
    if (text !== '') read.push({ ...block, text })
  }
  return { ok: true, blocks: read }
}

/**
 * `name` is the file's name, used only for its ending. `limitMs` bounds the time that a Markdown or Word file
 * may take to read.
 */
export async function readClauses(
  name: string,
  content: Uint8Array,
  { limitMs = MAX_PARSE_MS }: { readonly limitMs?: number } = {},
): Promise<Imported> {
  const read = await blocksOf(name, content, limitMs)
  if (!read.ok) return read
  const plain = plainBlocks(read.blocks)
  if (!plain.ok) return plain
  const { blocks } = plain
  if (blocks.length === 0) return refuse('empty')
  if (blocks.length > MAX_PARAGRAPHS)
    return refuse('tooManyParagraphs', { count: blocks.length, limit: MAX_PARAGRAPHS })
  const sizes = blocks.map(({ text }) => Buffer.byteLength(text))
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_TEXT) return refuse('textTooLarge', { megabytes: 2 })
  const long = sizes.findIndex((size) => size > MAX_PARAGRAPH)
  if (long >= 0) return refuse('paragraphTooLong', { paragraph: long + 1 })
  return { ok: true, clauses: recognise(blocks) }
}
