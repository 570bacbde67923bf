/** How a device comes into a conference: the invitation, the enrolment and the root key that accredits. */
import { z } from 'zod'
import { hex, instant, member, text } from './fields.ts'

const rootState = z.enum(['absent', 'locked', 'open'])

export const joiningCalls = {
  'invitation.read': {
    input: z.strictObject({ invitation: text(2_000) }),
    output: z.strictObject({ conf: hex(32), title: z.string(), relay: z.string(), member, host: z.string() }),
  },
  'invitation.join': {
    input: z.strictObject({ invitation: text(2_000), label: text(200) }),
    output: z.strictObject({ conf: hex(32), fingerprint: z.string() }),
  },
  'enrolments.list': {
    input: z.strictObject({ conf: hex(32) }),
    output: z.array(
      z.strictObject({
        id: z.string(),
        member,
        label: z.string(),
        fingerprint: z.string(),
        requested: instant,
        state: z.enum(['pending', 'approved', 'refused']),
      }),
    ),
  },
  'enrolments.settle': {
    input: z.strictObject({
      conf: hex(32),
      id: z.string(),
      approve: z.boolean(),
      /** Of the root key, where it is not the sample's. */
      passphrase: text(500).optional(),
    }),
    output: z.null(),
  },
  /** The conference's root key on this device: under its passphrase, or open to everybody (the sample's). */
  'root.state': { input: z.strictObject({ conf: hex(32) }), output: rootState },
  /** Asks the member for the file, copies it here as it is, and answers what holds then. */
  'root.import': { input: z.strictObject({ conf: hex(32) }), output: rootState },
} as const
