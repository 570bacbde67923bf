import { afterAll, expect, it } from 'vitest'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { killRun } from '#test/kit/kill-run.ts'
import { temporaryData } from '#test/kit/relay.ts'

const KILLS = 20
const KILLS_OF_A_FORGETFUL_RELAY = 3
const LONG_MS = 240_000

const data: string[] = []
const folder = async (): Promise<string> => {
  const path = await temporaryData()
  data.push(path)
  return path
}
afterAll(() => Promise.all(data.map((path) => rm(path, { recursive: true, force: true }))))

it(
  `[S2.a] ${String(KILLS)} kills under load lose nothing that anybody had seen or had been acknowledged (seed 1)`,
  async () => {
    const report = await killRun({ data: await folder(), kills: KILLS, seed: 1 })
    expect(report.missing).toEqual([])
    expect(report.promised).toBeGreaterThan(KILLS * 10)
  },
  LONG_MS,
)

it(
  'the same test finds the losses of a relay that answers before it has written (seed 2)',
  async () => {
    const report = await killRun({
      ...{ data: await folder(), kills: KILLS_OF_A_FORGETFUL_RELAY, seed: 2 },
      entry: fileURLToPath(import.meta.resolve('#test/kit/forgetful-relay.ts')),
    })
    expect(report.missing.length).toBeGreaterThan(0)
  },
  LONG_MS,
)
