/** What the handlers ask of main/papers: reading a draft, making the final paper. Both say why not in a message. */
import type { ImportedClause } from '#shared/ipc/contract.ts'
import type { FinalPaperInput } from '#shared/print/final-paper.ts'

export interface Refusal {
  readonly ok: false
  /** Message id. */
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface PapersPort {
  readDraft(
    name: string,
    content: Uint8Array,
  ): Promise<{ readonly ok: true; readonly clauses: readonly ImportedClause[] } | Refusal>
  makePdf(
    input: FinalPaperInput,
  ): Promise<{ readonly ok: true; readonly pdf: Uint8Array; readonly pages: number } | Refusal>
}
