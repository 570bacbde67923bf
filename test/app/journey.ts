/**
 * A negotiation from end to end in real windows: the demonstration that `npm run demo` plays, and a test.
 * Seven programs with a profile each and one relay, which the Presidency's window hosts. Every claim in
 * the summary was seen on a screen, or read by another program from the final PDF.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCast, type Cast } from './journey/cast.ts'
import { page } from './journey/desk.ts'
import { playDrafting } from './journey/drafting.ts'
import { playFinal } from './journey/final.ts'
import { playNegotiation } from './journey/negotiation.ts'
import { Logbook, type Summary } from './journey/logbook.ts'

export interface JourneyOptions {
  /** Where pictures, summary and final PDF go. */
  readonly out: string
  readonly tell?: (line: string) => void
}

export async function playJourney({ out, tell = print }: JourneyOptions): Promise<Summary> {
  await mkdir(out, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'consenso-journey-'))
  const cast = createCast(folder)
  const record = new Logbook(out, tell)
  let final: Summary['final'] = null
  let versions: Summary['versions'] = { node: process.versions.node }
  try {
    await playDrafting(cast, record, folder)
    versions = { ...versions, ...(await runtimeOf(cast)) }
    await playNegotiation(cast, record)
    final = await playFinal(cast, record, out)
  } finally {
    await record.write({ versions, final })
    await cast.close()
    await rm(folder, { recursive: true, force: true })
  }
  return record.write({ versions, final })
}

async function runtimeOf(cast: Cast): Promise<Summary['versions']> {
  const [desk] = cast.all()
  if (desk === undefined) return {}
  const { electron, chrome } = await desk.app.electron.evaluate(() => process.versions)
  return { electron, chrome, window: await page(desk).evaluate(() => navigator.userAgent) }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
