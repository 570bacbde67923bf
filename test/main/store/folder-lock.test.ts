import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { realDisk } from '#main/store/disk.ts'
import { FolderInUse, lockFolder } from '#main/store/folder-lock.ts'
import { openRecordFile } from '#main/store/record-file.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const PROGRAM = ['--import', 'tsx', 'test/main/store/profile-writer.ts']

interface Program {
  /** What it said of the profile. */
  readonly said: string
  /** Answers with what it said of what it was told to write. */
  write(): Promise<string>
  kill(signal: NodeJS.Signals): Promise<void>
}

async function start(folder: string, name: string, how = 'locked'): Promise<Program> {
  const child = spawn(process.execPath, [...PROGRAM, folder, name, how], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => {
    const next = await lines.next()
    return next.done === true ? '' : next.value
  }
  return {
    said: await line(),
    write() {
      child.stdin.write('\n')
      return line()
    },
    async kill(signal) {
      child.kill(signal)
      await gone
    },
  }
}

async function written(folder: string): Promise<{ words: string[]; damage: number }> {
  const { file, records, damage } = await openRecordFile({
    ...{ disk: realDisk, path: path.join(folder, 'words'), name: 'words' },
    masterKey: new Uint8Array(32).fill(7),
  })
  await file.close()
  return { words: records.map((record) => Buffer.from(record).toString('utf8')), damage: damage.length }
}

test('[M1.j] of two programs on one profile the second is told, and after kill -9 of the first it goes on', async () => {
  using temporary = temporaryFolder('lock')
  const folder = temporary.path
  const first = await start(folder, 'first')
  expect(first.said).toBe('open')
  expect(await first.write()).toBe('saved')
  expect((await start(folder, 'second')).said).toBe('in use')
  // having been refused took nothing from whoever has it
  expect((await start(folder, 'second')).said).toBe('in use')
  expect(await first.write()).toBe('saved')
  await first.kill('SIGKILL')

  const third = await start(folder, 'third')
  expect(third.said).toBe('open')
  expect(await third.write()).toBe('saved')
  await third.kill('SIGTERM')
  expect(await written(folder)).toEqual({ words: ['first', 'first', 'third'], damage: 0 })
})

test('two programs that do not ask lose what was said to be saved (negative control)', async () => {
  using temporary = temporaryFolder('lock')
  const folder = temporary.path
  const [first, second] = await Promise.all([
    start(folder, 'first', 'careless'),
    start(folder, 'second', 'careless'),
  ])
  for (const program of [first, second, first]) expect(await program.write()).toBe('saved')
  await first.kill('SIGKILL')
  await second.kill('SIGKILL')
  const { words, damage } = await written(folder)
  expect(words.length < 3 || damage > 0).toBe(true)
})

test('[M1.j] within one process too a second holder is refused, and the first keeps the others out', async () => {
  using temporary = temporaryFolder('lock')
  const folder = temporary.path
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  expect((await start(folder, 'other')).said).toBe('in use')
  await lock.release()
  const again = await lockFolder(folder)
  // given back once: what another holds since then stays held
  await lock.release()
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await again.release()
})

test('[M1.j] a lock torn by a power cut is made anew', async () => {
  using temporary = temporaryFolder('lock')
  const folder = temporary.path
  const lock = await lockFolder(folder)
  await lock.release()
  const place = path.join(folder, 'lock')
  const torn = readdirSync(place).filter((name) => name !== 'LOCK')
  expect(torn).toContain('CURRENT')
  for (const name of torn) writeFileSync(path.join(place, name), 'torn')
  const again = await lockFolder(folder)
  expect((await start(folder, 'other')).said).toBe('in use')
  await again.release()
})
