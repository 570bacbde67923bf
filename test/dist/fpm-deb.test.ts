import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { controlOf, makeDeb, readRequest } from '#build/dist/fpm-deb.ts'
import { run } from '#build/run.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const WORDS = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgtk-3-0', '--deb-recommends', 'fonts'],
  ...['--name', 'consenso', '--version', '1.2.3', '--architecture', 'amd64', '--deb-compression', 'gz'],
  ...['--maintainer', 'Consenso <a@b.invalid>', '--description', 'Draft together\nOne line\n\nAnother'],
]

test('[H5.f] a request in fpm’s words becomes Debian’s control fields', () => {
  expect(controlOf(readRequest(WORDS)).split('\n')).toEqual([
    'Package: consenso',
    'Version: 1.2.3',
    'Architecture: amd64',
    'Maintainer: Consenso <a@b.invalid>',
    'Depends: libnss3, libgtk-3-0',
    'Recommends: fonts',
    'Section: default',
    'Priority: optional',
    'Description: Draft together',
    ' One line',
    ' .',
    ' Another',
    '',
  ])
})

test.each([
  ['an unknown word', [...WORDS, '--deb-systemd', 'unit']],
  ['another kind of package', ['-s', 'dir', '-t', 'rpm']],
  ['a file without a place', [...WORDS, 'program']],
])('[H5.g] %s is refused, not dropped', (_what, words) => {
  expect(() => readRequest(words)).toThrow()
})

test('[H5.h] dpkg reads the package that is made, with its files and scripts', async () => {
  using folder = temporaryFolder('deb')
  const path = (name: string) => join(folder.path, name)
  mkdirSync(path('program'))
  writeFileSync(path('program/consenso'), '#!/bin/sh\n', { mode: 0o700 })
  writeFileSync(path('program/words.txt'), 'hola', { mode: 0o600 })
  writeFileSync(path('after.sh'), '#!/bin/sh\n')
  const target = path('consenso.deb')
  const more = ['--after-install', path('after.sh'), '--package', target, `${path('program')}=/opt/Consenso`]
  makeDeb(readRequest([...WORDS, ...more]))
  const info = await run('dpkg-deb', ['--info', target])
  expect(info.out).toMatch(/Package: consenso[^]*Installed-Size: 1\n/)
  expect(info.out).toContain('postinst')
  const { out } = await run('dpkg-deb', ['--contents', target])
  expect(out).toMatch(/^-rwxr-xr-x root\/root .*\.\/opt\/Consenso\/consenso$/m)
  expect(out).toMatch(/^-rw-r--r-- root\/root .*\.\/opt\/Consenso\/words\.txt$/m)
})
