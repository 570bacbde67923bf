/**
 * `npm run bench [NAME…]`: measures what test/bench/*.bench.ts describe and prints one table. Figures are ratios
 * to a reference measured in the same run, because the time itself depends on the machine.
 */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { root } from '#build/paths.ts'
import { say, seconds, withProgress } from '#build/say.ts'
import { script } from '#build/script.ts'
import { filesIn } from '#build/sources.ts'
import { table } from '#build/bench/table.ts'
import type { Bench } from '#build/bench/bench.ts'

const ENDING = '.bench.ts'

await script(import.meta.url, async () => {
  const asked = process.argv.slice(2)
  const files = filesIn('test/bench', /\.bench\.ts$/).filter(
    (path) => asked.length === 0 || asked.some((name) => path.endsWith(`/${name}${ENDING}`)),
  )
  if (files.length === 0) throw new Error(`No bench is called ${asked.join(', ')}`)
  const start = performance.now()
  for (const path of files) {
    // as: what the files of that folder export, by agreement
    const { bench } = (await import(pathToFileURL(join(root, path)).href)) as { readonly bench: Bench }
    const figures = await withProgress(bench.title, () => bench.measure())
    process.stdout.write(`\n${bench.title}\n${bench.note}\n\n${table(figures)}\n`)
  }
  say(`Measured in ${seconds(performance.now() - start)}`)
  return 0
})
