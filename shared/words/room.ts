/**
 * The Yjs document of a room. Made here only, because two switches must be right in every process:
 * no garbage collection (undo, authorship and the guard need deleted items), and no clean-up of
 * formatting after remote changes, with which Yjs would make every reader write.
 */
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { clausesToDelta } from './clauses.ts'
import { SEED } from './origin.ts'
import { BODY, type DeltaOp } from './shape.ts'

/** `clientId`: up to 48 random bits, new per launch; without it Yjs draws 32 of its own. */
export function newRoomDoc(clientId?: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  if (clientId !== undefined) doc.clientID = clientId
  bodyOf(doc)
  return doc
}

/** The room's text, quiet: reading it or receiving updates never writes. */
export function bodyOf(doc: Y.Doc): Y.Text {
  const text = doc.getText(BODY)
  if (!Object.hasOwn(text, QUIET)) {
    // Yjs looks at `_hasFormatting` after each remote transaction and, if it is set, deletes redundant format
    // items: a write by whoever merely received. Peers converge without it; the fuzz of the binding proves it.
    Object.defineProperty(text, '_hasFormatting', { get: () => false, set: () => undefined })
    Object.defineProperty(text, QUIET, { value: true })
  }
  return text
}
const QUIET = Symbol('quiet')

/** Fills an empty room, once, by whoever opens it: never on every peer. */
export function seedRoom(doc: Y.Doc, clauses: readonly Clause[]): void {
  seedDelta(doc, clausesToDelta(clauses))
}

export function seedDelta(doc: Y.Doc, delta: readonly DeltaOp[]): void {
  const text = bodyOf(doc)
  if (text.length > 0) throw new Error('a room is seeded once')
  doc.transact(() => {
    text.applyDelta(
      delta.map((op) => ('attributes' in op ? { ...op, attributes: { ...op.attributes } } : op)),
    )
  }, SEED)
}

export const encodeRoom = (doc: Y.Doc, knownTo?: Uint8Array): Uint8Array =>
  Y.encodeStateAsUpdate(doc, knownTo)

/** Reads stored updates into a document of their own, for exporters and tools. */
export function roomFromUpdates(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = newRoomDoc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  }, SEED)
  return doc
}
