import { describe, expect, it } from 'vitest'
import { troika, troikaMembers, type PresidencyTerm } from '#shared/domain/troika.ts'

const TERMS: readonly PresidencyTerm[] = [
  { country: 'UY', from: '2019-11-01' },
  { country: 'AR', from: '2020-12-01' },
  { country: 'CL', from: '2021-12-10' },
  { country: 'PE', from: null },
]

describe('the Troika', () => {
  it.each([
    ['2022-03-01', 'AR CL PE'],
    ['2021-12-10T00:00:00Z', 'AR CL PE'],
    ['2021-12-09T23:59:59Z', 'UY AR CL'],
    ['2019-12-01', '- UY AR'],
    ['2019-01-01', '- - UY'],
  ])('[R42.a] on %s is before, now and next: %s', (now, expected) => {
    const { before, now: current, next } = troika(TERMS, now)
    expect([before, current, next].map((country) => country ?? '-').join(' ')).toBe(expected)
  })

  it('[R42.a] without a clock counts whoever has a date as having assumed', () => {
    expect(troika(TERMS, null)).toEqual({ before: 'AR', now: 'CL', next: 'PE' })
    expect(troika([], null)).toEqual({ before: null, now: null, next: null })
  })

  it('[R42.b] has members in order of code, each once', () => {
    expect(troikaMembers({ before: 'PE', now: 'CL', next: 'AR' })).toEqual(['AR', 'CL', 'PE'])
    expect(troikaMembers({ before: 'PE', now: 'PE', next: null })).toEqual(['PE'])
  })
})
