import { useSyncExternalStore } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'

/** The words of a draft, one line for each clause; the same string while nobody types. */
export const useDraftWords = (room: OpenRoom | null): string =>
  useSyncExternalStore(
    (listener) => room?.onWords(listener) ?? (() => undefined),
    () => (room === null ? '' : wordingText(room.clauses())),
  )
