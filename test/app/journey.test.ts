import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { playJourney } from './journey.ts'

it('[H7.a] a negotiation runs from the zero draft to the final PDF in real windows', async () => {
  const out = await mkdtemp(join(tmpdir(), 'consenso-pictures-'))
  try {
    const summary = await playJourney({ out, tell: () => undefined })
    expect(summary.held).toBe(true)
    expect(summary.final?.pages).toBeGreaterThan(0)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})
