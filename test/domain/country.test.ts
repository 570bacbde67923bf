import { describe, expect, it } from 'vitest'
import { countriesInOrder, COUNTRY_CODES, countryName, isCountryCode } from '#shared/domain/country.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'

describe('Member States', () => {
  it('[R47.a] are listed in the alphabetical order of the language of the text', () => {
    expect(countriesInOrder('es').join(' ')).toBe('AR BO BR CL CO EC GY PY PE SR UY VE')
    expect(countriesInOrder('pt').join(' ')).toBe('AR BO BR CL CO EC GY PY PE SR UY VE')
    expect(countriesInOrder('en', ['VE', 'PE', 'PY', 'BO'])).toEqual(['BO', 'PY', 'PE', 'VE'])
  })

  it.each([
    ['BO', '2006-05-05', 'República de Bolivia'],
    ['BO', '2009-03-17', 'República de Bolivia'],
    ['BO', '2009-09-22', 'Estado Plurinacional de Bolivia'],
    ['BO', undefined, 'Estado Plurinacional de Bolivia'],
    ['VE', '1999-12-29', 'República de Venezuela'],
    ['VE', '2006-05-05T12:00:00Z', 'República Bolivariana de Venezuela'],
    ['GY', '2011-10-20', 'República Cooperativa de Guyana'],
  ] as const)('[R47.b] %s in a text of %s is %s', (code, at, name) => {
    expect(countryName(code, 'es', at === undefined ? { form: 'formal' } : { form: 'formal', at })).toBe(name)
  })

  it('[R47.b] have a short and a formal name in each language, all different', () => {
    for (const language of UI_LANGUAGES) {
      for (const form of ['short', 'formal'] as const) {
        const names = COUNTRY_CODES.map((code) => countryName(code, language, { form }))
        expect(new Set(names).size).toBe(12)
        expect(names.filter((name) => name.trim() === '')).toEqual([])
      }
    }
    expect(UI_LANGUAGES.map((language) => countryName('SR', language, { form: 'short' }))).toEqual([
      'Surinam',
      'Suriname',
      'Suriname',
    ])
  })

  it('are known by their codes, in order of code', () => {
    expect([...COUNTRY_CODES].sort()).toEqual(COUNTRY_CODES)
    expect([isCountryCode('CL'), isCountryCode('MX'), isCountryCode('cl')]).toEqual([true, false, false])
  })
})
