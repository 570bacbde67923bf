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
 *
 * The parts of a paragraph split for negotiation (rule 11) share its number and add a letter each: 12(a), 12(b).
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
  const whole = wholes(paragraphs)
  for (const paragraph of paragraphs) {
    if (!isFurtherPart(paragraph)) {
      const series = whole.isSuppressed(paragraph) ? null : seriesOf(paragraph, layout)
      whole.number(paragraph, series === null ? '' : `${series}${String(++last[series])}`)
    }
    numbers.set(paragraph.id, isSuppressed(paragraph) ? '' : whole.label(paragraph))
  }
  return numbers
}

/** Numbers by paragraph, those of parts by the whole they are of. */
function wholes(paragraphs: readonly Paragraph[]) {
  const nameOf = ({ id, part }: Paragraph) => part?.paragraph ?? id
  const alive = new Set(paragraphs.filter((one) => !isSuppressed(one)).map(nameOf))
  const numbers = new Map<string, string>()
  return {
    isSuppressed: (paragraph: Paragraph) => !alive.has(nameOf(paragraph)),
    number: (paragraph: Paragraph, number: string) => {
      numbers.set(nameOf(paragraph), number)
    },
    label: (paragraph: Paragraph) => {
      const number = numbers.get(nameOf(paragraph)) ?? ''
      const { part } = paragraph
      return part === undefined || number === '' ? number : `${number}(${letters(part.index)})`
    },
  }
}

function isFurtherPart({ part }: Paragraph): boolean {
  return part !== undefined && part.index > 0
}

/** a to z, then aa, ab… */
function letters(index: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** The number of the whole, of which this may be the number of a part. */
function wholeNumber(number: string): string {
  return number.replace(/\([a-z]+\)$/, '')
}

function amongFrozen(
  paragraphs: readonly Paragraph[],
  layout: LayoutFamily,
  frozen: Numbers,
): Map<string, string> {
  const taken = new Set([...frozen.values()].map(wholeNumber))
  const before = { PP: 'PP0', '': '0' }
  const numbers = new Map<string, string>()
  const whole = wholes(paragraphs)
  for (const paragraph of paragraphs) {
    if (!isFurtherPart(paragraph)) {
      const series = seriesOf(paragraph, layout)
      const given = frozen.get(paragraph.id) ?? ''
      let number = series !== null && belongsTo(given, series) ? wholeNumber(given) : ''
      if (series !== null && number === '' && !whole.isSuppressed(paragraph)) {
        number = firstFree(before[series], taken)
        taken.add(number)
      }
      if (series !== null && number !== '') before[series] = baseOf(number)
      whole.number(paragraph, number)
    }
    numbers.set(paragraph.id, whole.label(paragraph))
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
    const given = before.get(paragraph)
    // A paragraph that is whole again had its number all the time.
    const from = given !== undefined && wholeNumber(to) === to ? wholeNumber(given) : given
    return from === undefined || from === to ? [] : [{ paragraph, from, to }]
  })
}
