/** A conference as this device holds it: its acts, who the member is there, and how the link stands. */
import { z } from 'zod'
import { envelope, receipt, refusal } from '#shared/sync/protocol.ts'
import { bytes, hat, hex, instant } from './fields.ts'

export const admittedAct = z.strictObject({
  id: hex(64),
  envelope,
  /** null while the relay has not answered for it. */
  receipt: receipt.nullable(),
})
export type AdmittedAct = z.infer<typeof admittedAct>

/** How the connection stands (interface specification, section 3). */
const linkState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connecting'), since: instant }),
  z.strictObject({ kind: z.literal('online'), since: instant }),
  /** `chosen`: the member works offline on purpose. */
  z.strictObject({
    kind: z.literal('offline'),
    since: instant,
    chosen: z.boolean(),
    retryAt: instant.nullable(),
  }),
  z.strictObject({ kind: z.literal('refused'), code: refusal, since: instant }),
])
export type LinkState = z.infer<typeof linkState>

/** What of one document is not yet at the relay. "Synced" means unsent is 0 and the relay acknowledged. */
const documentSync = z.strictObject({
  doc: z.string(),
  unsent: z.int().nonnegative(),
  acknowledged: z.boolean(),
  lastContact: instant.nullable(),
  /** The last local write failed; typing is held. */
  unsaved: z.boolean(),
})
export type DocumentSync = z.infer<typeof documentSync>

export const syncState = z.strictObject({ conf: hex(32), link: linkState, documents: z.array(documentSync) })
export type SyncState = z.infer<typeof syncState>

const catalogueEntry = z.strictObject({
  conf: hex(32),
  title: z.string(),
  unsent: z.int(),
  lastContact: instant.nullable(),
  hats: z.array(hat),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

export const conferenceCalls = {
  'catalogue.list': { input: z.null(), output: z.array(catalogueEntry) },
  'conference.open': {
    input: z.strictObject({ conf: hex(32) }),
    output: z.strictObject({ hats: z.array(hat), acts: z.array(admittedAct), sync: syncState }),
  },
  'blob.read': { input: z.strictObject({ conf: hex(32), hash: hex(64) }), output: bytes.nullable() },
  'link.setOffline': { input: z.strictObject({ conf: hex(32), offline: z.boolean() }), output: z.null() },
  'link.retry': { input: z.strictObject({ conf: hex(32) }), output: z.null() },
} as const
