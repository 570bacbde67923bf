import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { dist, refusal } from '#build/dist.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { isRoot } from '#build/electron/system-libraries.ts'
import { out } from '#build/paths.ts'
import { run } from '#build/run.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

// Real packaging on the machine's own runtime, without archives: those are dpkg's and tar's work.
const folder = join(out, 'dist', 'linux-unpacked')
const program = join(folder, 'consenso')
const archive = join(folder, 'resources', 'app.asar')

beforeAll(async () => {
  expect(await dist({ unsupportedRuntime: true, targets: ['dir'], quick: true })).toBe(0)
})

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
