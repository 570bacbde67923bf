/**
 * `npm run check`: every gate, one line each. The gates that only read run two at a time, then the unit tests
 * have the machine to themselves. `--no-tests` leaves those out.
 */
import { performance } from 'node:perf_hooks'
import { messageProblems } from '#build/gates/messages.ts'
import { wordProblems } from '#build/gates/plain-words.ts'
import { specProblems } from '#build/gates/spec.ts'
import { root } from '#build/paths.ts'
import { runNode } from '#build/run.ts'
import { say, seconds } from '#build/say.ts'
import { script } from '#build/script.ts'
import { runTests, type Tally } from '#build/vitest.ts'

/** What is wrong, for people; empty when nothing is. */
type Gate = () => Promise<string>

const tool =
  (...args: readonly string[]): Gate =>
  async () => {
    const ran = await runNode(args)
    return ran.code === 0 ? '' : ran.all
  }

const own =
  (problems: (base: string) => readonly string[]): Gate =>
  () =>
    Promise.resolve(problems(root).join('\n'))

const FOLDERS = ['main', 'renderer', 'shared', 'server', 'build', 'test']

export const GATES: readonly (readonly [string, Gate])[] = [
  ['types', tool('node_modules/typescript/bin/tsc', '-b')],
  [
    'lint',
    tool('node_modules/eslint/bin/eslint.js', '-c', 'build/eslint.config.ts', '--max-warnings=0', '.'),
  ],
  ['format', tool('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  [
    'boundaries',
    tool(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', 'build/dependency-cruiser.json', ...FOLDERS],
    ),
  ],
  ['dead code', tool('node_modules/knip/bin/knip.js', '--config', 'build/knip.json', '--no-config-hints')],
  ['messages', own(messageProblems)],
  ['rules', own(specProblems)],
  ['plain words', own(wordProblems)],
]

const AT_ONCE = 2

/** Answers with how many gates held; tells each one's outcome as it comes. */
async function runGates(): Promise<Tally> {
  const waiting = [...GATES]
  let failed = 0
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, gate] = next
      const start = performance.now()
      const wrong = await gate()
      say(`${name.padEnd(12)} ${wrong === '' ? 'ok' : 'FAILED'}  ${seconds(performance.now() - start)}`)
      if (wrong !== '') {
        failed++
        say(wrong.trimEnd())
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { passed: GATES.length - failed, failed }
}

export async function check({ tests = true } = {}): Promise<Tally> {
  const gates = await runGates()
  if (!tests) return gates
  const units = await runTests('unit tests', 'build/vitest.config.ts')
  return { passed: gates.passed + units.passed, failed: gates.failed + units.failed }
}

await script(import.meta.url, async () => {
  const { passed, failed } = await check({ tests: !process.argv.includes('--no-tests') })
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
  return failed === 0 ? 0 : 1
})
