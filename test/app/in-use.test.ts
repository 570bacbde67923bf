import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleIfStale } from '#build/bundle.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { isRoot } from '#build/electron/system-libraries.ts'
import { root } from '#build/paths.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { createTranslator } from '#shared/i18n/format.ts'
import { lockFolder } from '#main/store/folder-lock.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

test('[M1.j] the program says that another one has its profile, and opens no window on it', async () => {
  using temporary = temporaryFolder('in-use')
  const profile = join(temporary.path, 'own')
  const folder = join(profile, 'consenso')
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  await bundleIfStale()
  const { program } = await ensureElectron()
  const args = [
    ...(isRoot() ? ['--no-sandbox'] : []),
    root,
    `--user-data-dir=${profile}`,
    '--empty',
    '--smoke',
  ]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'exit')
  let shown = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const told = UI_LANGUAGES.map((language) => createTranslator(language)('dialog.inUse.body', { folder }))
  for await (const chunk of child.stderr) {
    said += String(chunk)
    if (told.some((message) => said.includes(message))) break
  }
  // the message stands on the screen until somebody closes it
  child.kill('SIGKILL')
  await gone
  await lock.release()
  expect(told.filter((message) => said.includes(message))).toHaveLength(1)
  expect(shown).toBe('')
})
