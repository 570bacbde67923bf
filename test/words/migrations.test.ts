import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SCHEMA as PROTOCOL_SCHEMA } from '#shared/sync/protocol.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { migrateDelta, migrateRoom, MIGRATIONS, type Migration } from '#shared/words/migrations.ts'
import { bodyOf, encodeRoom, newRoomDoc, roomFromUpdates, seedDelta } from '#shared/words/room.ts'
import { SCHEMA, versionGate } from '#shared/words/version.ts'

/** As if version 2 had renamed the mark `italic` and dropped an embed. */
const toSecond: Migration = {
  from: 1,
  apply: (delta) =>
    delta
      .filter(({ insert }) => typeof insert === 'string' || !('stamp' in insert))
      .map((op) => {
        const { italic, ...rest } = op.attributes ?? {}
        return { ...op, attributes: italic === true ? { ...rest, emphasis: true } : rest }
      }),
}

function oldRoom() {
  const doc = newRoomDoc(5)
  seedDelta(doc, [
    { insert: { clause: 'a' }, attributes: { kind: 'operative', future: 1 } },
    { insert: 'Acuerdan', attributes: { italic: true } },
    { insert: { stamp: 1 } },
    { insert: ' cooperar', attributes: { sparkle: 2 } },
    { insert: { clause: 'a' } },
    { insert: 'Copia' },
  ])
  return doc
}

describe('a version of words', () => {
  it('[W10.a] is migrated into a new room: ids and what is not known travel along, the old room stays', () => {
    const old = oldRoom()
    const before = encodeRoom(old)
    const room = newRoomDoc(6)
    expect(migrateRoom(old, 1, room, [toSecond], 2)).toMatchObject({ ok: true })
    expect(bodyOf(room).toDelta()).toEqual([
      { insert: { clause: 'a' }, attributes: { kind: 'operative', future: 1 } },
      { insert: 'Acuerdan', attributes: { emphasis: true } },
      { insert: ' cooperar', attributes: { sparkle: 2 } },
      { insert: { clause: 'a' } },
      { insert: 'Copia' },
    ])
    expect(readClauses(bodyOf(room)).map(({ id }) => id)).toEqual(['a', 'a~2'])
    expect(encodeRoom(old)).toEqual(before)
  })

  it('[W10.b] that is newer, or has no way here, is not migrated', () => {
    expect(migrateDelta([], 3, [toSecond], 2)).toEqual({ ok: false, code: 'newerVersion' })
    expect(migrateDelta([], 0, [toSecond], 2)).toEqual({ ok: false, code: 'noPath' })
    expect(migrateDelta([], SCHEMA, MIGRATIONS)).toEqual({ ok: true, delta: [] })
  })

  it('[W10.c] decides how a room is opened: an older client reads only', () => {
    expect([versionGate(1, 1), versionGate(2, 1), versionGate(1, 2)]).toEqual([
      'current',
      'readOnly',
      'migrate',
    ])
    expect(PROTOCOL_SCHEMA).toBe(SCHEMA)
  })

  it('[W10.d] 1, as it was released, still opens', () => {
    const bytes = readFileSync(new URL('./fixtures/schema-1.bin', import.meta.url))
    expect(readClauses(bodyOf(roomFromUpdates([new Uint8Array(bytes)])))).toEqual([
      {
        id: 'title',
        kind: 'title',
        level: 0,
        suppressed: false,
        runs: [{ insert: 'Declaración de Santiago' }],
      },
      {
        id: 'pp1',
        kind: 'preambular',
        level: 0,
        suppressed: false,
        runs: [
          { insert: 'Reafirmando', attributes: { italic: true } },
          { insert: ' la Carta' },
          { insert: { footnote: 'n1' } },
          { insert: ' y el diálogo' },
        ],
      },
      { id: 'n1', kind: 'footnote', level: 0, suppressed: false, runs: [{ insert: 'De 1948.' }] },
      {
        id: 'op1',
        kind: 'operative',
        level: 0,
        suppressed: false,
        runs: [
          { insert: 'Acuerdan', attributes: { bold: true } },
          { insert: { br: true } },
          { insert: 'véase la OIM', attributes: { link: 'https://www.iom.int', underline: true } },
        ],
      },
      { id: 'op1a', kind: 'operative', level: 2, suppressed: true, runs: [{ insert: 'suprimido' }] },
      { id: 'op1~2', kind: 'operative', level: 1, suppressed: false, runs: [{ insert: 'copia' }] },
    ])
  })
})
