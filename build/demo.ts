/**
 * `npm run demo`: plays a whole negotiation in real windows (test/app/journey.ts) and leaves its final PDF,
 * pictures and summary in out/demo. The exit code is 0 only if every step held.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleIfStale } from '#build/bundle.ts'
import { hasDisplay, openVirtualDisplay } from '#build/electron/display.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { ensurePdfReaders } from '#build/electron/system-libraries.ts'
import { out, root } from '#build/paths.ts'
import { say } from '#build/say.ts'
import { script } from '#build/script.ts'

interface Journey {
  readonly playJourney: (options: { readonly out: string }) => Promise<unknown>
}

export async function playDemo(): Promise<number> {
  const runtime = await ensureElectron()
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  await ensurePdfReaders()
  await bundleIfStale()
  const display = hasDisplay() ? null : await openVirtualDisplay()
  if (display) Object.assign(process.env, display.env)
  const folder = join(out, 'demo')
  await rm(folder, { recursive: true, force: true })
  try {
    // Tests stand above the build in the order of projects, so the journey is loaded by name.
    const file = pathToFileURL(join(root, 'test/app/journey.ts')).href
    const { playJourney } = (await import(file)) as Journey // as: checked by the journey's own test
    await playJourney({ out: folder })
    say(`Every step held. See ${folder}`)
    return 0
  } catch (error) {
    say(
      `The demonstration stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return 1
  } finally {
    display?.close()
  }
}

await script(import.meta.url, playDemo)
