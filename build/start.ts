/**
 * `npm start [-- --as PE]`: makes the runtime ready, builds when a source has changed, and opens the program;
 * arguments go through to it. Without a display on Linux the demonstration is played instead.
 */
import { spawn } from 'node:child_process'
import { bundleIfStale } from '#build/bundle.ts'
import { playDemo } from '#build/demo.ts'
import { hasDisplay } from '#build/electron/display.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { isRoot } from '#build/electron/system-libraries.ts'
import { root } from '#build/paths.ts'
import { say } from '#build/say.ts'
import { script } from '#build/script.ts'

async function open(args: readonly string[]): Promise<number> {
  const runtime = await ensureElectron()
  await bundleIfStale()
  if (isRoot()) say('Started as root: Chromium’s sandbox is off. Use an ordinary account for real work.')
  const program = spawn(runtime.program, [...(isRoot() ? ['--no-sandbox'] : []), root, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder },
  })
  const forward = (signal: NodeJS.Signals) => program.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const code = await new Promise<number | null>((resolve) => program.once('exit', resolve))
  return code ?? 1
}

await script(import.meta.url, async () => {
  if (hasDisplay()) return open(process.argv.slice(2))
  say('There is no display here (DISPLAY is not set): playing the demonstration on a virtual one instead.')
  return playDemo()
})
