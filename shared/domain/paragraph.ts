/**
 * The unit of consent: a clause of level 0 with the sub-paragraphs and footnotes that follow it. Headings,
 * titles and signature blocks never swallow the words that follow them: those begin a paragraph of their own,
 * so that no text of substance escapes consent.
 */
import type { Clause, ClauseKind } from './clause.ts'
import { wordingText } from './wording.ts'

export interface Paragraph {
  /** Id of its first clause. */
  readonly id: string
  readonly clauses: readonly Clause[]
  /** Of a paragraph split for negotiation (rule 11), named by its first part; counted from 0. */
  readonly part?: { readonly paragraph: string; readonly index: number }
}

const STANDS_ALONE: readonly ClauseKind[] = ['title', 'heading', 'signature', 'footnote']
const WITHOUT_CONSENT: readonly ClauseKind[] = ['heading', 'signature', 'footnote']
const PLACEHOLDERS = ['[por completar]', '[a completar]', '[to be completed]']

export function groupParagraphs(clauses: readonly Clause[]): { id: string; clauses: Clause[] }[] {
  const paragraphs: { id: string; clauses: Clause[] }[] = []
  for (const clause of clauses) {
    const open = paragraphs.at(-1)
    const head = open?.clauses[0]
    if (open && head && belongs(clause, head)) open.clauses.push(clause)
    else paragraphs.push({ id: clause.id, clauses: [clause] })
  }
  return paragraphs
}

function belongs(clause: Clause, head: Clause): boolean {
  if (clause.kind === 'footnote') return true
  if (clause.level === 0 || clause.kind === 'heading') return false
  return (
    clause.kind === head.kind || !(STANDS_ALONE.includes(head.kind) || STANDS_ALONE.includes(clause.kind))
  )
}

/** Whether the countries are asked for their consent on a paragraph of this kind. */
export function isConsentKind(kind: ClauseKind): boolean {
  return !WITHOUT_CONSENT.includes(kind)
}

/** Whether words are still owed, as `[por completar]`: such a paragraph cannot be agreed (rule 21). */
export function hasPlaceholder(clauses: readonly Clause[]): boolean {
  const text = wordingText(clauses.filter((clause) => !clause.suppressed)).toLowerCase()
  return PLACEHOLDERS.some((placeholder) => text.includes(placeholder))
}
