import { readyForApps } from '#test/kit/app.ts'

/** Before any test in real windows: runtime and display; afterwards the display goes. */
export default async function setup(): Promise<() => void> {
  return readyForApps()
}
