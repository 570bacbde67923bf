import { expect, it } from 'vitest'
import { rm } from 'node:fs/promises'
import { killRun } from '#test/kit/kill-run.ts'
import { temporaryData } from '#test/kit/relay.ts'
import { shareOf } from '#test/kit/share.ts'

const KILLS = shareOf(200)
const HOUR_MS = 3_600_000

it(
  `[S2.a] ${String(KILLS)} kills under load lose nothing that anybody had seen or had been acknowledged (seed 3)`,
  async () => {
    const data = await temporaryData()
    const report = await killRun({ data, kills: KILLS, seed: 3 })
    expect(report.missing).toEqual([])
    expect(report.promised).toBeGreaterThan(KILLS * 10)
    await rm(data, { recursive: true, force: true })
  },
  HOUR_MS,
)
