import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holding } from '#build/lock.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

test('[H4.f] two that want to build take turns', async () => {
  using folder = temporaryFolder('lock')
  const file = join(folder.path, 'build.lock')
  const told: string[] = []
  let finish: () => void = () => undefined
  const first = holding(file, async () => {
    told.push('first begins')
    await new Promise<void>((resolve) => (finish = resolve))
    told.push('first ends')
  })
  const second = holding(file, () => Promise.resolve(told.push('second')))
  finish()
  await Promise.all([first, second])
  expect(told).toEqual(['first begins', 'first ends', 'second'])
  expect(existsSync(file)).toBe(false)
})

test('[H4.f] a lock whose holder is gone, or whose work failed, holds nobody up', async () => {
  using folder = temporaryFolder('lock')
  const file = join(folder.path, 'build.lock')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, String(pid))
  expect(await holding(file, () => Promise.resolve(readFileSync(file, 'utf8')))).toBe(String(process.pid))
  await expect(holding(file, () => Promise.reject(new Error('planted')))).rejects.toThrow('planted')
  expect(existsSync(file)).toBe(false)
})
