/** What is held between the file and the document: nothing is created before the member says so. */
import type { DocumentType, LayoutFamily } from '#shared/acts/state.ts'
import type { ClauseKind, ClauseLevel } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { UI_LANGUAGES, type UiLanguage } from '#shared/domain/language.ts'
import { openingVerb } from '#shared/domain/opening-verb.ts'
import type { ImportedClause } from '#shared/ipc/contract.ts'

export interface ImportDraft {
  readonly fileName: string
  readonly type: DocumentType
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly layout: LayoutFamily
  readonly network: string | null
  readonly draftingGroup: readonly CountryCode[]
  readonly clauses: readonly ImportedClause[]
}

/** The document that the new one joins: what is needed to suggest a symbol. */
export interface Neighbours {
  readonly edition: string
  readonly types: readonly DocumentType[]
}

export function newDraft(
  fileName: string,
  clauses: readonly ImportedClause[],
  neighbours: Neighbours,
): ImportDraft {
  const titled = clauses.find(({ kind }) => kind === 'title')
  const title = titled?.text ?? fileName.replace(/\.[^.]+$/, '')
  return {
    fileName,
    type: 'declaration',
    title: title.replace(/\s+/g, ' ').trim().slice(0, 300),
    symbol: suggestedSymbol('declaration', neighbours),
    language: guessLanguage(clauses) ?? 'es',
    layout: guessLayout(clauses),
    network: null,
    draftingGroup: COUNTRY_CODES,
    clauses,
  }
}

const ABBREVIATIONS = {
  declaration: 'DEC',
  recommendation: 'REC',
  message: 'MEN',
  annex: 'ANX',
} as const satisfies Record<DocumentType, string>

/** `CSM/XX/DEC/1`: the next of its type. */
export function suggestedSymbol(type: DocumentType, { edition, types }: Neighbours): string {
  const n = types.filter((other) => other === type).length + 1
  return `CSM/${edition}/${ABBREVIATIONS[type]}/${String(n)}`.slice(0, 60)
}

/** The language in which most paragraphs open as those of a declaration do; null where none does. */
export function guessLanguage(clauses: readonly ImportedClause[]): UiLanguage | null {
  const opened = (language: UiLanguage) =>
    clauses.filter(({ text }) => openingVerb(text, language) !== null).length
  const counted = UI_LANGUAGES.map((language) => ({ language, count: opened(language) }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count === 0 ? null : best.language
}

/** The family of layouts the text seems to be of (rule 9); the member may choose another. */
export function guessLayout(clauses: readonly ImportedClause[]): LayoutFamily {
  const headings = clauses.filter(({ kind }) => kind === 'heading').map(({ text }) => text.trim())
  if (headings.some((words) => /^[IVXLC]+\s*[.–-]/.test(words))) return 'sections'
  if (headings.some((words) => words.endsWith(':'))) return 'headingVerb'
  const chapeau = clauses.filter(({ kind }) => kind === 'chapeau')
  if (chapeau.some(({ text }) => /(miembros|membros|member states)\s*:$/i.test(text.trim()))) return 'plural'
  return 'gerund'
}

/** First and last of the clauses chosen, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export function setKind(
  clauses: readonly ImportedClause[],
  { from, to }: Span,
  kind: ClauseKind,
): readonly ImportedClause[] {
  return clauses.map((clause, i) =>
    i < from || i > to || clause.kind === kind ? clause : { ...clause, kind },
  )
}

export function shiftLevel(
  clauses: readonly ImportedClause[],
  { from, to }: Span,
  by: 1 | -1,
): readonly ImportedClause[] {
  return clauses.map((clause, i) => {
    const level = shifted(clause.level, by)
    return i < from || i > to || level === clause.level ? clause : { ...clause, level }
  })
}

const LEVELS: readonly ClauseLevel[] = [0, 1, 2, 3]
const shifted = (level: ClauseLevel, by: 1 | -1): ClauseLevel => LEVELS[level + by] ?? level
