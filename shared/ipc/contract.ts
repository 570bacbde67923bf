/**
 * The one contract between window and main: every call and event, checked on both sides.
 * The window asks by intent ("take this position"), main builds the act and signs it: there is
 * no way to have bytes signed, and no private key ever crosses. Each area is a file in contract/.
 */
import { z } from 'zod'
import { appCalls } from './contract/app.ts'
import { commentCalls } from './contract/comments.ts'
import { conferenceCalls } from './contract/conference.ts'
import { events } from './contract/events.ts'
import { exchangeCalls } from './contract/exchange.ts'
import { joiningCalls } from './contract/joining.ts'
import { negotiationCalls } from './contract/negotiation.ts'
import { paperCalls } from './contract/papers.ts'
import { proposalCalls } from './contract/proposals.ts'
import { roomCalls } from './contract/rooms.ts'

export { settings, visit, type AppInfo, type Settings, type Visit } from './contract/app.ts'
export type {
  AdmittedAct,
  CatalogueEntry,
  DocumentSync,
  LinkState,
  SyncState,
} from './contract/conference.ts'
export { member, type Hat } from './contract/fields.ts'
export { EXPORT_STEPS, type ExportStep, type ImportedClause } from './contract/papers.ts'
export { keptDraft, type KeptDraft } from './contract/rooms.ts'
export type { GivenClauses } from './contract/wording.ts'
export { events }

export const calls = {
  ...appCalls,
  ...conferenceCalls,
  ...joiningCalls,
  ...roomCalls,
  ...negotiationCalls,
  ...proposalCalls,
  ...commentCalls,
  ...exchangeCalls,
  ...paperCalls,
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type Input<K extends CallName> = z.infer<Calls[K]['input']>
export type Output<K extends CallName> = z.infer<Calls[K]['output']>
export type Events = typeof events
export type EventName = keyof Events
export type EventData<K extends EventName> = z.infer<Events[K]>

/** Expected failures are values; `message` is an id in the catalogues, `values` its arguments. */
export const failure = z.strictObject({
  code: z.enum(['invalidInput', 'forbidden', 'notFound', 'refused', 'offline', 'storage', 'internal']),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Failure = z.infer<typeof failure>
export type Reply<K extends CallName> =
  { readonly ok: true; readonly value: Output<K> } | { readonly ok: false; readonly error: Failure }

/** What the preload puts into the page as `window.consenso`. */
export interface Bridge {
  call<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>>
  on<K extends EventName>(name: K, listener: (data: EventData<K>) => void): () => void
}
