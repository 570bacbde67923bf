/** Keys of a small conference, from seeds: twelve focal points, two hats more for some, PPT, ST, an observer. */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { Capacity, Member } from '#shared/domain/role.ts'
import { testKey, type TestKey } from './crypto.ts'

export interface Person {
  readonly name: string
  readonly key: TestKey
  /** null for the root. */
  readonly member: Member | null
}

/** `PE`, `PE:adviser`, `PPT`, `ST`, `observer`, `facilitator`, `root`, `stranger`. */
export type PersonName = string

export const MAIN_PEOPLE: readonly PersonName[] = [...COUNTRY_CODES, 'PPT', 'ST', 'PE:adviser', 'observer']

export function person(name: PersonName): Person {
  return { name, key: keyFor(name), member: memberOf(name) }
}

const keys = new Map<string, TestKey>()

function keyFor(name: string): TestKey {
  const known = keys.get(name)
  if (known) return known
  const key = testKey(name)
  keys.set(name, key)
  return key
}

function memberOf(name: PersonName): Member | null {
  const [hat = '', second] = name.split(':')
  const country = COUNTRY_CODES.find((code) => code === hat)
  if (country) return { role: 'delegate', country, capacity: capacityOf(second) }
  switch (hat) {
    case 'PPT':
      return { role: 'presidency', country: presiding(second) }
    case 'ST':
      return { role: 'secretariat' }
    case 'facilitator':
      return { role: 'delegate', country: 'UY', capacity: 'adviser' }
    case 'observer':
      return { role: 'observer', organisation: `Organisation ${name}` }
    default:
      return null
  }
}

function presiding(code: string | undefined): CountryCode {
  return COUNTRY_CODES.find((one) => one === code) ?? 'CL'
}

function capacityOf(name: string | undefined): Capacity {
  return name === 'adviser' || name === 'head' || name === 'alternate' ? name : 'focalPoint'
}
