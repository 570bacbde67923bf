import { afterAll, expect, it } from 'vitest'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openLevelStorage } from '#server/level-storage.ts'
import { StorageInUse } from '#server/storage.ts'
import { memoryStorage } from '#test/kit/memory-storage.ts'
import { temporaryData } from '#test/kit/relay.ts'
import { storageContract } from './storage-contract.ts'

const folder = await temporaryData()
let count = 0
const fresh = (): string => join(folder, String(count++))
afterAll(() => rm(folder, { recursive: true, force: true }))

storageContract('classic-level', async () => {
  const path = fresh()
  return { storage: await openLevelStorage(path), reopen: () => openLevelStorage(path) }
})

storageContract('memory', () => {
  const records = new Map<string, Uint8Array>()
  return Promise.resolve({
    storage: memoryStorage(records),
    reopen: () => Promise.resolve(memoryStorage(records)),
  })
})

it('[S2.d] a store that is open elsewhere is not opened a second time', async () => {
  const path = fresh()
  const storage = await openLevelStorage(path)
  await expect(openLevelStorage(path)).rejects.toThrow(StorageInUse)
  await storage.close()
  await (await openLevelStorage(path)).close()
})
