import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fold } from '#server/fold.ts'
import { RoomLog } from '#server/room-log.ts'
import { decodeFrame } from '#shared/sync/wire.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { randomFrom } from '#test/kit/random.ts'
import { writtenLog } from '#test/kit/written-log.ts'

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = newRoomDoc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const contents = (frames: readonly Uint8Array[]): Uint8Array[] =>
  frames.flatMap((bytes) => {
    const frame = decodeFrame(bytes)
    return frame?.kind === 'update' || frame?.kind === 'step2' ? [frame.update] : []
  })
describe('what a room holds', () => {
  it.each([1, 2, 3])(
    '[S2.f] is the same from any point on, whatever was merged or folded meanwhile (seed %i)',
    (seed) => {
      const random = randomFrom(seed)
      const { updates, doc } = writtenLog(seed, 1_500)
      const text = JSON.stringify(bodyOf(doc).toDelta())
      const log = new RoomLog('room!', { snapshot: null, first: 0, tail: [] }, Uint8Array.of(0))
      let folding: ReturnType<RoomLog['foldJob']> | null = null
      for (const update of updates) {
        log.append(update, [...Y.parseUpdateMeta(update).to])
        if (random.chance(0.004)) folding ??= log.foldJob()
        if (folding !== null && random.chance(0.01)) {
          const replacement = folding.replace(fold(folding))
          expect(replacement).not.toBeNull()
          replacement?.apply()
          folding = null
        }
      }
      expect(log.next).toBe(updates.length)
      expect(JSON.stringify(bodyOf(docOf(contents(log.answer(Uint8Array.of(0))))).toDelta())).toBe(text)
      for (let trial = 0; trial < 12; trial++) {
        const n = random.int(updates.length + 1)
        const known = updates.slice(0, n)
        const lagging = docOf([...known, ...contents(log.since(n))])
        expect(JSON.stringify(bodyOf(lagging).toDelta()), `since ${String(n)}`).toBe(text)
        const state = Y.encodeStateVector(docOf(known))
        const returning = docOf([...known, ...contents(log.answer(state))])
        expect(JSON.stringify(bodyOf(returning).toDelta()), `from the state at ${String(n)}`).toBe(text)
      }
    },
  )
})
