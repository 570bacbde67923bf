/** What is told once and then goes away: the outcome of an intent, a failure. */
import type { Notice } from '#renderer/ui/Notices.tsx'
import { createStore, type Readable } from './store.ts'

export interface NoticeBoard extends Readable<readonly Notice[]> {
  tell(tone: Notice['tone'], words: string): void
  close(id: number): void
}

/** Long enough to read two lines; a problem stays until it is closed. */
const DONE_MS = 7_000

export function createNoticeBoard(after: (ms: number, what: () => void) => void): NoticeBoard {
  const list = createStore<readonly Notice[]>([])
  let last = 0
  const close = (id: number) => {
    list.update((all) => all.filter((notice) => notice.id !== id))
  }
  return {
    get: list.get,
    subscribe: list.subscribe,
    tell(tone, words) {
      const id = ++last
      // three at most: whoever is told everything at once is told nothing
      list.update((all) => [...all.filter((notice) => notice.words !== words).slice(-2), { id, tone, words }])
      if (tone === 'done') {
        after(DONE_MS, () => {
          close(id)
        })
      }
    },
    close,
  }
}
