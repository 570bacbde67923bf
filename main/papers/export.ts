/**
 * The final text as a PDF: composed apart from main, the same bytes on every device that holds the same acts.
 * It is refused while a paragraph is open, unless asked for as a draft.
 */
import { createHash } from 'node:crypto'
import { createTranslator } from '#shared/i18n/format.ts'
import { finalPaper, type FinalPaperInput } from '#shared/print/final-paper.ts'
import type { ExportStep } from '#shared/ipc/contract.ts'
import type { OpenParagraph } from '#shared/print/paper.ts'
import { createPress, type Press } from './press.ts'

export interface ExportOptions {
  /** Without one, a press is started for this paper and ended after it. */
  readonly press?: Press
  readonly onStep?: (step: ExportStep) => void
  readonly signal?: AbortSignal
}

export type Exported =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | {
      readonly ok: false
      readonly message: 'papers.export.open'
      readonly values: { readonly count: number; readonly list: string }
      readonly open: readonly OpenParagraph[]
    }
  | {
      readonly ok: false
      readonly message: 'papers.export.nothing' | 'papers.export.cancelled'
      readonly values: Readonly<Record<string, never>>
      readonly open: readonly []
    }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Numbers of the open paragraphs, or their first words where they have none. */
function listOf(open: readonly OpenParagraph[], language: FinalPaperInput['language']): string {
  const named = open.slice(0, 10).map(({ number, quote }) => (number === '' ? `«${quote}»` : number))
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(
    open.length > named.length ? [...named, '…'] : named,
  )
}

export async function exportFinal(
  input: FinalPaperInput,
  { press, onStep = () => undefined, signal }: ExportOptions = {},
): Promise<Exported> {
  onStep('preparing')
  const answer = finalPaper(input, { text: createTranslator(input.language), sha256 })
  if (!answer.ok) {
    if (answer.reason === 'nothing')
      return { ok: false, message: 'papers.export.nothing', values: {}, open: [] }
    const { open } = answer
    const values = { count: open.length, list: listOf(open, input.language) }
    return { ok: false, message: 'papers.export.open', values, open }
  }
  const own = press ?? createPress()
  try {
    onStep('starting')
    const { pdf, pages } = await own.compose(answer.paper, { ...(signal && { signal }), onStep })
    return { ok: true, pdf, pages }
  } catch (problem) {
    if (signal?.aborted === true)
      return { ok: false, message: 'papers.export.cancelled', values: {}, open: [] }
    throw problem
  } finally {
    if (press === undefined) own.close()
  }
}
