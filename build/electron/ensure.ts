/** The runtime with everything it needs of the system; `tsx build/electron/ensure.ts` prints its folder. */
import { script } from '#build/script.ts'
import { ensureRuntime, type Runtime } from './runtime.ts'
import { ensureSystemLibraries } from './system-libraries.ts'

export async function ensureElectron(): Promise<Runtime> {
  const runtime = await ensureRuntime()
  await ensureSystemLibraries(runtime.program)
  return runtime
}

await script(import.meta.url, async () => {
  const runtime = await ensureElectron()
  process.stdout.write(`${runtime.folder}\n`)
  return 0
})
