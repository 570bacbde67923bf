import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '#main/store/disk.ts'
import { openRecordFile } from '#main/store/record-file.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const masterKey = new Uint8Array(32).fill(7)

/**
 * Starts a program that appends numbers and prints each one once `append` has answered, kills it
 * without warning after `after` of them, and compares what it said with what is on the disk.
 */
async function killAfter(after: number, folder: string, honest: boolean): Promise<number[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/main/store/writer.ts', folder, String(honest)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    said += chunk
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  const lines = said.split('\n').slice(0, -1)
  const { records } = await openRecordFile({
    disk: realDisk,
    path: path.join(folder, 'acts'),
    name: 'acts',
    masterKey,
  })
  const kept = new Set(records.map((record) => Buffer.from(record).toString('utf8')))
  expect(lines.length).toBeGreaterThanOrEqual(after)
  return lines.filter((line) => !kept.has(line)).map(Number)
}

test('[M1.h] after kill -9 nothing that was said to be saved is missing', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  for (const after of [1, 7, 40, 150]) {
    expect(await killAfter(after, path.join(folder, String(after)), true)).toEqual([])
  }
})

test('a writer that answers before it has written loses records when killed (negative control)', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  expect((await killAfter(40, folder, false)).length).toBeGreaterThan(0)
})
