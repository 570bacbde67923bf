import type { CountryCode } from './country.ts'

/** Head of delegation, focal point and alternate speak for their country ("Speaker"); an adviser prepares. */
export const CAPACITIES = ['head', 'focalPoint', 'alternate', 'adviser'] as const
export type Capacity = (typeof CAPACITIES)[number]

/**
 * What a key stands for. A device holds one key per hat (rule 20): the Presidency's office
 * has a key of its own, apart from that of its country's delegation.
 */
export type Member =
  | { readonly role: 'delegate'; readonly country: CountryCode; readonly capacity: Capacity }
  | { readonly role: 'presidency'; readonly country: CountryCode }
  | { readonly role: 'secretariat' }
  | { readonly role: 'observer'; readonly organisation: string }
  | {
      readonly role: 'guest'
      readonly organisation: string
      readonly documents: readonly string[]
      /** ISO date after which the guest reads nothing more (rule 39). */
      readonly until: string
    }
