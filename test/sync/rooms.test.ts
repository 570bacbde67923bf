import { expect, it } from 'vitest'
import { parseRoom, roomName, type Room } from '#shared/sync/rooms.ts'

const rooms: [string, Room][] = [
  ['doc/d1/text/es/0', { kind: 'text', doc: 'd1', language: 'es', phase: 0 }],
  ['doc/d1/text/quy-PE/12', { kind: 'text', doc: 'd1', language: 'quy-PE', phase: 12 }],
  ['doc/d1/of/PE/primera', { kind: 'workshop', doc: 'd1', country: 'PE', draft: 'primera' }],
  ['doc/d1/screen/current', { kind: 'screen', doc: 'd1', draft: 'current' }],
  ['doc/d1/huddle/op3', { kind: 'huddle', doc: 'd1', huddle: 'op3' }],
]
it.each(rooms)('the name %s is read as it is written', (name, room) => {
  expect(roomName(room)).toBe(name)
  expect(parseRoom(name)).toEqual(room)
})

it.each([
  ...['', 'acts', 'doc/d1', 'doc/d1/text/es', 'doc/d1/text/es/01', 'doc/d1/text/es/-1', 'doc/d1/text/es/0/x'],
  ...['doc/D1/text/es/0', 'doc/d1/of/XX/a', 'doc/d1/of/PE/../b', 'doc/d1/screen/a!b', 'other/d1/screen/a'],
])('"%s" is no room', (name) => {
  expect(parseRoom(name)).toBeNull()
})
