import { ensurePdfReaders } from '#build/electron/system-libraries.ts'
import { readyForApps } from '#test/kit/app.ts'

/** Before any test in real windows: runtime, display and PDF readers; afterwards the display goes. */
export default async function setup(): Promise<() => void> {
  await ensurePdfReaders()
  return readyForApps()
}
