import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#build/paths.ts'

const BUILT_IN = new Set(['npm ci', 'npm start', 'npm test'])

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>
}

// as: the project's own manifest, which npm reads as well
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

/** Every command of the text: lines of shell blocks, and npm in running text. */
function commandsOf(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.split('\n'))
  const spoken = [...markdown.matchAll(/`(npm [^`]+)`/g)].map(([, command = '']) => command)
  return [...blocks, ...spoken].flatMap((line) => line.split('&&')).map((command) => command.trim())
}

/** Commands that neither npm itself nor a script of ours stands behind. */
function unknown(markdown: string): readonly string[] {
  return commandsOf(markdown).filter((command) => {
    const [program = '', verb = '', name = ''] = command.split(' ')
    if (command === '' || command.startsWith('#')) return false
    if (program !== 'npm') return true
    return verb === 'run' ? !(name in scripts) : !BUILT_IN.has(`${program} ${verb}`)
  })
}

test('[H6.a] every command of the README is npm’s own or a script that exists', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(commandsOf(readme)).toContain('npm test')
  expect(unknown(readme)).toEqual([])
})

test('[H6.b] a command that is not there is caught', () => {
  expect(unknown('```sh\nnpm ci && npm run lost\n```\n`npm run idle -- x`')).toEqual([
    'npm run lost',
    'npm run idle -- x',
  ])
  expect(unknown('```sh\nmake install\n```')).toEqual(['make install'])
})

test('[H6.c] CI runs the README’s test command', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const ci = readFileSync(join(root, '.ci/run'), 'utf8').split('\n')
  expect(readme).toContain('npm ci && npm test')
  expect(ci.some((line) => line.startsWith('npm ci'))).toBe(true)
  expect(ci).toContain('npm test')
})
