/**
 * Numbers of paragraphs, derived and never typed (rule 9). A number serves to refer to a paragraph in the
 * negotiation and is therefore unique in the text; how a paper prints it is the paper's affair.
 *
 * | family      | looks like                                  | `PP1`…     | `1`…                  |
 * | gerund      | chapeau, then gerunds and present verbs     | preambular | operative             |
 * | headingVerb | "CONSIDERANDO:", "ACUERDAN:", then clauses  | preambular | operative             |
 * | plural      | narrative, "Los Países Miembros:", bullets  | preambular | operative             |
 * | sections    | Roman sections with "1. –" paragraphs       | preambular | operative and plain   |
 *
 * Numbers run through the whole text and never begin again under a heading. Title, headings, chapeau,
 * footnotes, signature blocks and what is suppressed get the empty number, and so does plain text outside the
 * family of sections.
 *
 * Between rounds numbers are frozen: who passes the numbers already given (of the last round and since) gets
 * them back unchanged, wherever the paragraph moved; a paragraph without one takes the first free of
 * bis, ter, quater… of the numbered paragraph before it, and `0`, `0 bis`… before the first. Only a preambular
 * paragraph made operative, or the reverse, takes a new number.
 */
import type { Paragraph } from './paragraph.ts'

/** The four families of real declarations. */
export const LAYOUT_FAMILIES = ['gerund', 'headingVerb', 'plural', 'sections'] as const
export type LayoutFamily = (typeof LAYOUT_FAMILIES)[number]

/** Number by id of paragraph; every paragraph has an entry, empty where it has no number. */
export type Numbers = ReadonlyMap<string, string>

type Series = 'PP' | ''

// prettier-ignore
const LATIN = [
  'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies', 'undecies',
  'duodecies', 'terdecies', 'quaterdecies', 'quindecies', 'sexdecies', 'septdecies', 'octodecies',
  'novodecies', 'vicies',
]

export function numberParagraphs(
  paragraphs: readonly Paragraph[],
  layout: LayoutFamily,
  frozen?: Numbers,
): Map<string, string> {
  return frozen ? amongFrozen(paragraphs, layout, frozen) : afresh(paragraphs, layout)
}

function afresh(paragraphs: readonly Paragraph[], layout: LayoutFamily): Map<string, string> {
  const last = { PP: 0, '': 0 }
  const numbers = new Map<string, string>()
  for (const paragraph of paragraphs) {
    const series = isSuppressed(paragraph) ? null : seriesOf(paragraph, layout)
    numbers.set(paragraph.id, series === null ? '' : `${series}${String(++last[series])}`)
  }
  return numbers
}

function amongFrozen(
  paragraphs: readonly Paragraph[],
  layout: LayoutFamily,
  frozen: Numbers,
): Map<string, string> {
  const taken = new Set(frozen.values())
  const before = { PP: 'PP0', '': '0' }
  const numbers = new Map<string, string>()
  for (const paragraph of paragraphs) {
    const series = seriesOf(paragraph, layout)
    const given = frozen.get(paragraph.id) ?? ''
    let number = series !== null && belongsTo(given, series) ? given : ''
    if (series !== null && number === '' && !isSuppressed(paragraph)) {
      number = firstFree(before[series], taken)
      taken.add(number)
    }
    if (series !== null && number !== '') before[series] = baseOf(number)
    numbers.set(paragraph.id, number)
  }
  return numbers
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  if (isZero(base) && !taken.has(base)) return base
  for (let times = 2; ; times++) {
    const number = `${base} ${LATIN[times - 2] ?? `(${String(times)})`}`
    if (!taken.has(number)) return number
  }
}

function isZero(base: string): boolean {
  return base === '0' || base === 'PP0'
}

function baseOf(number: string): string {
  return number.split(' ')[0] ?? number
}

function belongsTo(number: string, series: Series): boolean {
  return number !== '' && number.startsWith('PP') === (series === 'PP')
}

function seriesOf(paragraph: Paragraph, layout: LayoutFamily): Series | null {
  const kind = paragraph.clauses[0]?.kind
  if (kind === 'preambular') return 'PP'
  if (kind === 'operative' || (kind === 'text' && layout === 'sections')) return ''
  return null
}

function isSuppressed(paragraph: Paragraph): boolean {
  return paragraph.clauses[0]?.suppressed ?? false
}

/** The k-th alternative of a paragraph, k from 1: `5 alt 1`. */
export function alternativeLabel(number: string, k: number): string {
  return `${number} alt ${String(k)}`.trimStart()
}

export interface Renumbering {
  readonly paragraph: string
  readonly from: string
  readonly to: string
}

/** The old→new table of a round, in the order of the text: paragraphs in both whose number changed. */
export function renumbered(before: Numbers, after: Numbers): readonly Renumbering[] {
  return [...after].flatMap(([paragraph, to]) => {
    const from = before.get(paragraph)
    return from === undefined || from === to ? [] : [{ paragraph, from, to }]
  })
}
