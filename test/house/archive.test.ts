import { zipSync } from 'fflate'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extractVerified, unzipSome } from '#build/electron/archive.ts'
import { run } from '#build/run.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const integrityOf = (file: string): string =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`

/** An archive as the registry has them, with two members of which one does not fill its last block. */
async function pack(folder: string, content: Uint8Array): Promise<string> {
  mkdirSync(join(folder, 'package'))
  writeFileSync(join(folder, 'package', 'runtime.zip'), content)
  writeFileSync(join(folder, 'package', 'readme.md'), 'words')
  const archive = join(folder, 'archive.tgz')
  const ran = await run('tar', ['--format=ustar', '-czf', archive, 'package'], { cwd: folder })
  expect(ran.code, ran.all).toBe(0)
  return archive
}

test('[H4.d] a member of an archive whose hash is right comes out whole', async () => {
  using folder = temporaryFolder('archive')
  const content = randomBytes(3_000_001)
  const archive = await pack(folder.path, content)
  const target = join(folder.path, 'out.zip')
  await extractVerified(archive, 'package/runtime.zip', target, integrityOf(archive))
  expect(readFileSync(target).equals(content)).toBe(true)
})

test('[H4.d] an archive with another hash, or without the member, leaves nothing', async () => {
  using folder = temporaryFolder('archive')
  const archive = await pack(folder.path, randomBytes(1_000))
  const target = join(folder.path, 'out.zip')
  const other = `sha512-${createHash('sha512').update('other').digest('base64')}`
  await expect(extractVerified(archive, 'package/runtime.zip', target, other)).rejects.toThrow('expected')
  expect(existsSync(target)).toBe(false)
  await expect(extractVerified(archive, 'package/no.zip', target, integrityOf(archive))).rejects.toThrow(
    'holds no',
  )
  expect(existsSync(target)).toBe(false)
})

test('[H4.e] what is asked for is unpacked, programs stay programs', async () => {
  using folder = temporaryFolder('zip')
  const archive = join(folder.path, 'a.zip')
  const program = [new Uint8Array([35]), { os: 3, attrs: 0o100755 << 16 }] as const
  writeFileSync(
    archive,
    zipSync({ 'app/run': [...program], 'app/words.txt': new Uint8Array([1]), other: new Uint8Array([2]) }),
  )
  const place = (name: string) => (name.startsWith('app/') ? name.slice(4) : null)
  expect(await unzipSome(archive, join(folder.path, 'out'), place)).toBe(2)
  expect(statSync(join(folder.path, 'out', 'run')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder.path, 'out', 'words.txt')).mode & 0o777).toBe(0o644)
})

test.each([
  ['a path outside', 'a', () => '../a'],
  ['a link', 'link', (name: string) => name],
])('[H4.e] %s is refused', async (_what, entry, place) => {
  using folder = temporaryFolder('zip')
  const archive = join(folder.path, 'a.zip')
  const attrs = entry === 'link' ? (0o120777 << 16) >>> 0 : 0
  writeFileSync(archive, zipSync({ [entry]: [new Uint8Array([47]), { os: 3, attrs }] }))
  await expect(unzipSome(archive, join(folder.path, 'out'), place)).rejects.toThrow()
})
