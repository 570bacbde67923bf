/**
 * Compiles the program into out/app:
 *   main/main.js        Electron's main process and, beside it, one file for each `*.worker.ts` or `*-worker.ts`
 *   main/preload.cjs    what the sandboxed window is given
 *   renderer/           the window's page, for app://
 *   server/cli.js       the relay as a program of its own
 *   cli/consenso.js     the command line
 * The targets are those of the oldest runtime the program is tried on, so one build runs on all of them.
 * Workers are found by name; a bundle finds its worker as `new URL('./name.worker.js', import.meta.url)`.
 */
import react from '@vitejs/plugin-react'
import { build as esbuild, type BuildOptions } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { build as vite } from 'vite'
import { holding } from '#build/lock.ts'
import { appOut, out, root } from '#build/paths.ts'
import { say, seconds } from '#build/say.ts'
import { script } from '#build/script.ts'
import { filesIn, newerThan } from '#build/sources.ts'

const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** Packages that stay packages: native code, WebAssembly and fonts are read from their own folders. */
const EXTERNAL = [
  'electron',
  'classic-level',
  '@myriaddreamin/typst.ts',
  '@myriaddreamin/typst-ts-web-compiler',
  '@expo-google-fonts/source-sans-3',
  '@expo-google-fonts/source-serif-4',
]

/** Bundled CommonJS packages still ask for Node's own modules with `require`. */
const REQUIRE =
  "import { createRequire as consensoRequire } from 'node:module'; const require = consensoRequire(import.meta.url);"

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: NODE_TARGET,
  external: [...EXTERNAL, 'bufferutil', 'utf-8-validate'],
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  conditions: ['import', 'node'],
}

const module: BuildOptions = { ...shared, format: 'esm', banner: { js: REQUIRE } }

/** `{out: in}` for the workers of these folders; names must differ, for they share a folder. */
function workers(...folders: readonly string[]): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const path of folders.flatMap((folder) => filesIn(folder, /[.-]worker\.ts$/))) {
    const name = basename(path, '.ts')
    if (entries[name] !== undefined) throw new Error(`two workers are named ${name}`)
    entries[name] = path
  }
  return entries
}

async function bundle(stage: string, target: string, entries: Record<string, string>): Promise<void> {
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))
  if (present.length === 0) return
  await esbuild({ ...module, entryPoints: Object.fromEntries(present), outdir: join(stage, target) })
}

async function preload(stage: string): Promise<void> {
  if (!existsSync(join(root, 'main/preload.ts'))) return
  await esbuild({
    ...shared,
    format: 'cjs',
    entryPoints: ['main/preload.ts'],
    outfile: join(stage, 'main/preload.cjs'),
  })
}

async function page(stage: string): Promise<void> {
  if (!existsSync(join(root, 'renderer/index.html'))) return
  // A test runner sets this to "test", and vite would then take React's development build.
  process.env['NODE_ENV'] = 'production'
  await vite({
    configFile: false,
    mode: 'production',
    root: join(root, 'renderer'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      outDir: join(stage, 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0, // the content security policy allows no data: but images
      modulePreload: false, // it would add an inline script
      sourcemap: true,
      chunkSizeWarningLimit: 5_000, // read from the disk, not from a network
    },
  })
}

export interface BuildInfo {
  /** False: packaged from a runtime that is out of support; the About window says so. */
  readonly supported: boolean
}

const stamp = join(appOut, 'build-info.json')
const lock = join(out, 'cache/build.lock')

/** Built aside and put in place whole: whoever starts meanwhile finds the old build or the new one. */
async function bundleAside(info: BuildInfo): Promise<void> {
  const [stage, old] = [join(out, '.app-new'), join(out, '.app-old')]
  // What changes while this runs makes the build stale: its stamp is as old as its beginning.
  const begun = new Date()
  await rm(stage, { recursive: true, force: true })
  await mkdir(stage, { recursive: true })
  await Promise.all([
    bundle(stage, 'main', { main: 'main/main.ts', ...workers('main', 'server') }),
    bundle(stage, 'server', { cli: 'server/cli.ts', ...workers('server') }),
    bundle(stage, 'cli', { consenso: 'main/cli.ts' }),
    preload(stage),
    page(stage),
  ])
  const file = join(stage, 'build-info.json')
  await writeFile(file, `${JSON.stringify(info)}\n`)
  await utimes(file, begun, begun)
  await rm(old, { recursive: true, force: true })
  if (existsSync(appOut)) await rename(appOut, old)
  await rename(stage, appOut)
  await rm(old, { recursive: true, force: true })
}

export const bundleApp = (info: BuildInfo = { supported: true }): Promise<void> =>
  holding(lock, () => bundleAside(info))

/** Builds when a source is newer than what was built last. */
export async function bundleIfStale(): Promise<void> {
  if (!newerThan(stamp)) return
  await holding(lock, async () => {
    if (!newerThan(stamp)) return
    const start = performance.now()
    await bundleAside({ supported: true })
    say(`Built in ${seconds(performance.now() - start)}`)
  })
}

await script(import.meta.url, async () => {
  const start = performance.now()
  await bundleApp()
  say(`Built out/app in ${seconds(performance.now() - start)}`)
  return 0
})
