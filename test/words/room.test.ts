import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { clausesToDelta, readClauses } from '#shared/words/clauses.ts'
import { bodyOf, encodeRoom, newRoomDoc, roomFromUpdates, seedRoom } from '#shared/words/room.ts'

const clauses: Clause[] = [
  { id: 't', kind: 'title', level: 0, suppressed: false, runs: [{ insert: 'Declaración de Santiago' }] },
  {
    id: 'p1',
    kind: 'preambular',
    level: 0,
    suppressed: false,
    runs: [
      { insert: 'Reafirmando', attributes: { italic: true } },
      { insert: ' la Carta' },
      { insert: { footnote: 'f1' } },
      { insert: { br: true } },
      { insert: 'OEA', attributes: { link: 'https://oas.org', bold: true } },
    ],
  },
  { id: 'f1', kind: 'footnote', level: 0, suppressed: false, runs: [{ insert: 'De 1948.' }] },
  { id: 'a', kind: 'operative', level: 2, suppressed: true, runs: [] },
]

function plainDoc(clientId?: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = clientId ?? 0
  doc.getText('body')
  return doc
}

describe('a room', () => {
  it('[W1.a] gives back the clauses it was seeded with', () => {
    const doc = newRoomDoc()
    seedRoom(doc, clauses)
    expect(readClauses(bodyOf(doc))).toEqual(clauses)
  })

  it('[W1.b] is one flat text: the delta of clauses opens each with one marker', () => {
    const doc = newRoomDoc()
    seedRoom(doc, clauses)
    expect([...doc.share.keys()]).toEqual(['body'])
    expect(
      clausesToDelta(clauses).filter((op) => 'insert' in op && typeof op.insert === 'object'),
    ).toHaveLength(6)
  })

  it('[W1.c] is seeded in one transaction, and only once', () => {
    const doc = newRoomDoc()
    let updates = 0
    doc.on('update', () => updates++)
    seedRoom(doc, clauses)
    expect(updates).toBe(1)
    expect(() => {
      seedRoom(doc, clauses)
    }).toThrow('seeded once')
  })

  it('[W2.a] shows the n-th copy of a marker as id~n and keeps the text as it is', () => {
    const doc = newRoomDoc()
    seedRoom(doc, [...clauses, ...clauses.slice(1, 2)])
    const before = encodeRoom(doc)
    expect(readClauses(bodyOf(doc)).map((clause) => clause.id)).toEqual(['t', 'p1', 'f1', 'a', 'p1~2'])
    expect(encodeRoom(doc)).toEqual(before)
  })

  it('[W1.d] carries embeds and attributes it does not know, and reads odd values of known ones as defaults', () => {
    const doc = newRoomDoc()
    const text = bodyOf(doc)
    text.applyDelta([
      { insert: 'loose' },
      { insert: { clause: 'x' }, attributes: { kind: 'tableRow', level: 9, suppressed: 'yes' } },
      { insert: 'words', attributes: { sparkle: 7, bold: 'heavy', deep: { a: 1 } } },
      { insert: { chart: [1, 2] } },
    ])
    expect(readClauses(text)).toEqual([
      { id: 'first', kind: 'text', level: 0, suppressed: false, runs: [{ insert: 'loose' }] },
      {
        id: 'x',
        kind: 'text',
        level: 3,
        suppressed: false,
        runs: [{ insert: 'words', attributes: { sparkle: 7 } }, { insert: { chart: [1, 2] } }],
      },
    ])
  })

  it.each([
    { text: 'the text of a room', make: newRoomDoc, writes: 0 },
    { text: 'a plain text of Yjs (control)', make: plainDoc, writes: 1 },
  ])('[W3.a] receives formats from others: $text writes $writes times by itself', ({ make, writes }) => {
    const [a, b] = [make(1), make(2)]
    a.getText('body').applyDelta(clausesToDelta(clauses))
    Y.applyUpdate(b, encodeRoom(a))
    // formatted here, deleted there: the format is left around nothing
    a.getText('body').format(2, 9, { bold: true })
    b.getText('body').delete(1, 12)
    let written = 0
    a.on(
      'update',
      (_update, _origin, _doc, transaction: Y.Transaction) => (written += transaction.local ? 1 : 0),
    )
    Y.applyUpdate(a, encodeRoom(b))
    expect(written).toBe(writes)
    Y.applyUpdate(b, encodeRoom(a))
    expect(a.getText('body').toDelta()).toEqual(b.getText('body').toDelta())
  })

  it('[W3.b] is rebuilt from stored updates', () => {
    const doc = newRoomDoc()
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(update))
    seedRoom(doc, clauses)
    bodyOf(doc).insert(3, 'ñ')
    expect(readClauses(bodyOf(roomFromUpdates(updates)))).toEqual(readClauses(bodyOf(doc)))
  })
})
