/** Who takes part in the sample conference: each key, what it stands for, and which profile holds it. */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'

export interface Part {
  /** Name of the profile that holds the key, as `--as` gives it. */
  readonly profile: string
  readonly label: string
  readonly member: Member
}

const DELEGATION = 'Delegación ante la CSM'

const focalPoint = (country: CountryCode): Part => ({
  // The Presidency's desk also holds its own country's focal point: two hats (rule 20).
  profile: country === 'CL' ? 'PPT' : country,
  label: `${DELEGATION} (${country})`,
  member: { role: 'delegate', country, capacity: 'focalPoint' },
})

const adviser = (country: CountryCode): Part => ({
  profile: `${country}:adviser`,
  label: `Asesoría de la delegación (${country})`,
  member: { role: 'delegate', country, capacity: 'adviser' },
})

export const PARTS: readonly Part[] = [
  {
    profile: 'PPT',
    label: 'Presidencia Pro Tempore (Chile)',
    member: { role: 'presidency', country: 'CL' },
  },
  { profile: 'ST', label: 'Secretaría Técnica (OIM)', member: { role: 'secretariat' } },
  ...COUNTRY_CODES.map(focalPoint),
  ...COUNTRY_CODES.map(adviser),
  // A key of its own for Chile alone, so that `--as CL` is the delegation without the office.
  {
    profile: 'CL',
    label: `${DELEGATION} (CL)`,
    member: { role: 'delegate', country: 'CL', capacity: 'alternate' },
  },
  {
    profile: 'observer',
    label: 'Observador (México)',
    member: { role: 'observer', organisation: 'Estados Unidos Mexicanos' },
  },
]

export const PROFILES: readonly string[] = [...new Set(PARTS.map(({ profile }) => profile))]
