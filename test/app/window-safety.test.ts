import { join } from 'node:path'
import { expect, test } from 'vitest'
// Declares what the preload puts into the page.
import type {} from '#renderer/bridge/main-line.ts'
import { launchApp } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

test('[M4.i] the window shows the sample’s text and can do nothing but draw it and ask', async () => {
  using folder = temporaryFolder('window')
  const app = await launchApp({
    profile: join(folder.path, 'ppt'),
    sampleDir: join(folder.path, 'sample'),
    args: ['--as', 'PPT'],
  })
  try {
    await app.page.getByText('Recordando la Declaración de Principios Migratorios').first().waitFor()
    const powers = await app.page.evaluate(async () => {
      const blocked = async (attempt: () => unknown): Promise<boolean> => {
        try {
          await attempt()
          return false
        } catch {
          return true // refused, which is what is asked
        }
      }
      return {
        origin: location.origin,
        secure: isSecureContext,
        node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
        network: await blocked(() => fetch('https://example.org/')),
        otherScheme: await blocked(() => fetch('file:///etc/passwd')),
        outside: (await fetch('app://consenso/../main/main.js')).status,
        windows: window.open('https://example.org/') === null,
        html: await blocked(() => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x>')
        }),
        notifications: (await navigator.permissions.query({ name: 'notifications' })).state,
        location: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      }
    })
    expect(powers).toEqual({
      origin: 'app://consenso',
      secure: true,
      node: [],
      network: true,
      otherScheme: true,
      outside: 404,
      windows: true,
      html: true,
      notifications: 'denied',
      location: 'denied',
    })
    const policy = await app.page.evaluate(async () =>
      (await fetch('app://consenso/index.html')).headers.get('content-security-policy'),
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    await app.page.evaluate(() => {
      location.href = 'https://example.org/'
    })
    expect(app.page.url()).toBe('app://consenso/index.html')
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  } finally {
    await app.close()
  }
})

test('[M4.j] calls that are not in the contract do not leave the page, and main parses those that are', async () => {
  using folder = temporaryFolder('window')
  const app = await launchApp({
    profile: join(folder.path, 'pe'),
    sampleDir: join(folder.path, 'sample'),
    args: ['--as', 'PE'],
  })
  try {
    await app.page.getByText('Recordando la Declaración de Principios Migratorios').first().waitFor()
    const answers = await app.page.evaluate(async () => {
      const { consenso } = window
      if (consenso === undefined) throw new Error('the preload did not run')
      const unknown = await Promise.resolve()
        .then(() => consenso.call('shell.run' as 'app.info', null)) // as: a name that is none
        .then(
          () => 'answered',
          () => 'refused',
        )
      const malformed = await consenso.call('blob.read', { conf: '../..', hash: '' })
      const info = await consenso.call('app.info', null)
      return {
        unknown,
        malformed,
        profile: info.ok ? info.value.profile : '',
        keys: Object.keys(consenso).sort(),
      }
    })
    expect(answers).toMatchObject({
      unknown: 'refused',
      malformed: { ok: false, error: { code: 'invalidInput' } },
      profile: 'PE',
      keys: ['call', 'on'],
    })
  } finally {
    await app.close()
  }
})
