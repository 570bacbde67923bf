import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { realDisk, type Disk } from '#main/store/disk.ts'
import { openRecordFile, type OpenedFile } from '#main/store/record-file.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const masterKey = new Uint8Array(32).fill(7)
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const record = (words: string): Uint8Array => Buffer.from(words, 'utf8')

const open = (folder: string, disk: Disk = realDisk, name = 'acts'): Promise<OpenedFile> =>
  openRecordFile({ disk, path: path.join(folder, name), name, masterKey })

async function written(folder: string, words: readonly string[]): Promise<void> {
  const { file } = await open(folder)
  for (const word of words) expect(await file.append(record(word))).toBe(true)
  await file.close()
}

/** Starts of the frames in a file of this layout. */
function frames(content: Buffer): number[] {
  const starts: number[] = []
  for (let at = 20; at < content.length; at += 4 + content.readUInt32LE(at)) starts.push(at)
  return starts
}

test('[M1.a] what was appended is there after the file is opened again', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno', 'dos', 'tres'])
  const { records, damage } = await open(folder)
  expect(records.map(text)).toEqual(['uno', 'dos', 'tres'])
  expect(damage).toEqual([])
  expect(readFileSync(path.join(folder, 'acts')).includes('uno')).toBe(false)
})

test('[M1.b] a flipped bit anywhere in a record is noticed, the file kept aside and the others read', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno', 'dos', 'tres'])
  const file = path.join(folder, 'acts')
  const content = readFileSync(file)
  const [, second = 0] = frames(content)
  content[second + 6] = (content[second + 6] ?? 0) ^ 1
  writeFileSync(file, content)
  const { records, damage } = await open(folder)
  expect(records.map(text)).toEqual(['uno', 'tres'])
  expect(damage.map(({ kind }) => kind)).toEqual(['damaged'])
  expect(readFileSync(path.join(folder, 'acts.damaged-1')).equals(content)).toBe(true)
  expect((await open(folder)).damage).toEqual([])
})

test('[M1.b] every single flipped bit is noticed', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno', 'dos'])
  const content = readFileSync(path.join(folder, 'acts'))
  const head = readFileSync(path.join(folder, 'acts.head'))
  for (let bit = 0; bit < content.length * 8; bit += 7) {
    const trial = path.join(folder, `t${String(bit)}`)
    const changed = Buffer.from(content)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    await realDisk.makeFolder(trial)
    writeFileSync(path.join(trial, 'acts'), changed)
    writeFileSync(path.join(trial, 'acts.head'), head)
    const { damage } = await open(trial)
    expect(damage.length, `bit ${String(bit)}`).toBe(1)
    expect(readFileSync(path.join(trial, 'acts.damaged-1')).equals(changed)).toBe(true)
  }
})

test('[M1.c] two exchanged records are noticed', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno', 'dos'])
  const file = path.join(folder, 'acts')
  const content = readFileSync(file)
  const [first = 0, second = 0] = frames(content)
  writeFileSync(
    file,
    Buffer.concat([content.subarray(0, first), content.subarray(second), content.subarray(first, second)]),
  )
  const { records, damage } = await open(folder)
  expect(records).toEqual([])
  expect(damage).toMatchObject([{ kind: 'damaged', lost: 2 }])
})

test('[M1.c] a file put in the place of another does not open', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno'])
  writeFileSync(path.join(folder, 'room'), readFileSync(path.join(folder, 'acts')))
  const { records, damage } = await open(folder, realDisk, 'room')
  expect(records).toEqual([])
  expect(damage).toHaveLength(1)
})

test('[M1.d] a file cut at the end of a record is noticed', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno', 'dos', 'tres'])
  const file = path.join(folder, 'acts')
  const [, , third = 0] = frames(readFileSync(file))
  truncateSync(file, third)
  const { records, damage } = await open(folder)
  expect(records.map(text)).toEqual(['uno', 'dos'])
  expect(damage).toMatchObject([{ kind: 'truncated', lost: 1 }])
})

test('[M1.e] a tail torn by a crash is cut, kept aside, and writing goes on', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno'])
  const file = path.join(folder, 'acts')
  const before = readFileSync(file)
  writeFileSync(file, Buffer.concat([before, Buffer.from([60, 0, 0, 0, 1, 2, 3])]))
  const first = await open(folder)
  expect(first.records.map(text)).toEqual(['uno'])
  expect(first.damage).toMatchObject([{ kind: 'tornTail', bytes: 7 }])
  expect(await first.file.append(record('dos'))).toBe(true)
  await first.file.close()
  expect((await open(folder)).records.map(text)).toEqual(['uno', 'dos'])
  expect(readdirSync(folder)).toContain('acts.torn-1')
})

test('[M1.f] on a full disk nothing is said to be saved and nothing before it is lost', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  let full = false
  const disk: Disk = {
    ...realDisk,
    async open(file) {
      const handle = await realDisk.open(file)
      return {
        ...handle,
        async write(bytes, position) {
          if (!full) return handle.write(bytes, position)
          // Half of it still fits, as on a real disk.
          await handle.write(bytes.subarray(0, bytes.length >> 1), position)
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        },
      }
    },
  }
  const { file } = await open(folder, disk)
  expect(await file.append(record('uno'))).toBe(true)
  full = true
  expect(await file.append(record('dos'))).toBe(false)
  expect(await file.replace([record('nada')])).toBe(false)
  full = false
  expect(await file.append(record('tres'))).toBe(true)
  await file.close()
  const again = await open(folder)
  expect(again.records.map(text)).toEqual(['uno', 'tres'])
  expect(again.damage).toEqual([])
})

test('[M1.g] a file written anew holds the new records and takes more', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  const { file } = await open(folder)
  await file.append(record('uno'))
  expect(await file.replace([record('todo')])).toBe(true)
  expect(await file.append(record('más'))).toBe(true)
  await file.close()
  await file.close()
  expect((await open(folder)).records.map(text)).toEqual(['todo', 'más'])
  expect(await file.append(record('tarde'))).toBe(false)
})

test('[M1.g] a record of the file before does not open in the one that replaced it', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  await written(folder, ['uno'])
  const file = path.join(folder, 'acts')
  const old = readFileSync(file)
  const opened = await open(folder)
  await opened.file.replace([record('dos')])
  await opened.file.close()
  const now = readFileSync(file)
  writeFileSync(file, Buffer.concat([now.subarray(0, 20), old.subarray(20)]))
  expect((await open(folder)).damage).toHaveLength(1)
})
