/** The program that room-kill.test.ts kills: a device's room, written letter by letter; says each once it is saved. */
import { writeSync } from 'node:fs'
import path from 'node:path'
import * as Y from 'yjs'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { RoomReplica } from '#main/replica/room-replica.ts'
import { realDisk } from '#main/store/disk.ts'

const [folder = '', start = '0'] = process.argv.slice(2)
const room = await RoomReplica.open(
  realDisk,
  path.join(folder, 'room'),
  'room',
  'doc/d/text/es/0',
  new Uint8Array(32).fill(7),
)
const page = newRoomDoc()
Y.applyUpdate(page, room.state(), 'main')
page.clientID = room.takeClient().client

for (let n = Number(start); ; n += 1) {
  const before = Y.encodeStateVector(page)
  bodyOf(page).insert(bodyOf(page).length, `${String(n)} `)
  const written = await room.write(Y.encodeStateAsUpdate(page, before))
  if (written.ok) writeSync(1, `${String(n)}\n`)
  if (n % 40 === 39) await room.compact()
}
