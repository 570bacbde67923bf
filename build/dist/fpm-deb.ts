/**
 * Makes a Debian package with Debian's own dpkg-deb. electron-builder asks a program called fpm for it, in
 * fpm's words; this one understands the words it uses and refuses any other, so that nothing is dropped
 * unseen.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { script } from '#build/script.ts'

const SINGLE = {
  '-s': 'from',
  '-t': 'to',
  '--name': 'name',
  '--version': 'version',
  '--iteration': 'iteration',
  '--architecture': 'architecture',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'homepage',
  '--category': 'section',
  '--license': 'license',
  '--description': 'description',
  '--package': 'target',
  '--after-install': 'postinst',
  '--after-remove': 'postrm',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
  '--log': 'log',
} as const
type Single = (typeof SINGLE)[keyof typeof SINGLE]

export interface DebRequest {
  readonly single: Readonly<Partial<Record<Single, string>>>
  readonly depends: readonly string[]
  readonly recommends: readonly string[]
  /** From a path here to a path in the package. */
  readonly files: readonly (readonly [from: string, to: string])[]
}

const isSingle = (word: string): word is keyof typeof SINGLE => Object.hasOwn(SINGLE, word)

export function readRequest(words: readonly string[]): DebRequest {
  const single: Partial<Record<Single, string>> = {}
  const [depends, recommends]: [string[], string[]] = [[], []]
  const files: [string, string][] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const value = () => words[++i] ?? ''
    if (word === '--force' || word === '--debug') continue
    if (word === '-d') depends.push(value())
    else if (word === '--deb-recommends') recommends.push(value())
    else if (isSingle(word)) single[SINGLE[word]] = value()
    else if (word.startsWith('-')) throw new Error(`unknown option ${word}`)
    else {
      const at = word.indexOf('=')
      if (at < 0) throw new Error(`no place in the package for ${word}`)
      files.push([word.slice(0, at), word.slice(at + 1)])
    }
  }
  if (single.from !== 'dir' || single.to !== 'deb') throw new Error('only a folder becomes a deb here')
  return { single, depends, recommends, files }
}

/** The control file, without its Installed-Size. */
export function controlOf({ single, depends, recommends }: DebRequest): string {
  const { name = '', version = '', iteration, description = '' } = single
  const [first = '', ...rest] = description.split(/\r?\n/).map((line) => line.trim())
  const body = rest.map((line) => (line === '' ? ' .' : ` ${line}`))
  const fields: [string, string | undefined][] = [
    ['Package', name],
    ['Version', iteration ? `${version}-${iteration}` : version],
    ['Architecture', single.architecture],
    ['Maintainer', single.maintainer],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Section', single.section ?? 'default'],
    ['Priority', single.priority ?? 'optional'],
    ['Homepage', single.homepage?.includes('.invalid') ? undefined : single.homepage],
    ['Description', [first === '' ? name : first, ...body].join('\n')],
  ]
  return fields.flatMap(([field, value]) => (value ? [`${field}: ${value}\n`] : [])).join('')
}

/** Plain permissions throughout; answers with the bytes it holds. */
function settle(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      bytes += settle(path)
      chmodSync(path, 0o755)
    } else if (entry.isFile()) {
      const { mode, size } = lstatSync(path)
      chmodSync(path, mode & 0o111 ? 0o755 : 0o644)
      bytes += size
    }
  }
  return bytes
}

const COMPRESSIONS: Readonly<Record<string, string>> = { gz: 'gzip', xz: 'xz', zst: 'zstd', none: 'none' }

export function makeDeb(request: DebRequest): void {
  const tree = mkdtempSync(join(tmpdir(), 'consenso-deb-'))
  try {
    chmodSync(tree, 0o755)
    for (const [from, to] of request.files) {
      mkdirSync(dirname(join(tree, to)), { recursive: true })
      cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    }
    const kilobytes = Math.ceil(settle(tree) / 1024)
    const control = join(tree, 'DEBIAN')
    mkdirSync(control, { mode: 0o755 })
    writeFileSync(join(control, 'control'), `${controlOf(request)}Installed-Size: ${String(kilobytes)}\n`)
    for (const name of ['postinst', 'postrm'] as const) {
      const source = request.single[name]
      if (source) writeFileSync(join(control, name), readFileSync(source), { mode: 0o755 })
    }
    const compression = COMPRESSIONS[request.single.compression ?? 'xz'] ?? 'xz'
    const target = request.single.target ?? 'package.deb'
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, target], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

await script(import.meta.url, () => {
  makeDeb(readRequest(process.argv.slice(2)))
  return Promise.resolve(0)
})
