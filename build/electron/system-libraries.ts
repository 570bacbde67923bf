/**
 * What the runtime needs of the system on Linux. Missing packages are installed when this is Debian and we are
 * root; anybody else is told the exact command.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { run } from '#build/run.ts'
import { withProgress } from '#build/say.ts'

/** The library that tells, and the packages (older and newer name) that bring it. */
const RUNTIME_LIBRARIES = [
  ['libgtk-3.so', ['libgtk-3-0', 'libgtk-3-0t64']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so', ['libasound2', 'libasound2t64']],
  ['libgbm.so', ['libgbm1']],
] as const

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

const isDebian = () => existsSync('/etc/debian_version')

/** The name under which this release has the package: 64-bit time renamed some. */
async function available(names: readonly string[]): Promise<string> {
  for (const name of names) {
    const policy = await run('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } })
    if (/Candidate: [^(\s]/.test(policy.out)) return name
  }
  return names[0] ?? ''
}

export async function installPackages(wanted: readonly (readonly string[])[]): Promise<void> {
  const plain = wanted.map((names) => names[0] ?? '')
  if (!isDebian()) throw new Error(`Install what Debian calls: ${plain.join(' ')}`)
  if (!isRoot()) {
    const names = await Promise.all(wanted.map(available))
    throw new Error(`System packages are missing. Run:\n  sudo apt-get install -y ${names.join(' ')}`)
  }
  await withProgress(`Installing ${plain.join(' ')}`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    const names = await Promise.all(wanted.map(available))
    const ran = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
    if (ran.code !== 0) throw new Error(`apt-get install ${names.join(' ')} failed:\n${ran.all}`)
  })
}

/** The programs with which a final PDF is read again by somebody else's code. */
export async function ensurePdfReaders(): Promise<void> {
  const found = await run('pdfinfo', ['-v']).then(
    ({ code }) => code === 0,
    () => false, // not on the path
  )
  if (!found && process.platform === 'linux') await installPackages([['poppler-utils']])
}

export async function ensureSystemLibraries(program: string): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = async () => {
    const linked = await run('ldd', [program], { cwd: dirname(program), env: { LC_ALL: 'C' } })
    return linked.out
      .split('\n')
      .filter((line) => line.includes('not found'))
      .map((line) => line.trim().split(' ')[0] ?? '')
  }
  const before = await missing()
  if (before.length === 0) return
  const packages = RUNTIME_LIBRARIES.map(([, names]) => names)
  await installPackages(packages)
  const after = await missing()
  if (after.length > 0) throw new Error(`Electron still misses ${after.join(', ')}`)
}
