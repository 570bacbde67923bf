import { COUNTRY_NAMES, type CountryNames } from './country-names.ts'
import type { UiLanguage } from './language.ts'

/** The twelve Member States, in order of ISO 3166 alpha-2 code: the same cell is the same country everywhere. */
export const COUNTRY_CODES = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'GY', 'PE', 'PY', 'SR', 'UY', 'VE'] as const
export type CountryCode = (typeof COUNTRY_CODES)[number]

export function isCountryCode(code: string): code is CountryCode {
  return (COUNTRY_CODES as readonly string[]).includes(code) // `as`: asks whether any string is among them
}

const NAMES: Readonly<Record<CountryCode, CountryNames>> = COUNTRY_NAMES

export interface NameOptions {
  readonly form: 'short' | 'formal'
  /** ISO date of the text that names the country; without it the name of today's texts. */
  readonly at?: string
}

/** Without article, as it stands after "the Government of". */
export function countryName(code: CountryCode, language: UiLanguage, { form, at }: NameOptions): string {
  const names = NAMES[code]
  if (form === 'short') return names.short[language]
  const valid = names.formal.find(({ from }) => from === null || at === undefined || at.slice(0, 10) >= from)
  return (valid ?? { formal: names.short }).formal[language]
}

/** In the alphabetical order of the language, by short name: each version of a text lists them its own way (rule 47). */
export function countriesInOrder(
  language: UiLanguage,
  codes: readonly CountryCode[] = COUNTRY_CODES,
): readonly CountryCode[] {
  const collator = new Intl.Collator(language)
  const name = (code: CountryCode) => countryName(code, language, { form: 'short' })
  return [...codes].sort((one, other) => collator.compare(name(one), name(other)))
}
