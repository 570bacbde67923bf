/** Dates, lists and lengths of time as a language writes them. Instants are ISO strings. */
import type { UiLanguage } from '#shared/domain/language.ts'

export interface Formats {
  /** `20 sept, 09:00`; the year too where it is not this one. */
  when(instant: string): string
  day(instant: string): string
  time(instant: string): string
  /** `hace 3 s`, `há 2 min`, `4 h ago`. */
  ago(ms: number): string
  /** `Brasil, Chile y Perú`. */
  list(words: readonly string[]): string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function createFormats(language: UiLanguage): Formats {
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options)
    return (instant: string) => format.format(new Date(instant))
  }
  const relative = new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric: 'always' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    when: date({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false }),
    day: date({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: date({ hour: '2-digit', minute: '2-digit', hour12: false }),
    ago(ms) {
      if (ms < MINUTE) return relative.format(-Math.max(0, Math.round(ms / 1000)), 'second')
      if (ms < HOUR) return relative.format(-Math.round(ms / MINUTE), 'minute')
      if (ms < DAY) return relative.format(-Math.round(ms / HOUR), 'hour')
      return relative.format(-Math.round(ms / DAY), 'day')
    },
    list: (words) => list.format(words),
  }
}
