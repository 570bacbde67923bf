/**
 * Words that are typed before they have a room: a document of this window alone, begun from a wording. What
 * was typed is handed over to the room once that is open (hand-over.ts).
 */
import type * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { handOver } from './hand-over.ts'
import type { OpenRoom } from './room.ts'

export interface Copy {
  readonly text: Y.Text
  readonly base: readonly Clause[]
  clauses(): readonly Clause[]
  onWords(listener: () => void): () => void
  /** False, and nothing written, where the room has other words than those the copy began with. */
  handTo(room: OpenRoom): boolean
  close(): void
}

export function newCopy(base: readonly Clause[]): Copy {
  const doc = newRoomDoc()
  seedRoom(doc, base)
  const text = bodyOf(doc)
  return {
    text,
    base,
    clauses: () => readClauses(text),
    onWords(listener) {
      doc.on('update', listener)
      return () => {
        doc.off('update', listener)
      }
    },
    handTo: (room) => handOver(text, base, room.text),
    close() {
      doc.destroy()
    },
  }
}
