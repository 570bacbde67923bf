import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { refusal } from '#build/dist.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { isRoot } from '#build/electron/system-libraries.ts'
import { out, root } from '#build/paths.ts'
import { run } from '#build/run.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

// Real packaging on the machine's own runtime, once for all tests, by the README's command.
const packages = join(out, 'dist')
const folder = join(packages, 'linux-unpacked')
const program = join(folder, 'consenso')
const archive = join(folder, 'resources', 'app.asar')

beforeAll(async () => {
  const ran = await run('npm', ['run', 'dist', '--', '--unsupported-runtime'])
  expect(ran.code, ran.all).toBe(0)
}, 600_000)

/** As the fuse wire has them: the characters 0 and 1. */
const [OFF, ON] = [0x30, 0x31]

/** Starts the packaged program to its first painted window and answers with the line it prints. */
async function smoke(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<unknown> {
  using profile = temporaryFolder('smoke')
  const sandbox = isRoot() ? ['--no-sandbox'] : []
  const ran = await run(program, [...args, ...sandbox, '--smoke', `--user-data-dir=${profile.path}`], {
    cwd: profile.path,
    env,
    limitMs: 60_000,
  })
  expect(ran.code, ran.all).toBe(0)
  const line = ran.out.split('\n').find((text) => text.startsWith('{'))
  expect(line, ran.all).toBeDefined()
  return JSON.parse(line ?? '')
}

test('[H5.a] a runtime that is out of support is packaged only when asked for', () => {
  expect(refusal({ version: '45.4.1', supported: true }, false)).toBe(null)
  expect(refusal({ version: '33.2.1', supported: false }, true)).toBe(null)
  expect(refusal({ version: '33.2.1', supported: false }, false)).toContain('--unsupported-runtime')
})

test('[H5.a] the command packages nothing from such a runtime and ends with 1', async () => {
  using runtime = temporaryFolder('runtime')
  writeFileSync(join(runtime.path, 'version'), '33.2.1')
  writeFileSync(join(runtime.path, 'electron'), '#!/bin/sh\n', { mode: 0o755 })
  const before = statSync(packageNamed('.deb')).mtimeMs
  const ran = await run('npm', ['run', 'dist'], { env: { ELECTRON_OVERRIDE_DIST_PATH: runtime.path } })
  expect(ran.code).toBe(1)
  expect(ran.all).toContain('Electron 33.2.1 is out of support')
  expect(statSync(packageNamed('.deb')).mtimeMs).toBe(before)
})

test('[H5.b] the fuses of the packaged program are set as the program must be held', async () => {
  const fuses = await getCurrentFuseWire(program)
  expect(fuses[FuseV1Options.RunAsNode]).toBe(OFF)
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF)
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF)
  expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(OFF)
  expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(ON)
  expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON)
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON)
})

test('[H5.c] the packaged program opens its window and says which runtime it stands on', async () => {
  const { version, supported } = await ensureElectron()
  expect(await smoke([])).toMatchObject({ smoke: true, electron: version, supported })
})

test('[H5.d] the packaged program cannot be turned into a Node of its own', async () => {
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' }
  expect(await smoke(['-e', 'console.log("{}")'], env)).toMatchObject({ smoke: true })
})

test('[H5.e] a package holds the program and what it runs on, and nothing of the workshop', () => {
  expect(existsSync(join(folder, 'resources', 'default_app.asar'))).toBe(false)
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
  for (const part of ['main/main.js', 'main/preload.cjs', 'renderer/index.html', 'build-info.json'])
    expect(names).toContain(`/out/app/${part}`)
  const workshop = /\.map$|^\/(test|build|shared|main|renderer)\/|node_modules\/(electron|vite|typescript)\//
  expect(names.filter((name) => workshop.test(name))).toEqual([])
})

/** The one package with this ending. */
function packageNamed(ending: string): string {
  const [name, ...others] = readdirSync(packages).filter((file) => file.endsWith(ending))
  expect([name !== undefined, others], `one ${ending} in ${packages}`).toEqual([true, []])
  return join(packages, name ?? '')
}

/** Size and place inside the program's folder of each file, from a listing as tar prints it. */
function filesUnder(prefix: RegExp, listing: string): ReadonlyMap<string, number> {
  const lines = listing.split('\n').flatMap((line) => {
    const [, size = '', name = ''] = /^-\S+ +\S+ +(\d+) +\S+ +\S+ +(.+)$/.exec(line) ?? []
    return prefix.test(name) ? [[name.replace(prefix, ''), Number(size)] as const] : []
  })
  return new Map(lines)
}

/** The program as it was packed, file by file. */
function packed(): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [relative(folder, file), statSync(file).size]
    }),
  )
}

test('[H5.i] the archive and the Debian package hold the whole program', async () => {
  // as: the project's own manifest, which npm reads as well
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const program = packed()
  expect([...program.keys()]).toEqual(expect.arrayContaining(['consenso', 'resources/app.asar']))
  const tar = await run('tar', ['-tzvf', packageNamed('.tar.gz')], { env: { LC_ALL: 'C' } })
  expect(filesUnder(/^consenso-[^/]+\//, tar.out)).toEqual(program)

  const deb = packageNamed('.deb')
  const info = await run('dpkg-deb', ['--field', deb, 'Package', 'Version', 'Depends'])
  expect(info.out).toMatch(/^Package: consenso$/m)
  expect(info.out).toContain(`Version: ${version}`)
  expect(info.out).toMatch(/^Depends: .*libgtk-3-0/m)
  const contents = await run('dpkg-deb', ['--contents', deb], { env: { LC_ALL: 'C' } })
  expect(contents.code).toBe(0)
  const installed = filesUnder(/^\.\/opt\/Consenso\//, contents.out)
  expect(new Map([...installed].filter(([name]) => program.has(name)))).toEqual(program)
  expect(contents.out).toMatch(/ \.\/usr\/share\/applications\/consenso\.desktop$/m)
})
