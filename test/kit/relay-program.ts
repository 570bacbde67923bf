/**
 * A relay compiled into one file, for tests that start one again and again: compiling takes as long as a single
 * start from source.
 */
import { build } from 'esbuild'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { out, root } from '#build/paths.ts'

export interface CompiledRelay {
  readonly program: string
  readonly remove: () => Promise<void>
}

/** `entry` is relative to the project's folder, or absolute. */
export async function compiledRelay(entry = 'server/cli.ts'): Promise<CompiledRelay> {
  const name = basename(entry, '.ts')
  // a folder for each process, so that two runs of the tests do not write over one another
  const folder = join(out, 'test', `${name}-${String(process.pid)}`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry, 'server/fold-worker.ts'],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return {
    program: join(folder, `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
