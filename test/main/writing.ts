/** A window's side of a room: a document of its own that writes with the clientID main gave it. */
import * as Y from 'yjs'
import { plainText } from '#shared/domain/wording.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import type { Device } from './device.ts'

export interface Page {
  readonly doc: Y.Doc
  /** Types at the end of the text, and answers once main has said that it is saved. */
  type(words: string): Promise<boolean>
  text(): string
}

export async function openPage(device: Device, room: string): Promise<Page> {
  const { conf } = device.conference
  const doc = newRoomDoc()
  const opened = await device.call('room.open', { conf, room })
  Y.applyUpdate(doc, opened.state, 'main')
  doc.clientID = opened.client
  const take = (): void => {
    for (const { name, data } of device.heard.all) {
      if (name !== 'room.update') continue
      const told = data as { conf: string; room: string; update: Uint8Array } // emitted under this name
      if (told.conf === conf && told.room === room) Y.applyUpdate(doc, told.update, 'main')
    }
  }
  return {
    doc,
    async type(words) {
      take()
      const before = Y.encodeStateVector(doc)
      bodyOf(doc).insert(bodyOf(doc).length, words)
      const update = Y.encodeStateAsUpdate(doc, before)
      const reply = await device.try('room.write', { conf, room, update })
      return reply.ok
    },
    text() {
      take()
      return readClauses(bodyOf(doc)).map(plainText).join('\n')
    },
  }
}

/** What the device holds of the room, on its disk. */
export function heldText(device: Device, room: string): string {
  const replica = device.conference.replica.room(room)
  return replica === undefined ? '' : readClauses(bodyOf(replica.doc)).map(plainText).join('\n')
}
