import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readClauses } from '#shared/words/clauses.ts'
import { plainText } from '#shared/domain/wording.ts'
import { bodyOf } from '#shared/words/room.ts'
import { RoomReplica } from '#main/replica/room-replica.ts'
import { realDisk } from '#main/store/disk.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

/** Numbers that were said to be saved before the program was killed. */
async function writeUntilKilled(folder: string, start: number, after: number): Promise<number[]> {
  const args = ['--import', 'tsx', 'test/main/room-writer.ts', folder, String(start)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    said += chunk
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  return said.split('\n').slice(0, -1).map(Number)
}

test('[M7.e] a device killed again and again while writing keeps every word that was said to be saved', async () => {
  using temporary = temporaryFolder('room-kill')
  const saved: number[] = []
  for (const after of [3, 30, 55, 90]) {
    const start = saved.length === 0 ? 0 : Math.max(...saved) + 1
    const more = await writeUntilKilled(temporary.path, start, after)
    expect(more.length).toBeGreaterThanOrEqual(after)
    saved.push(...more)
  }
  const room = await RoomReplica.open(
    realDisk,
    path.join(temporary.path, 'room'),
    'room',
    'doc/d/text/es/0',
    new Uint8Array(32).fill(7),
  )
  const words = readClauses(bodyOf(room.doc)).map(plainText).join('').trim().split(' ').map(Number)
  expect(saved.filter((n) => !words.includes(n))).toEqual([])
  expect(words).toEqual([...words].sort((a, b) => a - b))
  // The relay has none of it yet, and the device knows.
  expect(room.unsent()).toBeGreaterThanOrEqual(saved.length)
  await room.close()
})
