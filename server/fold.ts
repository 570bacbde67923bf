/**
 * Folds a room's log into one update: equal in what it says, far smaller, quick to join. Updates are
 * merged in chunks first (merging grows with the square of their number) and then integrated, so
 * that runs of keystrokes become one struct. No root type is defined here: a defined text would let
 * Yjs tidy up formatting, and the relay never writes.
 */
import * as Y from 'yjs'
import { sameState } from '#shared/sync/wire.ts'

export interface FoldJob {
  readonly snapshot: Uint8Array | null
  readonly tail: readonly Uint8Array[]
}

const CHUNK = 200

export function fold({ snapshot, tail }: FoldJob): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  if (snapshot !== null) Y.applyUpdate(doc, snapshot)
  for (let i = 0; i < tail.length; i += CHUNK) {
    Y.applyUpdate(doc, Y.mergeUpdates(tail.slice(i, i + CHUNK)))
  }
  const folded = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return folded
}

/** Whether a fold holds as much as the log it is to replace; a fold that does not is thrown away. */
export const foldsTo = (folded: Uint8Array, stateVector: Uint8Array): boolean =>
  sameState(Y.encodeStateVectorFromUpdate(folded), stateVector)
