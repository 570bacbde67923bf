/** The fields the areas of the contract have in common. */
import { z } from 'zod'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { CAPACITIES } from '#shared/domain/role.ts'

export const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`))
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const clauseId = z.string().regex(/^[A-Za-z0-9_-]{1,64}(~\d+)?$/)
export const text = (max: number) => z.string().max(max)
export const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
export const instant = z.iso.datetime()
export const country = z.enum(COUNTRY_CODES)

export const member = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('delegate'), country, capacity: z.enum(CAPACITIES) }),
  z.strictObject({ role: z.literal('presidency'), country }),
  z.strictObject({ role: z.literal('secretariat') }),
  z.strictObject({ role: z.literal('observer'), organisation: text(200) }),
  z.strictObject({
    role: z.literal('guest'),
    organisation: text(200),
    documents: z.array(id).readonly(),
    until: text(30),
  }),
])

/** One of the member's keys on this device (rule 20). */
export const hat = z.strictObject({ key: hex(32), member: member.nullable(), label: text(200) })
export type Hat = z.infer<typeof hat>
