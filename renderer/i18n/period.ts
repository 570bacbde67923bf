/**
 * Dates of the conference's records, which say no more than is known: a year, a month or a day, or two of
 * them with `/` between. What is none of these is shown as it was given.
 */
import type { UiLanguage } from '#shared/domain/language.ts'

const OPTIONS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Precision = keyof typeof OPTIONS

interface Point {
  readonly precision: Precision
  readonly at: Date
}

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/

/** `marzo de 2022`, `fevereiro – março de 2022`, `22 December 2021`. */
export function formatPeriod(given: string, language: UiLanguage): string {
  const [from, to, ...more] = given.split('/').map(readPoint)
  if (from === undefined || from === null || to === null || more.length > 0) return given
  if (to === undefined) return formatOf(from, language).format(from.at)
  if (from.precision === to.precision && from.at <= to.at) {
    return formatOf(from, language).formatRange(from.at, to.at)
  }
  return [from, to].map((point) => formatOf(point, language).format(point.at)).join(' – ')
}

// in UTC: a day is a day, wherever the window stands
const formatOf = ({ precision }: Point, language: UiLanguage) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...OPTIONS[precision], timeZone: 'UTC' })

function readPoint(words: string): Point | null {
  const parts = DATE.exec(words.trim())
  if (parts === null) return null
  const [, year = '', month, day] = parts
  const iso = `${year}-${month ?? '01'}-${day ?? '01'}`
  const at = new Date(`${iso}T00:00:00Z`)
  // a thirtieth of February would slip into March
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(iso)) return null
  return { at, precision: day === undefined ? (month === undefined ? 'year' : 'month') : 'day' }
}
