/**
 * The words of a Word file as blocks, read from mammoth's document tree: paragraphs in order, those of tables
 * cell by cell, a footnote right after its paragraph. Tracked insertions count as text, deletions do not.
 */
import mammoth from 'mammoth'
import { z } from 'zod'
import { type Block, collapse, type Hint } from './block.ts'

/** The part of mammoth's tree that is read here; its own types leave it open. */
interface Node {
  readonly type: string
  readonly children?: Node[] | undefined
  readonly value?: string | undefined
  readonly styleName?: string | null | undefined
  readonly numbering?: { level: string | number; isOrdered: boolean } | null | undefined
  readonly noteId?: string | undefined
  readonly noteType?: string | undefined
}
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string(),
    children: z.array(node).optional(),
    value: z.string().optional(),
    styleName: z.string().nullish(),
    numbering: z.object({ level: z.union([z.string(), z.number()]), isOrdered: z.boolean() }).nullish(),
    noteId: z.string().optional(),
    noteType: z.string().optional(),
  }),
)
const tree = z.object({
  children: z.array(node),
  notes: z.object({ _notes: z.record(z.string(), z.object({ body: z.array(node) })) }),
})

function words(part: Node): string {
  if (part.type === 'text') return part.value ?? ''
  if (part.type === 'tab' || part.type === 'break') return ' '
  return (part.children ?? []).map(words).join('')
}

function* references(part: Node): Generator<string> {
  if (part.type === 'noteReference') yield `${part.noteType ?? ''}-${part.noteId ?? ''}`
  for (const child of part.children ?? []) yield* references(child)
}

/** The style first: headings often carry a number of their own, which makes no list item of them. */
function hintOf({ styleName, numbering }: Node): Hint | undefined {
  const style = styleName?.toLowerCase() ?? ''
  if (/^(?:title|título|titulo)$/u.test(style)) return { kind: 'title' }
  if (/^(?:heading|título|titulo|encabezado) \d/u.test(style)) return { kind: 'heading' }
  if (!numbering) return undefined
  return { kind: 'item', depth: Math.min(3, Number(numbering.level)), ordered: numbering.isOrdered }
}

function* blocksOf(part: Node, notes: ReadonlyMap<string, readonly Node[]>): Generator<Block> {
  if (part.type !== 'paragraph') {
    for (const child of part.children ?? []) yield* blocksOf(child, notes)
    return
  }
  const text = collapse(words(part))
  const hint = hintOf(part)
  if (text !== '') yield hint === undefined ? { text } : { text, hint }
  for (const reference of references(part)) {
    const note = collapse((notes.get(reference) ?? []).map(words).join(' '))
    if (note !== '') yield { text: note, hint: { kind: 'footnote' } }
  }
}

export async function docxBlocks(docx: Uint8Array): Promise<Block[]> {
  let blocks: Block[] = []
  const transformDocument = (document: unknown) => {
    const { children, notes } = tree.parse(document)
    const bodies = new Map(Object.entries(notes._notes).map(([key, { body }]) => [key, body]))
    blocks = children.flatMap((child) => [...blocksOf(child, bodies)])
    return document
  }
  await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { transformDocument, externalFileAccess: false })
  return blocks
}
