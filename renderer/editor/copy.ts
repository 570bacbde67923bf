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
  clauses(): readonly Clause[]
  onWords(listener: () => void): () => void
  /** False, and nothing written, where the room has other words than those the copy began with. */
  handTo(room: OpenRoom): boolean
  close(): void
}

export function newCopy(base: readonly Clause[]): Copy {
  return copyOf(base, (text, room) => handOver(text, base, room.text))
}

/** Words for a room that has just been made for them, whatever it was filled with. */
export function newCopyFor(words: readonly Clause[]): Copy {
  return copyOf(words, (text, room) => handOver(text, room.clauses(), room.text))
}

/** Makes the words of the room these, as one edit. */
export function writeOver(room: OpenRoom, words: readonly Clause[]): void {
  const copy = newCopyFor(words)
  copy.handTo(room)
  copy.close()
}

function copyOf(words: readonly Clause[], handTo: (text: Y.Text, room: OpenRoom) => boolean): Copy {
  const doc = newRoomDoc()
  seedRoom(doc, words)
  const text = bodyOf(doc)
  return {
    text,
    clauses: () => readClauses(text),
    onWords(listener) {
      doc.on('update', listener)
      return () => {
        doc.off('update', listener)
      }
    },
    handTo: (room) => handTo(text, room),
    close() {
      doc.destroy()
    },
  }
}
