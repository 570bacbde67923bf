import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWords } from '#build/dist.ts'
import { root } from '#build/paths.ts'
import { runNode } from '#build/run.ts'
import { readLaunch } from '#main/launch.ts'
import { createTranslator } from '#shared/i18n/format.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

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

const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** As a shell would cut them; a comment ends them. */
const wordsOf = (command: string): readonly string[] =>
  [...command.replace(/ #.*$/, '').matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)

/** Whether a program takes these words; each is asked in its own way, and none does anything. */
type Taking = (words: readonly string[]) => boolean | Promise<boolean>

const program = (file: string, words: readonly string[], cwd: string) =>
  runNode(['--import', import.meta.resolve('tsx'), join(root, file), ...words], {
    cwd,
    env: { LC_ALL: 'C', CONSENSO_PASSPHRASE: 'nothing is founded' },
  })

const TAKING: Readonly<Record<string, Taking>> = {
  start(words) {
    const launch = (argv: readonly string[]) => readLaunch({ argv, appData: '/', packaged: false })
    const options = words.filter((word) => word.startsWith('--'))
    // Chromium has options of its own, so others pass unseen: ours are those that make a difference.
    const matters = (option: string) =>
      JSON.stringify(launch([option, 'nobody'])) !== JSON.stringify(launch([]))
    return options.length > 0 && options.every(matters) && !('kind' in launch(words))
  },
  async relay(words) {
    const { code, out } = await program('server/cli.ts', [...words, '--help'], root)
    const [command = ''] = words
    return code === 0 && (command.startsWith('--') || out.includes(`relay ${command} `))
  },
  async consenso(words) {
    using empty = temporaryFolder('readme')
    const usage = createTranslator('en')('cli.usage')
    const { code, all } = await program('main/cli.ts', words, empty.path)
    // Nothing of what the words name is there, so it fails: but not for want of understanding them.
    return code === 1 && !all.includes(usage)
  },
  dist(words) {
    try {
      readWords(words)
      return true
    } catch {
      return false
    }
  },
}

/** Commands whose arguments the program behind them does not take. */
async function refused(markdown: string): Promise<readonly string[]> {
  const given = [...new Set(commandsOf(markdown))].filter((command) => command.includes(' -- '))
  const answers = await Promise.all(
    given.map(async (command) => {
      const [, verb = '', ...rest] = wordsOf(command)
      const name = verb === 'run' ? (rest[0] ?? '') : verb
      return (await TAKING[name]?.(rest.slice(rest.indexOf('--') + 1))) ?? false
    }),
  )
  return given.filter((_command, index) => answers[index] !== true)
}

test('[H6.d] the programs take the arguments that the README gives them', async () => {
  const given = commandsOf(readme)
  for (const part of ['start -- --as PE:adviser', 'relay -- invite --data', 'consenso -- found --out'])
    expect(
      given.some((command) => command.includes(part)),
      part,
    ).toBe(true)
  expect(await refused(readme)).toEqual([])
})

test('[H6.d] an argument that is not there is caught, of every program', async () => {
  const wrong = [
    'npm start -- --as XX',
    'npm start -- --lost',
    'npm run relay -- --date /var/lib/consenso',
    'npm run relay -- found --data /var/lib/consenso',
    'npm run consenso -- found --out founding --key KEY',
    'npm run consenso -- approve founding',
    'npm run dist -- --unsupported',
    'npm run check -- --quick',
  ]
  expect(await refused(`\`\`\`sh\n${wrong.join('\n')}\n\`\`\``)).toEqual(wrong)
})

test('[H6.a] every command of the README is npm’s own or a script that exists', () => {
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
  const ci = readFileSync(join(root, '.ci/run'), 'utf8').split('\n')
  expect(readme).toContain('npm ci && npm test')
  expect(ci.some((line) => line.startsWith('npm ci'))).toBe(true)
  expect(ci).toContain('npm test')
})
