/**
 * What the command line asks for. `--as PE` tries the sample conference as Peru; each such profile has
 * a folder of its own, so several run side by side on one computer.
 */
import path from 'node:path'
import { COUNTRY_CODES } from '#shared/domain/country.ts'

const OFFICES = ['PPT', 'ST', 'observer'] as const

/** `PE`, `PE:adviser`, `PPT`, `ST`, `observer`; a plain country is its focal point. */
function isSampleProfile(name: string): boolean {
  const [country = '', capacity] = name.split(':')
  if (OFFICES.some((office) => office === name)) return true
  const known = COUNTRY_CODES.some((code) => code === country)
  return known && (capacity === undefined || capacity === 'adviser')
}

/** As a folder name: `PE:adviser` would not do on every file system. */
export const profileFolderName = (profile: string): string => profile.replace(':', '-')

export interface Launch {
  /** Profile of the sample conference, or null for the member's own conferences. */
  readonly sample: { readonly profile: string; readonly folder: string } | null
  readonly userData: string
  /** Lets `export.final` name a path: for the demonstration and tests. */
  readonly demo: boolean
}

export type LaunchProblem = { readonly kind: 'unknownProfile'; readonly name: string }

export interface LaunchSurroundings {
  readonly argv: readonly string[]
  /** Where this system keeps a program's data. */
  readonly appData: string
  readonly packaged: boolean
}

/** The value of `--name=value` or `--name value`. */
function valueOf(argv: readonly string[], name: string): string | null {
  const equals = argv.find((arg) => arg.startsWith(`--${name}=`))
  if (equals !== undefined) return equals.slice(name.length + 3)
  const at = argv.indexOf(`--${name}`)
  const next = at < 0 ? undefined : argv[at + 1]
  return next === undefined || next.startsWith('--') ? null : next
}

export function readLaunch({ argv, appData, packaged }: LaunchSurroundings): Launch | LaunchProblem {
  const as = valueOf(argv, 'as')
  if (as !== null && !isSampleProfile(as)) return { kind: 'unknownProfile', name: as }
  const named = valueOf(argv, 'sample') ?? valueOf(argv, 'sample-dir')
  const given = valueOf(argv, 'user-data-dir')
  const demo = argv.includes('--demo')
  // Started from its source it shows the sample; an installed program starts with one's own conferences.
  const wantsSample = as !== null || named !== null || argv.includes('--sample') || !packaged
  if (!wantsSample || argv.includes('--empty')) {
    return { sample: null, userData: path.resolve(given ?? path.join(appData, 'Consenso')), demo }
  }
  const profile = as ?? 'PPT'
  const folder = path.resolve(named ?? path.join(appData, 'Consenso', 'sample'))
  const own = path.join(folder, 'profiles', profileFolderName(profile))
  return { sample: { profile, folder }, userData: path.resolve(given ?? own), demo }
}
