/**
 * `npm test`: every gate of check, then the tests with real windows, packages and tools. Ends with the plain line
 * `N passed, N failed`. `--long` runs the long fuzz and kill runs instead; test/kit/share.ts can make them shorter.
 */
import { check } from '#build/check.ts'
import { say } from '#build/say.ts'
import { script } from '#build/script.ts'
import { runTests, type Tally } from '#build/vitest.ts'

async function all(): Promise<readonly Tally[]> {
  const checked = await check()
  return [checked, await runTests('real parts', 'build/vitest.app.config.ts')]
}

await script(import.meta.url, async () => {
  const long = process.argv.includes('--long')
  if (long) say('The long run takes about half an hour.')
  const tallies = long ? [await runTests('long run', 'build/vitest.long.config.ts')] : await all()
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
  return failed === 0 ? 0 : 1
})
