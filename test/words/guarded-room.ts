/** A room with words of two writers, as the relay knows it, and a look at what may be wrong with a document. */
import * as Y from 'yjs'
import { RoomClock } from '#shared/words/room-clock.ts'
import { bodyOf, encodeRoom, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { BODY } from '#shared/words/shape.ts'
import { refusedContent } from '#shared/words/whitelist.ts'
import { ANA, BETO } from './attacks.ts'

export interface GuardedRoom {
  readonly doc: Y.Doc
  readonly room: RoomClock
  readonly ana: number
  readonly beto: number
}

export function guardedRoom(): GuardedRoom {
  const ana = newRoomDoc(ANA)
  seedRoom(ana, [
    {
      id: 'p1',
      kind: 'operative',
      level: 0,
      suppressed: false,
      runs: [{ insert: 'Acuerdan fortalecer la cooperación' }],
    },
  ])
  const doc = newRoomDoc(BETO)
  const fromAna = encodeRoom(ana)
  Y.applyUpdate(doc, fromAna)
  bodyOf(doc).insert(bodyOf(doc).length, ' regional y el diálogo', { italic: true })
  bodyOf(doc).delete(3, 4)
  const room = RoomClock.rebuild([
    { update: fromAna, writer: 'ana' },
    { update: encodeRoom(doc, Y.encodeStateVector(ana)), writer: 'beto' },
  ])
  return { doc, room, ana: room.clock(ANA), beto: room.clock(BETO) }
}

export const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = newRoomDoc(77)
  Y.applyUpdate(copy, encodeRoom(doc))
  return copy
}

/** Everything that would make a document more than one flat text of known content with nothing pending. */
export function faultsOf(doc: Y.Doc): string[] {
  const faults: string[] = []
  if (doc.store.pendingStructs !== null) faults.push('structs are pending')
  if (doc.store.pendingDs !== null) faults.push('deletions are pending')
  if ([...doc.share.keys()].some((root) => root !== BODY)) faults.push('a foreign root')
  if (bodyOf(doc)._map.size > 0) faults.push('the text has keys')
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) faults.push('clocks are burnt')
      else if (struct.parent !== bodyOf(doc)) faults.push('words outside the text')
      else if (refusedContent(struct.content, 1 << 20) !== null) faults.push('unknown content')
    }
  }
  return [...new Set(faults)]
}
