/** Papers that come in and papers that go out. */
import { z } from 'zod'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { bytes, hex, id, text } from './fields.ts'

export const importedClause = z.strictObject({
  kind: z.enum(CLAUSE_KINDS),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  text: text(200_000),
})
export type ImportedClause = z.infer<typeof importedClause>

/** What an export does, in this order; `saving` asks where first. */
export const EXPORT_STEPS = ['preparing', 'starting', 'composing', 'writing', 'saving'] as const
export type ExportStep = (typeof EXPORT_STEPS)[number]

export const paperCalls = {
  'import.choose': {
    input: z.null(),
    /** null: the member closed the dialog. */
    output: z.strictObject({ name: z.string(), clauses: z.array(importedClause) }).nullable(),
  },
  'import.read': {
    input: z.strictObject({ name: text(255), content: bytes }),
    output: z.array(importedClause),
  },
  /** While a person still looks at the dialog: composing then begins at once. */
  'export.prepare': { input: z.null(), output: z.null() },
  /** The export of this document, if there is one, ends without a file; what is being written already is written. */
  'export.cancel': { input: z.strictObject({ conf: hex(32), doc: id }), output: z.null() },
  'export.final': {
    input: z.strictObject({
      conf: hex(32),
      doc: id,
      language: z.enum(UI_LANGUAGES),
      /** Print although paragraphs are open, marked as a draft. */
      draft: z.boolean(),
      /** Where to write; null asks the member. Only honoured when the program was started for a demonstration or test. */
      path: text(4_000).nullable(),
    }),
    /** null: cancelled, or the dialog that asks where was closed. */
    output: z.strictObject({ path: text(4_000), sha256: hex(64), pages: z.int() }).nullable(),
  },
} as const
