/**
 * Labels that a person typed before a paragraph: "1.", "1. –", "a)", "(ii)", "●", "II.".
 * They stay in the imported text, so that the preview shows every word of the file; the label of a
 * clause whose number will be derived is taken off when the document is created (`withoutLabel`).
 */
import type { ImportedClause } from '#shared/ipc/contract.ts'

export type LabelForm = 'number' | 'letter' | 'capital' | 'roman' | 'bullet'

export interface Label {
  readonly form: LabelForm
  /** The label as typed, without the blank behind it. */
  readonly typed: string
  readonly rest: string
  /** Whether "i)" could also be the letter between h) and j). */
  readonly ambiguous: boolean
}

const DASH = String.raw`(?:\s*[–—-](?=\s))?`
const NUMBER = new RegExp(
  String.raw`^(?:\d{1,3}(?:\.\d{1,3})*(?:[.)]|\.-|\s?[.)]?\s*[–—](?=\s))|\(\d{1,3}\))${DASH}\s+`,
  'u',
)
const ROMAN = new RegExp(String.raw`^\(?[ivx]{1,5}[.)]${DASH}\s+`, 'u')
const LETTER = new RegExp(String.raw`^\(?[a-zñ][.)]${DASH}\s+`, 'u')
const CAPITAL = new RegExp(String.raw`^\(?[A-Z][.)]${DASH}\s+`, 'u')
const BULLET = /^(?:[●•▪■◦○‣·*►➢✓]|[–—-](?=\s))\s*/u

const AMBIGUOUS = new Set(['i', 'v', 'x'])

export function readLabel(text: string): Label | null {
  const forms: readonly (readonly [LabelForm, RegExp])[] = [
    ['number', NUMBER],
    ['roman', ROMAN],
    ['letter', LETTER],
    ['capital', CAPITAL],
    ['bullet', BULLET],
  ]
  for (const [form, pattern] of forms) {
    const match = pattern.exec(text)
    if (match === null || match[0].length === text.length) continue
    const typed = match[0].trim()
    return {
      form,
      typed,
      rest: text.slice(match[0].length),
      ambiguous: form === 'roman' && AMBIGUOUS.has(typed.replace(/[^a-z]/gu, '')),
    }
  }
  return null
}

/** "II.", "IV -", "III" before words, or alone. */
export const romanSection = (text: string): boolean => /^[IVX]{1,6}(?:[.)]|\s*[–—-]|(?=\s)|$)/u.test(text)

const NUMBERED: readonly ImportedClause['kind'][] = ['operative', 'preambular']

/** The clause's text as it enters a document: without the label, where the number is derived. */
export function withoutLabel(clause: ImportedClause): string {
  if (clause.level === 0 && !NUMBERED.includes(clause.kind)) return clause.text
  return readLabel(clause.text)?.rest ?? clause.text
}
