/** Where things are: the project's folder, compiled output, and the cache outside the tree. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
export const out = join(root, 'out')
/** What Electron loads, and what a package contains. */
export const appOut = join(out, 'app')

/** Downloads that outlive a checkout (runtimes, the benchmark's peers). */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['CONSENSO_CACHE']) return resolve(env['CONSENSO_CACHE'])
  if (process.platform === 'win32' && env['LOCALAPPDATA'])
    return join(env['LOCALAPPDATA'], 'consenso', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'consenso')
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'consenso')
}
