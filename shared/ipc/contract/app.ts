/** The program itself: what it is, its settings and the key to this device's records. */
import { z } from 'zod'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { hex, id, instant, text } from './fields.ts'

export const settings = z.strictObject({
  language: z.enum(UI_LANGUAGES),
  theme: z.enum(['system', 'light', 'dark']),
  /** Proposals that arrive are not read out. */
  quiet: z.boolean().optional(),
})
export type Settings = z.infer<typeof settings>

const appInfo = z.strictObject({
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

/** How far a member had read a document on this device, by the relay's clock, and when that was by this one's. */
export const visit = z.strictObject({ seen: instant, at: instant })
export type Visit = z.infer<typeof visit>

export const appCalls = {
  'app.info': { input: z.null(), output: appInfo },
  'app.openExternal': { input: z.strictObject({ url: z.url() }), output: z.null() },
  'settings.get': { input: z.null(), output: settings },
  'settings.set': { input: settings.partial(), output: settings },
  /** null: the first visit. */
  'visit.read': { input: z.strictObject({ conf: hex(32), doc: id }), output: visit.nullable() },
  'visit.note': { input: z.strictObject({ conf: hex(32), doc: id, visit }), output: z.null() },
  /** The key to this device's records, where the system offers no keyring. */
  'vault.state': { input: z.null(), output: z.enum(['open', 'locked', 'new']) },
  'vault.open': { input: z.strictObject({ passphrase: text(500).min(1) }), output: z.boolean() },
} as const
