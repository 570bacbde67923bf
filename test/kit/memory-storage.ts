/** The relay's store for tests that are about something else; held to the same contract. */
import type { Change, Storage, StoredRecord } from '#server/storage.ts'

export function memoryStorage(records = new Map<string, Uint8Array>()): Storage {
  const apply = (change: Change): void => {
    if (change.type === 'put') records.set(change.key, change.value.slice())
    else records.delete(change.key)
  }
  return {
    get: (key) => Promise.resolve(records.get(key)),
    range: (from, to) => {
      const found: StoredRecord[] = [...records]
        .filter(([key]) => key >= from && key < to)
        .map(([key, value]) => ({ key, value }))
      return Promise.resolve(found.sort((a, b) => (a.key < b.key ? -1 : 1)))
    },
    commit: (changes) => {
      changes.forEach(apply)
      return Promise.resolve()
    },
    clear: (from, to) => {
      for (const key of [...records.keys()]) if (key >= from && key < to) records.delete(key)
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  }
}
