import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureElectron } from '#build/electron/ensure.ts'
import { accessibilityViolations, launchApp } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { writeTrialProgram } from '#test/kit/trial-program.ts'

test('[H4.a] the resolved runtime opens a sandboxed window on a scheme of its own and paints it', async () => {
  using folder = temporaryFolder()
  const program = writeTrialProgram(folder.path, '<h1>Consenso</h1>')
  const app = await launchApp({ profile: join(folder.path, 'profile'), program })
  await app.page.getByRole('heading', { name: 'Consenso' }).waitFor()
  const place = await app.page.evaluate(() => [location.href, isSecureContext, 'require' in window])
  expect(place).toEqual(['app://trial/index.html', true, false])
  const told = await app.electron.evaluate(({ app: electron }) => [
    electron.getPath('userData'),
    electron.getVersion(),
    process.versions.electron,
  ])
  const { version } = await ensureElectron()
  expect(told).toEqual([join(folder.path, 'profile'), '1.2.3', version])
  const picture = join(folder.path, 'window.png')
  await app.screenshot(picture)
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG')
  await app.close()
})

test('[H4.b] a killed program leaves its profile usable for the next start', async () => {
  using folder = temporaryFolder()
  const program = writeTrialProgram(folder.path, '<h1>Consenso</h1>')
  const profile = join(folder.path, 'profile')
  const first = await launchApp({ profile, program })
  await first.kill()
  const second = await launchApp({ profile, program })
  await second.page.getByRole('heading', { name: 'Consenso' }).waitFor()
  await second.close()
})

test('[H4.c] the accessibility check sees through the content security policy and finds a planted fault', async () => {
  using folder = temporaryFolder()
  const body = '<h1>Consenso</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
  const program = writeTrialProgram(folder.path, body)
  const app = await launchApp({ profile: join(folder.path, 'profile'), program })
  const found = await accessibilityViolations(app.page)
  expect(found.map((line) => line.split(':')[0])).toEqual(['image-alt'])
  expect(await accessibilityViolations(app.page, 'h1')).toEqual([])
  await app.close()
})
