/**
 * Names of the Member States in the languages of the window, with the date from which each official name holds:
 * a declaration of 2006 names the Republic of Bolivia, one of 2022 the Plurinational State. Newest first; null
 * where the name holds as far back as the Conference's texts go.
 */
import type { Localized } from './language.ts'

export interface DatedName {
  /** ISO date. */
  readonly from: string | null
  readonly formal: Localized
}

export interface CountryNames {
  readonly short: Localized
  readonly formal: readonly DatedName[]
}

const always = (es: string, pt: string, en: string): readonly DatedName[] => [
  { from: null, formal: { es, pt, en } },
]
const everywhere = (name: string): Localized => ({ es: name, pt: name, en: name })

/** By code; country.ts asks that none is missing. */
export const COUNTRY_NAMES = {
  AR: {
    short: everywhere('Argentina'),
    formal: always('República Argentina', 'República Argentina', 'Argentine Republic'),
  },
  BO: {
    short: { es: 'Bolivia', pt: 'Bolívia', en: 'Bolivia' },
    formal: [
      {
        from: '2009-03-18',
        formal: {
          es: 'Estado Plurinacional de Bolivia',
          pt: 'Estado Plurinacional da Bolívia',
          en: 'Plurinational State of Bolivia',
        },
      },
      {
        from: null,
        formal: { es: 'República de Bolivia', pt: 'República da Bolívia', en: 'Republic of Bolivia' },
      },
    ],
  },
  BR: {
    short: { es: 'Brasil', pt: 'Brasil', en: 'Brazil' },
    formal: always(
      'República Federativa del Brasil',
      'República Federativa do Brasil',
      'Federative Republic of Brazil',
    ),
  },
  CL: {
    short: everywhere('Chile'),
    formal: always('República de Chile', 'República do Chile', 'Republic of Chile'),
  },
  CO: {
    short: { es: 'Colombia', pt: 'Colômbia', en: 'Colombia' },
    formal: always('República de Colombia', 'República da Colômbia', 'Republic of Colombia'),
  },
  EC: {
    short: { es: 'Ecuador', pt: 'Equador', en: 'Ecuador' },
    formal: always('República del Ecuador', 'República do Equador', 'Republic of Ecuador'),
  },
  GY: {
    short: { es: 'Guyana', pt: 'Guiana', en: 'Guyana' },
    formal: always(
      'República Cooperativa de Guyana',
      'República Cooperativa da Guiana',
      'Co-operative Republic of Guyana',
    ),
  },
  PE: {
    short: { es: 'Perú', pt: 'Peru', en: 'Peru' },
    formal: always('República del Perú', 'República do Peru', 'Republic of Peru'),
  },
  PY: {
    short: { es: 'Paraguay', pt: 'Paraguai', en: 'Paraguay' },
    formal: always('República del Paraguay', 'República do Paraguai', 'Republic of Paraguay'),
  },
  SR: {
    short: { es: 'Surinam', pt: 'Suriname', en: 'Suriname' },
    formal: always('República de Surinam', 'República do Suriname', 'Republic of Suriname'),
  },
  UY: {
    short: { es: 'Uruguay', pt: 'Uruguai', en: 'Uruguay' },
    formal: always(
      'República Oriental del Uruguay',
      'República Oriental do Uruguai',
      'Eastern Republic of Uruguay',
    ),
  },
  VE: {
    short: everywhere('Venezuela'),
    formal: [
      {
        from: '1999-12-30',
        formal: {
          es: 'República Bolivariana de Venezuela',
          pt: 'República Bolivariana da Venezuela',
          en: 'Bolivarian Republic of Venezuela',
        },
      },
      {
        from: null,
        formal: { es: 'República de Venezuela', pt: 'República da Venezuela', en: 'Republic of Venezuela' },
      },
    ],
  },
} satisfies Readonly<Record<string, CountryNames>>
