import * as Y from 'yjs'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { randomFrom } from './random.ts'

/** A log as members write it: words, deletions and formatting by three of them. */
export function writtenLog(seed: number, edits: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const random = randomFrom(seed)
  const docs = [1, 2, 3].map((id) => newRoomDoc(id))
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'far') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'far')
    })
  }
  for (let i = 0; i < edits; i++) {
    const text = bodyOf(random.pick(docs))
    const at = random.int(text.length + 1)
    const left = text.length - at
    if (random.chance(0.2) && left > 2) text.delete(at, Math.min(left, 1 + random.int(4)))
    else if (random.chance(0.1) && left > 2) text.format(at, 2, { bold: random.chance(0.5) || null })
    else text.insert(at, String.fromCharCode(97 + random.int(26)))
  }
  const [doc] = docs
  if (doc === undefined) throw new Error('no document')
  return { updates, doc }
}
