/**
 * `npm run dist [-- --unsupported-runtime] [--dir] [TARGET…]`: packages of this system in out/dist. A runtime
 * that is out of support is refused, for a release must not stand on it; with the flag it is packaged all
 * the same and its About window says so.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleApp } from '#build/bundle.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import type { Runtime } from '#build/electron/runtime.ts'
import { installPackages } from '#build/electron/system-libraries.ts'
import { appOut, out, root } from '#build/paths.ts'
import { runNode } from '#build/run.ts'
import { say } from '#build/say.ts'
import { script } from '#build/script.ts'

const SYSTEMS: Partial<Record<NodeJS.Platform, readonly [flag: string, ...targets: string[]]>> = {
  linux: ['--linux', 'dir', 'tar.gz', 'deb'],
  darwin: ['--mac', 'dmg'],
  win32: ['--win', 'nsis'],
}

/** At 9 the archive takes minutes and is 2 % smaller. */
const COMPRESSION_LEVEL = '1'

interface DistOptions {
  readonly unsupportedRuntime: boolean
  /** Names of electron-builder's; those of this system when empty. */
  readonly targets: readonly string[]
}

/** electron-builder starts programs, not TypeScript: a few words of shell stand in between. */
async function writeFpm(): Promise<string> {
  const file = join(out, 'cache', 'fpm')
  await mkdir(join(out, 'cache'), { recursive: true })
  const program = `"${process.execPath}" --import tsx "${join(root, 'build/dist/fpm-deb.ts')}"`
  // `--import tsx` is looked for from the folder one stands in.
  await writeFile(file, `#!/bin/sh\ncd "${root}" && exec ${program} "$@"\n`)
  await chmod(file, 0o755)
  return file
}

/** Tools that electron-builder would download; Debian has them. */
async function linuxTools(targets: readonly string[]): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || targets.every((target) => target === 'dir')) return {}
  const zip = '/usr/bin/7za'
  if (!existsSync(zip)) await installPackages([['p7zip-full']])
  return {
    ELECTRON_BUILDER_7ZIP_PATH: zip,
    CUSTOM_FPM_PATH: await writeFpm(),
    ELECTRON_BUILDER_COMPRESSION_LEVEL: COMPRESSION_LEVEL,
  }
}

export function refusal(runtime: Pick<Runtime, 'supported' | 'version'>, allowed: boolean): string | null {
  if (runtime.supported || allowed) return null
  return `Electron ${runtime.version} is out of support: no release is packaged from it. For a trial package, one that says so in its About window: npm run dist -- --unsupported-runtime`
}

async function dist({ unsupportedRuntime, targets }: DistOptions): Promise<number> {
  const runtime = await ensureElectron()
  const refused = refusal(runtime, unsupportedRuntime)
  if (refused !== null) {
    say(refused)
    return 1
  }
  const system = SYSTEMS[process.platform]
  if (!system) throw new Error(`No package is configured for ${process.platform}`)
  const [flag, ...usual] = system
  const wanted = targets.length > 0 ? targets : usual
  const env = await linuxTools(wanted)
  await bundleApp({ supported: runtime.supported })
  try {
    const ran = await runNode(
      [
        'node_modules/electron-builder/cli.js',
        ...[flag, ...wanted, '--publish', 'never', '--config', 'electron-builder.yml'],
        ...[`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`],
      ],
      { env },
    )
    if (ran.code !== 0) throw new Error(ran.all)
  } finally {
    // What is started from this folder is not a package: the next start builds its own.
    await rm(join(appOut, 'build-info.json'), { force: true })
  }
  say(`Packages are in ${join(out, 'dist')}`)
  return 0
}

/** A word that is not known here is refused, lest a release be packaged in another way than was asked for. */
export function readWords(words: readonly string[]): DistOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { 'unsupported-runtime': { type: 'boolean' }, dir: { type: 'boolean' } },
    allowPositionals: true,
  })
  return {
    unsupportedRuntime: values['unsupported-runtime'] === true,
    targets: values.dir === true ? ['dir'] : positionals,
  }
}

await script(import.meta.url, () => dist(readWords(process.argv.slice(2))))
