// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { handOver } from '#renderer/editor/hand-over.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, newRoomDoc, seedRoom } from '#shared/words/room.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { clause, sitDown } from './editor.ts'

beforeAll(prepareDom)

const BASE = [
  clause('a', '', {
    kind: 'operative',
    runs: [{ insert: 'Acuerdan ' }, { insert: 'ya', attributes: { bold: true } }],
  }),
  clause('b', 'un punto 😀', { level: 1 }),
]

function room(clauses = BASE) {
  const doc = newRoomDoc(9)
  seedRoom(doc, clauses)
  return bodyOf(doc)
}

describe('words typed before their room is open', () => {
  it('[W18.a] come into the room as they stand in the copy, formatting and new clauses too', () => {
    const copy = sitDown({ clauses: BASE })
    copy.caret(0, -1)
    copy.type(' mismo')
    copy.caret(1, -1)
    copy.type('😁 nuevo')
    const words = room()
    expect(handOver(copy.text, BASE, words)).toBe(true)
    expect(readClauses(words)).toEqual(copy.clauses())
  })

  it('[W18.a] a copy that nobody changed writes nothing', () => {
    const words = room()
    let writes = 0
    words.doc?.on('update', () => writes++)
    expect(handOver(sitDown({ clauses: BASE }).text, BASE, words)).toBe(true)
    expect(writes).toBe(0)
  })

  it('[W18.b] a room with other words is left alone, and the copy keeps what was typed', () => {
    const copy = sitDown({ clauses: BASE })
    copy.caret(0, 0)
    copy.type('Hoy ')
    const other = [clause('a', 'Otra cosa')]
    const words = room(other)
    expect(handOver(copy.text, BASE, words)).toBe(false)
    expect(readClauses(words)).toEqual(other)
    expect(copy.lines()[0]).toContain('Hoy ')
  })
})
