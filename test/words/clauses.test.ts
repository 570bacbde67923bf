import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorsOf } from '#shared/words/authors.ts'
import { refusedCharacters, withoutRefused } from '#shared/words/characters.ts'
import { deltaOf, projectDelta, readLevel } from '#shared/words/clauses.ts'
import { eventDelta } from '#shared/words/event-delta.ts'
import { numberDoubles, rawId } from '#shared/words/ids.ts'
import { bodyOf, encodeRoom, newRoomDoc } from '#shared/words/room.ts'
import { sha256Bytes, sha256Hex } from '#shared/words/sha256.ts'
import { isFootnote, isHardBreak, isMarker, type DeltaOp, type InsertOp } from '#shared/words/shape.ts'
import { isSafeLink } from '#shared/words/whitelist.ts'
import { randomFrom, type Random } from '#test/kit/random.ts'

describe('clauses of a flat text', () => {
  it('[W2.a] number the copies of an id in the order of the text', () => {
    expect(numberDoubles(['a', 'b', 'a', null, 'a~7', 'b'])).toEqual(['a', 'b', 'a~2', null, 'a~3', 'b~2'])
    expect(['a~2', 'a', 'a~b'].map(rawId)).toEqual(['a', 'a', 'a~b'])
  })

  it('[W1.d] read any delta, whatever is in it', () => {
    expect(projectDelta([])).toEqual([])
    expect(projectDelta([{ insert: { clause: 7 } }, { insert: { clause: 'a', v: 2 } }])).toEqual([
      {
        id: 'first',
        kind: 'text',
        level: 0,
        suppressed: false,
        runs: [{ insert: { clause: 7 } }, { insert: { clause: 'a', v: 2 } }],
      },
    ])
    expect([0, 3, 4, -1, 1.5, '2', null].map(readLevel)).toEqual([0, 3, 3, 0, 0, 0, 0])
  })

  it('tell markers, breaks and references from what is unknown', () => {
    expect([{ clause: 'a' }, { clause: 'a', b: 1 }, null, 'a', ['clause']].map(isMarker)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect([{ br: true }, { br: false }].map(isHardBreak)).toEqual([true, false])
    expect([{ footnote: 'f' }, { footnote: 1 }].map(isFootnote)).toEqual([true, false])
  })

  it('[W3.c] report what an event changed, without writing: the old content with it is the new (400 edits, seed 3)', () => {
    const random = randomFrom(3)
    const room = newRoomDoc(1)
    let content: Letter[] = []
    bodyOf(room).observe((event) => {
      content = applied(content, eventDelta(event))
      expect(content).toEqual(lettersOf(deltaOf(bodyOf(room))))
    })
    const writers = [newRoomDoc(3), newRoomDoc(4)]
    for (let i = 0; i < 400; i++) {
      const writer = random.pick(writers)
      edit(bodyOf(writer), random, `c${String(i)}`)
      for (const from of random.chance(0.3) ? writers : []) {
        for (const to of [...writers, room]) Y.applyUpdate(to, encodeRoom(from, Y.encodeStateVector(to)))
      }
    }
    for (const from of writers) Y.applyUpdate(room, encodeRoom(from))
    expect(content.length).toBeGreaterThan(100)
    expect(Y.decodeStateVector(Y.encodeStateVector(room)).has(1)).toBe(false)
  })

  it('[W11.a] say which client wrote which stretch', () => {
    const [a, b] = [newRoomDoc(1), newRoomDoc(2)]
    bodyOf(a).insert(0, 'uno tres')
    Y.applyUpdate(b, encodeRoom(a))
    bodyOf(b).insert(4, 'dos ')
    bodyOf(b).delete(0, 1)
    expect(authorsOf(bodyOf(b))).toEqual([
      { from: 0, to: 3, client: 1 },
      { from: 3, to: 7, client: 2 },
      { from: 7, to: 11, client: 1 },
    ])
  })

  it('lose refused characters and nothing else', () => {
    expect(withoutRefused('a\u200Bb\u{100000}c\u202E')).toEqual({
      text: 'abc',
      refused: ['U+200B', 'U+100000', 'U+202E'],
    })
    expect(refusedCharacters('\u{1F30E} Nº «ñ»\u00A0')).toEqual([])
  })

  it('[W7.c] link only to https and mailto', () => {
    const links = [
      'https://oim.int',
      'mailto:st@csm.org',
      'HTTPS://OIM.INT',
      'http://x',
      'javascript:alert(1)',
      ' https://x',
      'https:x',
      7,
    ]
    expect(links.map(isSafeLink)).toEqual([true, true, true, false, false, false, false, false])
  })

  it('hash with SHA-256', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex('ñ')).toBe(sha256Bytes(new Uint8Array([0xc3, 0xb1])))
  })
})

type Letter = readonly [insert: unknown, attributes: Readonly<Record<string, unknown>>]

function edit(text: Y.Text, random: Random, id: string): void {
  const at = random.int(text.length + 1)
  const length = Math.min(random.int(6), text.length - at)
  const kind = random.int(4)
  if (kind === 0) text.insert(at, 'palabra', random.chance(0.5) ? {} : { bold: true })
  else if (kind === 1) text.insertEmbed(at, { clause: id }, { level: random.int(3) })
  else if (kind === 2) text.delete(at, length)
  else text.format(at, length, { [random.pick(['bold', 'italic'])]: random.pick([true, null]) })
}

const lettersOf = (delta: readonly InsertOp[]): Letter[] =>
  delta.flatMap(({ insert, attributes = {} }) =>
    (typeof insert === 'string' ? insert.split('') : [insert]).map((each): Letter => [each, attributes]),
  )

function applied(content: readonly Letter[], delta: readonly DeltaOp[]): Letter[] {
  const out: Letter[] = []
  let at = 0
  for (const op of delta) {
    if ('insert' in op) out.push(...lettersOf([op]))
    else if ('delete' in op) at += op.delete
    else {
      for (const [insert, attributes] of content.slice(at, at + op.retain)) {
        const all = Object.entries({ ...attributes, ...op.attributes }).filter(([, value]) => value !== null)
        out.push([insert, Object.fromEntries(all)])
      }
      at += op.retain
    }
  }
  return [...out, ...content.slice(at)]
}
