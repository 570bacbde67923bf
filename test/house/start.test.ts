import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasDisplay } from '#build/electron/display.ts'
import { root } from '#build/paths.ts'
import { runNode, type Ran } from '#build/run.ts'
import { temporaryFolder, type TemporaryFolder } from '#test/kit/folder.ts'

// The real scripts in processes of their own, on a system whose programs only note how they were called.

/** A program that writes down its arguments and ends with `code`. */
function fakeProgram(folder: TemporaryFolder, name: string, code: number): void {
  const notes = join(folder.path, `${name}.called`)
  const text = `#!/bin/sh\necho "$*" >> "${notes}"\nexit ${String(code)}\n`
  writeFileSync(join(folder.path, name), text, { mode: 0o755 })
}

const calledWith = (folder: TemporaryFolder, name: string): string | null => {
  const notes = join(folder.path, `${name}.called`)
  return existsSync(notes) ? readFileSync(notes, 'utf8').trim() : null
}

/** A folder that stands for the runtime and for all programs of the system. */
function fakeSystem(): TemporaryFolder {
  const folder = temporaryFolder('system')
  writeFileSync(join(folder.path, 'version'), '45.4.1')
  fakeProgram(folder, 'electron', 7)
  fakeProgram(folder, 'ldd', 0)
  fakeProgram(folder, 'pdfinfo', 0)
  fakeProgram(folder, 'Xvfb', 1)
  return folder
}

const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' }

function start(
  system: TemporaryFolder,
  display: NodeJS.ProcessEnv,
  ...words: readonly string[]
): Promise<Ran> {
  const env = { ...display, PATH: system.path, ELECTRON_OVERRIDE_DIST_PATH: system.path }
  return runNode(['--import', 'tsx', join(root, 'build/start.ts'), ...words], { env })
}

test.runIf(process.platform === 'linux')(
  '[H4.g] without a display `npm start` says so and plays the demonstration on a virtual one',
  async () => {
    using system = fakeSystem()
    const ran = await start(system, NO_DISPLAY, '--as', 'PE')
    expect(ran.all).toContain('There is no display here')
    expect(calledWith(system, 'Xvfb')).toContain('-displayfd')
    expect(calledWith(system, 'electron')).toBe(null)
    // This system's Xvfb ends at once.
    expect(ran.all).toContain('Xvfb could not be started')
    expect(ran.code).toBe(1)
  },
)

test.runIf(process.platform === 'linux')(
  '[H4.g] with a display `npm start` opens the program with the words it was given, and ends as it does',
  async () => {
    using system = fakeSystem()
    const ran = await start(system, { ...NO_DISPLAY, WAYLAND_DISPLAY: 'wayland-0' }, '--as', 'PE')
    expect(ran.all).not.toContain('There is no display here')
    expect(calledWith(system, 'electron')).toMatch(new RegExp(`${root} --as PE$`))
    expect(calledWith(system, 'Xvfb')).toBe(null)
    expect(ran.code).toBe(7)
  },
)

test('[H4.g] a display that is named but empty is none', () => {
  const isLinux = process.platform === 'linux'
  expect(hasDisplay(NO_DISPLAY)).toBe(!isLinux)
  expect(hasDisplay({})).toBe(!isLinux)
  expect(hasDisplay({ DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay({ DISPLAY: ':0' })).toBe(true)
})

/** An ordinary account, whoever runs the tests: the modules are there before the rights are given up. */
const AS_ANYBODY = `
  const { ensureSystemLibraries } = await import('#build/electron/system-libraries.ts')
  if (process.getuid() === 0) process.setuid(65534)
  ensureSystemLibraries(process.argv[1]).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })`

test.runIf(existsSync('/etc/debian_version'))(
  '[H4.h] who is not root is told the exact command for this release, and nothing is installed',
  async () => {
    using system = fakeSystem()
    chmodSync(system.path, 0o777) // others use it, too, and would leave their notes
    const script = (name: string, text: string) => {
      writeFileSync(join(system.path, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
    }
    script('ldd', 'echo "  libgtk-3.so.0 => not found"')
    // A release that renamed one of the packages.
    script('apt-cache', '[ "$2" = libasound2 ] && echo "Candidate: (none)" || echo "Candidate: 1.0"')
    fakeProgram(system, 'apt-get', 0)
    const program = join(system.path, 'electron')
    const ran = await runNode(['--import', 'tsx', '--input-type=module', '--eval', AS_ANYBODY, program], {
      env: { PATH: system.path },
    })
    expect(ran.all.trim().split('\n')).toEqual([
      'System packages are missing. Run:',
      '  sudo apt-get install -y libgtk-3-0 libnss3 libasound2t64 libgbm1',
    ])
    expect(ran.code).toBe(1)
    expect(calledWith(system, 'apt-get')).toBe(null)
  },
)
