/** Reads a Markdown or Word file apart from everything else; ended from outside when it takes too long. */
import { z } from 'zod'
import { docxBlocks } from './import/docx.ts'
import { guardDocx } from './import/docx-guard.ts'
import { IMPORT_READY } from './import/limits.ts'
import { markdownBlocks } from './import/markdown.ts'
import { refuse } from './import/refusal.ts'
import { helperPort } from './helper-port.ts'

const job = z.discriminatedUnion('format', [
  z.object({ format: z.literal('markdown'), text: z.string() }),
  z.object({ format: z.literal('docx'), content: z.instanceof(Uint8Array) }),
])

async function read(message: unknown): Promise<unknown> {
  const parsed = job.parse(message)
  if (parsed.format === 'markdown') return { ok: true, blocks: markdownBlocks(parsed.text) }
  const guarded = guardDocx(parsed.content)
  if (!guarded.ok) return guarded
  try {
    return { ok: true, blocks: await docxBlocks(guarded.docx) }
  } catch {
    // The archive is whole, so what the reader stumbles on is a part of the document that is none.
    return refuse('docxDamaged')
  }
}

const port = helperPort()
port.on((message) => {
  void read(message).then(port.send)
})
port.send(IMPORT_READY)
