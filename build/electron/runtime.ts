/**
 * Finds an Electron to run on, in this order: ELECTRON_OVERRIDE_DIST_PATH, what is already beside the
 * `electron` package, Electron's own installer, the fallback of fallback.ts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fetchable } from '#build/electron/reach.ts'
import { runNode } from '#build/run.ts'
import { say, withProgress, type Say } from '#build/say.ts'
import { ensureFallback, fallbackFits, fallbackFolder } from './fallback.ts'

export interface Runtime {
  readonly folder: string
  readonly program: string
  readonly version: string
  /** False: out of support, never for a release. */
  readonly supported: boolean
}

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
const program = PROGRAMS[process.platform] ?? 'electron'

const manifest = createRequire(import.meta.url).resolve('electron/package.json')

function wantedVersion(): string {
  // as: the package's own manifest, which npm has checked
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

function versionIn(folder: string): string | null {
  const file = join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}

function runtimeIn(folder: string): Runtime | null {
  const version = versionIn(folder)
  if (version === null || !existsSync(join(folder, program))) return null
  const supported = Number.parseInt(version, 10) >= Number.parseInt(wantedVersion(), 10) - 2
  return { folder, program: join(folder, program), version, supported }
}

async function install(log: Say): Promise<Runtime | null> {
  if (!(await fetchable())) {
    log('Electron’s own download cannot be reached from here.')
    return null
  }
  const installer = join(dirname(manifest), 'install.js')
  const ran = await withProgress(`Fetching Electron ${wantedVersion()}`, () => runNode([installer]))
  if (ran.code === 0) return runtimeIn(join(dirname(manifest), 'dist'))
  log(`Electron’s own installer failed: ${ran.all.trim().split('\n')[0] ?? 'no message'}`)
  return null
}

export async function ensureRuntime(log: Say = say): Promise<Runtime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const runtime = runtimeIn(override)
    if (!runtime) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${override} holds no Electron`)
    return runtime
  }
  const own = runtimeIn(join(dirname(manifest), 'dist'))
  if (own?.version === wantedVersion()) return own
  // A prepared fallback spares the next start the question whether the download can be reached by now.
  const prepared = fallbackFits ? runtimeIn(fallbackFolder()) : null
  const asked = process.env['CONSENSO_RUNTIME'] !== 'fetch' && prepared
  if (asked) return asked
  const installed = await install(log)
  if (installed) return installed
  if (!fallbackFits)
    throw new Error(
      'No Electron runtime. Run "npx install-electron" where its download can be reached, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.',
    )
  const folder = await ensureFallback()
  const runtime = runtimeIn(folder)
  if (!runtime) throw new Error(`${folder} holds no Electron`)
  log(`Electron ${runtime.version} is out of support: for trying and testing only.`)
  return runtime
}
