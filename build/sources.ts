/** Lists source files and says when a build is older than they are. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#build/paths.ts'

const SKIPPED = new Set(['node_modules', 'out', '.git'])

/** Files below `folder` (relative to `base`) whose name ends so, as paths relative to `base`. */
export function filesIn(folder: string, ending: RegExp, base: string = root): readonly string[] {
  const found: string[] = []
  const walk = (relative: string) => {
    for (const entry of readdirSync(join(base, relative), { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (ending.test(entry.name)) found.push(path)
    }
  }
  walk(folder)
  return found.sort()
}

const BUILT_FROM = ['main', 'renderer', 'shared', 'server', 'build']

/** Whether something the build is made from has changed since `stamp` was written. */
export function newerThan(stamp: string): boolean {
  const written = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs
  if (written === undefined) return true
  const paths = [...BUILT_FROM.flatMap((folder) => filesIn(folder, /./)), 'package-lock.json']
  return paths.some((path) => (statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0) > written)
}
