/** Why a file does not become a text. Nothing has been created when one of these is answered. */
export const REFUSALS = [
  'empty',
  'binary',
  'encoding',
  'character',
  'textTooLarge',
  'tooManyParagraphs',
  'paragraphTooLong',
  'docxTooLarge',
  'docxDamaged',
  'docxEncrypted',
  'docxBomb',
  'docxHostile',
  'oldWord',
  'pdf',
  'tooSlow',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export type RefusalMessage = `papers.refused.${RefusalCode}`

export interface ImportRefusal {
  readonly ok: false
  readonly message: RefusalMessage
  readonly values: Readonly<Record<string, string | number>>
}

export function refuse(code: RefusalCode, values: ImportRefusal['values'] = {}): ImportRefusal {
  return { ok: false, message: `papers.refused.${code}`, values }
}
