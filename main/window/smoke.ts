/**
 * `--smoke`: for a packaged program, which no test can drive from outside. Once the window shows something it
 * prints one line of JSON and ends.
 */
import { app, type BrowserWindow } from 'electron'
import type { AppInfo } from '#shared/ipc/contract.ts'

export const smokeAsked = (argv: readonly string[]): boolean => argv.includes('--smoke')

export async function tellSmoke(window: BrowserWindow, { version, runtime }: AppInfo): Promise<void> {
  const picture = await window.webContents.capturePage()
  const { electron, supported } = runtime
  process.stdout.write(`${JSON.stringify({ smoke: !picture.isEmpty(), version, electron, supported })}\n`)
  app.exit(picture.isEmpty() ? 1 : 0)
}
