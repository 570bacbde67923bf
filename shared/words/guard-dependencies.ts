import * as Y from 'yjs'
import type { RoomKnowledge } from './room-clock.ts'

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

/**
 * Whether anything would stay pending: each origin must be in the room or come earlier. Runs
 * through the sections the way Yjs integrates them; a self reference or a cycle never gets ready.
 */
export function hasUnmetDependency(structs: Structs, room: RoomKnowledge): boolean {
  const sections = new Map<number, Structs>()
  for (const struct of structs) {
    const section = sections.get(struct.id.client)
    if (section === undefined) sections.set(struct.id.client, [struct])
    else section.push(struct)
  }
  const done = new Map<number, number>()
  const ready = (id: Y.ID | null): boolean =>
    id === null || id.clock < (done.get(id.client) ?? room.clock(id.client))
  const queues = [...sections].map(([client, section]) => ({ client, section, next: 0 }))
  let left = structs.length
  for (let moved = true; moved && left > 0;) {
    moved = false
    for (const queue of queues) {
      for (let s = queue.section[queue.next]; s !== undefined; s = queue.section[queue.next]) {
        if (!(s instanceof Y.Item) || !ready(s.origin) || !ready(s.rightOrigin)) break
        done.set(queue.client, s.id.clock + s.length)
        queue.next++
        left--
        moved = true
      }
    }
  }
  return left > 0
}
