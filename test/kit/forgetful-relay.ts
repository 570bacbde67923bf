/** A relay with the fault that the kill test must find: it answers before it has written. */
import { parseArgs } from 'node:util'
import { startRelay } from '#server/embed.ts'
import { openLevelStorage } from '#server/level-storage.ts'
import type { Storage } from '#server/storage.ts'

const LATE_MS = 150

async function openForgetful(folder: string): Promise<Storage> {
  const storage = await openLevelStorage(folder)
  return {
    ...storage,
    commit: (changes) => {
      setTimeout(() => void storage.commit(changes), LATE_MS)
      return Promise.resolve()
    },
  }
}

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const relay = await startRelay({ data: values.data ?? '', openStorage: openForgetful })
process.stdout.write(`${JSON.stringify({ address: relay.address })}\n`)
process.once('SIGTERM', () => {
  // what is written late is written before the store is closed
  setTimeout(() => void relay.close().then(() => process.exit(0)), LATE_MS * 2)
})
