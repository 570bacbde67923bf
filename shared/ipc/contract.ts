/**
 * The one contract between window and main: every call and event, checked on both sides.
 * The window asks by intent ("take this position"), main builds the act and signs it: there is
 * no way to have bytes signed, and no private key ever crosses.
 */
import { z } from 'zod'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { CAPACITIES } from '#shared/domain/role.ts'
import { envelope, receipt, refusal } from '#shared/sync/protocol.ts'

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`))
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const clauseId = z.string().regex(/^[A-Za-z0-9_-]{1,64}(~\d+)?$/)
const text = (max: number) => z.string().max(max)
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
const instant = z.iso.datetime()
const country = z.enum(COUNTRY_CODES)
const primitive = z.union([z.string(), z.number(), z.boolean()])

const run = z.strictObject({
  insert: z.union([z.string(), z.record(z.string(), z.unknown())]),
  attributes: z.record(z.string(), primitive).optional(),
})
const clause = z.strictObject({
  id: clauseId,
  kind: z.enum(CLAUSE_KINDS),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  suppressed: z.boolean(),
  runs: z.array(run).max(5_000),
})

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

export const admittedAct = z.strictObject({
  id: hex(64),
  envelope,
  /** null while the relay has not answered for it. */
  receipt: receipt.nullable(),
})
export type AdmittedAct = z.infer<typeof admittedAct>

/** How the connection stands (interface specification, section 3). */
export const linkState = z.discriminatedUnion('kind', [
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
export const documentSync = z.strictObject({
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

/** Words the relay refused, kept readable (trust: "a refused update never loses words"). */
export const keptDraft = z.strictObject({
  id: z.string(),
  conf: hex(32),
  room: z.string(),
  at: instant,
  reason: refusal,
  /** Paragraph by paragraph: what the relay holds and what this member had written. */
  paragraphs: z.array(z.strictObject({ id: z.string(), theirs: z.string(), mine: z.string() })),
})
export type KeptDraft = z.infer<typeof keptDraft>

export const importedClause = z.strictObject({
  kind: z.enum(CLAUSE_KINDS),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  text: text(200_000),
})
export type ImportedClause = z.infer<typeof importedClause>

export const settings = z.strictObject({
  language: z.enum(UI_LANGUAGES),
  theme: z.enum(['system', 'light', 'dark']),
})
export type Settings = z.infer<typeof settings>

export const appInfo = z.strictObject({
  version: z.string(),
  profile: z.string(),
  platform: z.string(),
  runtime: z.strictObject({
    electron: z.string(),
    chrome: z.string(),
    node: z.string(),
    /** False for the runtime used where Electron's own could not be fetched: never for a release. */
    supported: z.boolean(),
  }),
})
export type AppInfo = z.infer<typeof appInfo>

export const catalogueEntry = z.strictObject({
  conf: hex(32),
  title: z.string(),
  unsent: z.int(),
  lastContact: instant.nullable(),
  hats: z.array(hat),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

const rootState = z.enum(['absent', 'locked', 'open'])

const target = { conf: hex(32), doc: id, hat: hex(32) }
const reason = text(4_000).min(1)

/** Every intent answers with the id of the act it made; it is on this disk by then. */
const done = z.strictObject({ act: hex(64) })

export const calls = {
  'app.info': { input: z.null(), output: appInfo },
  'app.openExternal': { input: z.strictObject({ url: z.url() }), output: z.null() },
  'settings.get': { input: z.null(), output: settings },
  'settings.set': { input: settings.partial(), output: settings },
  /** The key to this device's records, where the system offers no keyring. */
  'vault.state': { input: z.null(), output: z.enum(['open', 'locked', 'new']) },
  'vault.open': { input: z.strictObject({ passphrase: text(500).min(1) }), output: z.boolean() },

  'catalogue.list': { input: z.null(), output: z.array(catalogueEntry) },
  'conference.open': {
    input: z.strictObject({ conf: hex(32) }),
    output: z.strictObject({ hats: z.array(hat), acts: z.array(admittedAct), sync: syncState }),
  },
  'blob.read': { input: z.strictObject({ conf: hex(32), hash: hex(64) }), output: bytes.nullable() },
  'link.setOffline': { input: z.strictObject({ conf: hex(32), offline: z.boolean() }), output: z.null() },
  'link.retry': { input: z.strictObject({ conf: hex(32) }), output: z.null() },

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

  'room.open': {
    input: z.strictObject({ conf: hex(32), room: text(200) }),
    /** `state` is a Yjs update with everything this device holds; `client` the id to write with. */
    output: z.strictObject({ state: bytes, client: z.int(), writable: z.boolean() }),
  },
  /** Answers once the update is on this disk. */
  'room.write': {
    input: z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
    output: z.null(),
  },
  /** y-protocols awareness update of this window, not stored. */
  'room.awareness': {
    input: z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
    output: z.null(),
  },
  'room.close': { input: z.strictObject({ conf: hex(32), room: text(200) }), output: z.null() },
  'room.authors': {
    input: z.strictObject({ conf: hex(32), room: text(200) }),
    output: z.array(z.strictObject({ client: z.int(), key: hex(32) })),
  },
  'drafts.list': { input: z.strictObject({ conf: hex(32) }), output: z.array(keptDraft) },
  'drafts.dismiss': { input: z.strictObject({ conf: hex(32), id: z.string() }), output: z.null() },

  'import.choose': {
    input: z.null(),
    /** null: the member closed the dialog. */
    output: z.strictObject({ name: z.string(), clauses: z.array(importedClause) }).nullable(),
  },
  'import.read': {
    input: z.strictObject({ name: text(255), content: bytes }),
    output: z.array(importedClause),
  },
  'document.create': {
    input: z.strictObject({
      conf: hex(32),
      hat: hex(32),
      type: z.enum(['declaration', 'recommendation', 'message', 'annex']),
      title: text(300).min(1),
      symbol: text(60).min(1),
      language: text(20),
      layout: z.enum(['gerund', 'headingVerb', 'plural', 'sections']),
      network: id.nullable(),
      draftingGroup: z.array(country),
      clauses: z.array(importedClause).min(1).max(5_000),
    }),
    output: z.strictObject({ act: hex(64), doc: id }),
  },
  'parties.set': {
    input: z.strictObject({ ...target, parties: z.array(country).min(1), basis: z.enum(['all', 'present']) }),
    output: done,
  },
  /** preparation to joint drafting, negotiation back to joint drafting (a fresh room, seeded once). */
  'stage.set': {
    input: z.strictObject({ ...target, to: z.enum(['preparation', 'jointDrafting']), reason: text(4_000) }),
    output: done,
  },
  /** Freezes the drafting room into round 0; the first of the acts that follow is the text. */
  'negotiation.open': { input: z.strictObject(target), output: done },
  'round.close': { input: z.strictObject({ ...target, publish: z.boolean() }), output: done },
  'text.incorporate': {
    input: z.strictObject({
      ...target,
      /** Existing paragraph to set, or null for a new one placed after `after` (null: at the start). */
      paragraph: clauseId.nullable(),
      after: clauseId.nullable(),
      /** The acts that last set it, as the window showed it; empty for a new paragraph. */
      base: z.array(hex(64)),
      clauses: z.array(clause).min(1),
      reason: text(4_000),
    }),
    output: done,
  },
  'text.suppress': {
    input: z.strictObject({ ...target, paragraph: clauseId, base: z.array(hex(64)), reason }),
    output: done,
  },
  'position.take': {
    input: z.strictObject({
      ...target,
      paragraphs: z.array(z.strictObject({ paragraph: clauseId, hash: hex(64) })).min(1),
      value: z.enum(POSITION_VALUES),
      reason: text(4_000).nullable(),
    }),
    output: z.strictObject({ acts: z.array(hex(64)) }),
  },
  'position.prepare': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      hash: hex(64),
      value: z.enum(POSITION_VALUES),
      reason: text(4_000).nullable(),
      /** For the Secretariat, which prepares on behalf of a country (rule 31); a delegation prepares its own. */
      country: country.optional(),
    }),
    output: done,
  },
  'paragraph.agree': {
    input: z.strictObject({
      ...target,
      paragraph: clauseId,
      hash: hex(64),
      /** "Any objection?" at a meeting, with who was there to answer (rule 21). */
      lastCall: z.strictObject({ meeting: text(200).min(1), attendance: z.array(country).min(1) }).optional(),
    }),
    output: done,
  },
  'paragraph.reopen': {
    input: z.strictObject({ ...target, paragraph: clauseId, reason }),
    output: done,
  },
  /** The Chair's draft on the screen: opens its room, seeded from the paragraph. */
  'screen.open': {
    input: z.strictObject({ ...target, paragraph: clauseId }),
    output: z.strictObject({ room: text(200) }),
  },
  'export.final': {
    input: z.strictObject({
      conf: hex(32),
      doc: id,
      language: z.enum(UI_LANGUAGES),
      /** Print although paragraphs are open, marked as a draft. */
      draft: z.boolean(),
      /** Where to write; null asks the member. Only honoured when the program was started for a demonstration or test. */
      path: text(4_000).nullable(),
    }),
    output: z.strictObject({ path: text(4_000), sha256: hex(64), pages: z.int() }).nullable(),
  },
} as const

export const events = {
  acts: z.strictObject({ conf: hex(32), acts: z.array(admittedAct) }),
  hats: z.strictObject({ conf: hex(32), hats: z.array(hat) }),
  sync: syncState,
  'room.update': z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
  'room.awareness': z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
  /** The right to write this room changed, or its words were set aside and it must be opened again. */
  'room.reset': z.strictObject({ conf: hex(32), room: text(200), writable: z.boolean() }),
  blob: z.strictObject({ conf: hex(32), hash: hex(64) }),
  drafts: z.strictObject({ conf: hex(32) }),
  /** Acts this device had signed were refused for good and are gone: what the window holds is to be read again. */
  'conference.reset': z.strictObject({ conf: hex(32) }),
  enrolments: z.strictObject({ conf: hex(32) }),
  catalogue: z.null(),
  /** A command of the native menu. */
  menu: z.enum(['about', 'import', 'export', 'matrix', 'text', 'shortcuts', 'find', 'goTo']),
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
