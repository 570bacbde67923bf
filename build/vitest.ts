/** Runs one of the test configurations and counts what passed; what failed is shown in full. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { runNode } from '#build/run.ts'
import { say, seconds } from '#build/say.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

export async function runTests(name: string, config: string): Promise<Tally> {
  const start = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'consenso-report-'))
  const report = join(folder, 'report.json')
  try {
    const ran = await runNode(
      [
        'node_modules/vitest/vitest.mjs',
        ...['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { env: { NO_COLOR: '1' } },
    )
    // as: vitest's own report, written just now
    const told = JSON.parse(await readFile(report, 'utf8').catch(() => '{}')) as Partial<Report>
    const passed = told.numPassedTests ?? 0
    // A file that does not load holds no test, and still something failed.
    const failed = Math.max(told.numFailedTests ?? 0, ran.code === 0 ? 0 : 1)
    const outcome = failed === 0 ? 'ok' : 'FAILED'
    say(`${name.padEnd(12)} ${outcome}  ${seconds(performance.now() - start)}  ${String(passed)} passed`)
    if (failed > 0) say(ran.all)
    return { passed, failed }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
