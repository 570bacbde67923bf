/** What the handlers ask of main/papers: reading a draft, making the final paper. Both say why not in a message. */
import type { ExportStep, ImportedClause } from '#shared/ipc/contract.ts'
import type { FinalPaperInput } from '#shared/print/final-paper.ts'

export interface Refusal {
  readonly ok: false
  /** Message id. */
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface PapersPort {
  /** Tells every window how far an export is. */
  tellStep(conf: string, doc: string, step: ExportStep): void
  readDraft(
    name: string,
    content: Uint8Array,
  ): Promise<{ readonly ok: true; readonly clauses: readonly ImportedClause[] } | Refusal>
  /** Starts what composes, ahead of the first paper. */
  warm(): void
  makePdf(
    input: FinalPaperInput,
    work: { readonly signal: AbortSignal; readonly onStep: (step: ExportStep) => void },
  ): Promise<{ readonly ok: true; readonly pdf: Uint8Array; readonly pages: number } | Refusal>
}
