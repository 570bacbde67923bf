import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import {
  decodeBlob,
  decodeFrame,
  decodePresence,
  decodeStateVector,
  encodeAwareness,
  encodeBlob,
  encodePresence,
  encodeQueryAwareness,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  EMPTY_UPDATE,
  isEmptyUpdate,
  sameState,
} from '#shared/sync/wire.ts'
import { randomFrom } from '#test/kit/random.ts'

const doc = new Y.Doc({ gc: false })
doc.getText('body').insert(0, 'Los Estados')
const update = Y.encodeStateAsUpdate(doc)
const state = Y.encodeStateVector(doc)

describe('frames of a room', () => {
  it('are the bytes that y-protocols writes', () => {
    const reference = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        write(encoder)
      })
    expect(encodeStep1(state)).toEqual(
      reference((encoder) => {
        syncProtocol.writeSyncStep1(encoder, doc)
      }),
    )
    expect(encodeStep2(update)).toEqual(
      reference((encoder) => {
        syncProtocol.writeSyncStep2(encoder, doc)
      }),
    )
    expect(encodeUpdate(update)).toEqual(
      reference((encoder) => {
        syncProtocol.writeUpdate(encoder, update)
      }),
    )
  })

  it('are read as they were written', () => {
    expect(decodeFrame(encodeStep1(state))).toEqual({ kind: 'step1', state })
    expect(decodeFrame(encodeStep2(update))).toEqual({ kind: 'step2', update })
    expect(decodeFrame(encodeUpdate(update))).toEqual({ kind: 'update', update })
    expect(decodeFrame(encodeAwareness(update))).toEqual({ kind: 'awareness', update })
    expect(decodeFrame(encodeQueryAwareness())).toEqual({ kind: 'queryAwareness' })
  })

  it('are nothing when cut short, too long or of another kind', () => {
    const frame = encodeUpdate(update)
    for (let end = 0; end < frame.length; end++) expect(decodeFrame(frame.subarray(0, end))).toBeNull()
    expect(decodeFrame(Uint8Array.of(...frame, 0))).toBeNull()
    expect(decodeFrame(Uint8Array.of(2, 0))).toBeNull()
    expect(decodeFrame(Uint8Array.of(0, 9, 0))).toBeNull()
    // a length of 2^31 bytes in a frame of seven
    expect(decodeFrame(Uint8Array.of(0, 2, 0x80, 0x80, 0x80, 0x80, 0x08))).toBeNull()
  })

  it('never read beyond their own bytes, even inside a larger buffer', () => {
    const shared = new Uint8Array(64).fill(65)
    shared.set([0, 2, 40, 1, 2, 3], 0)
    expect(decodeFrame(shared.subarray(0, 6))).toBeNull()
  })

  it('survive 20,000 random frames (seed 7)', () => {
    const random = randomFrom(7)
    const read = new Set<string>()
    for (let i = 0; i < 20_000; i++) {
      const frame = Uint8Array.from({ length: random.int(24) }, () => random.int(256))
      if (random.chance(0.7)) frame.set([random.int(4), random.int(4)].slice(0, frame.length))
      read.add(decodeFrame(frame)?.kind ?? 'nothing')
      decodePresence(frame)
      decodeStateVector(frame)
    }
    expect(read).toContain('nothing')
    expect(read.size).toBeGreaterThan(3)
  })
})

describe('state vectors', () => {
  it('are equal whatever the order of their clients', () => {
    const one = Y.encodeStateVector(
      new Map([
        [1, 2],
        [3, 4],
      ]),
    )
    const other = Y.encodeStateVector(
      new Map([
        [3, 4],
        [1, 2],
      ]),
    )
    expect(sameState(one, other)).toBe(true)
    expect(sameState(one, Y.encodeStateVector(new Map([[1, 2]])))).toBe(false)
    expect(
      sameState(
        one,
        Y.encodeStateVector(
          new Map([
            [1, 2],
            [3, 5],
          ]),
        ),
      ),
    ).toBe(false)
    expect(sameState(one, Uint8Array.of(9))).toBe(false)
  })
})

describe('presence', () => {
  it('is read and written as y-protocols does', () => {
    const awareness = new Awareness(doc)
    awareness.setLocalState({ cursor: 3 })
    const bytes = encodeAwarenessUpdate(awareness, [doc.clientID])
    const entries = decodePresence(bytes)
    expect(entries?.map(({ client, state: json }): unknown[] => [client, JSON.parse(json)])).toEqual([
      [doc.clientID, { cursor: 3 }],
    ])
    expect(encodePresence(entries ?? [])).toEqual(bytes)
    awareness.destroy()
  })

  it('is refused above the number of clients asked for', () => {
    const many = Array.from({ length: 65 }, (_, client) => ({ client, clock: 0, state: 'null' }))
    expect(decodePresence(encodePresence(many))).toBeNull()
  })
})

it('a blob frame is its hash and its content', () => {
  const hash = new Uint8Array(32).fill(9)
  const content = Uint8Array.of(1, 2, 3)
  expect(decodeBlob(encodeBlob(hash, content))).toEqual({ hash, content })
  expect(decodeBlob(new Uint8Array(31))).toBeNull()
})

it('an update without structs and deletions is empty', () => {
  expect(isEmptyUpdate(EMPTY_UPDATE)).toBe(true)
  expect(isEmptyUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true)
  expect(isEmptyUpdate(update)).toBe(false)
})
