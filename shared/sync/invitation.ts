/**
 * What the Secretariat hands to a member: where the conference's relay is, whose it is, and a one-time code.
 * The code alone gives nothing; the Secretariat approves the device that presents it.
 */
import { z } from 'zod'
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '#shared/acts/bytes.ts'
import { member } from '#shared/acts/kinds/fields.ts'
import type { Member } from '#shared/domain/role.ts'

export const INVITATION_HOURS = 72
export const INVITATION_TRIES = 5

export const invitation = z.strictObject({
  v: z.literal(1),
  conf: z.string().regex(/^[0-9a-f]{32}$/),
  title: z.string().max(300),
  /** `wss://…` or, on this machine and private networks, `ws://…`. */
  relay: z
    .string()
    .max(255)
    .regex(/^wss?:\/\/[^\s/]+$/),
  /** The relay's public key. */
  relayKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code: z.string().regex(/^[A-Za-z0-9_-]{8,16}\.[A-Za-z0-9_-]{22}$/),
  member,
  label: z.string().max(200),
  expires: z.iso.datetime(),
  /** SHA-256 of the relay's certificate, where it has one of its own: 64 hex digits. */
  pin: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Invitation = Omit<z.infer<typeof invitation>, 'member'> & { readonly member: Member }

const SCHEME = 'consenso://join?i='

export const writeInvitation = (content: Invitation): string =>
  SCHEME + toBase64url(toUtf8(JSON.stringify(content)))

/** Reads what was pasted: the whole link, or only the part after `i=`. null when it is not an invitation. */
export function readInvitation(text: string): Invitation | null {
  const trimmed = text.replaceAll(/\s/g, '')
  const bytes = fromBase64url(trimmed.startsWith(SCHEME) ? trimmed.slice(SCHEME.length) : trimmed)
  const json = bytes === null ? null : fromUtf8(bytes)
  if (json === null) return null
  try {
    return invitation.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null // base64url of something else
  }
}
