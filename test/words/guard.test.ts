import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { guardUpdate, GUARD_LIMITS } from '#shared/words/guard.ts'
import { RoomClock } from '#shared/words/room-clock.ts'
import { bodyOf, encodeRoom, newRoomDoc } from '#shared/words/room.ts'
import { randomFrom } from '#test/kit/random.ts'
import { ANA, attacks, BETO } from './attacks.ts'
import { copyOf, faultsOf, guardedRoom } from './guarded-room.ts'
import { updateBytes } from './update-bytes.ts'

const here = guardedRoom()

describe('the guard of a room', { timeout: 600_000 }, () => {
  it('[W8.a] lets an honest writer pass and tells what is new', () => {
    const { doc, room } = guardedRoom()
    const before = Y.encodeStateVector(doc)
    bodyOf(doc).insert(5, 'de forma sostenida ')
    const verdict = guardUpdate(encodeRoom(doc, before), 'beto', true, room)
    expect(verdict).toMatchObject({ ok: true, changes: true, clients: [BETO] })
  })

  it.each(attacks(here))('[W8.b] refuses $name', ({ update, detail }) => {
    const before = here.room.stateVector()
    expect(guardUpdate(update, 'malu', true, here.room)).toMatchObject({ ok: false, detail })
    expect(here.room.stateVector()).toEqual(before)
  })

  it('without it all of these but two do damage, so that refusing them matters', () => {
    const harmless = attacks(here).filter(({ update }) => {
      const doc = copyOf(here.doc)
      const foreign = new Map([ANA, BETO].map((client) => [client, Y.getState(doc.store, client)]))
      try {
        Y.applyUpdate(doc, update)
      } catch {
        return false // breaks the client that receives it
      }
      const grown = [...foreign].some(([client, clock]) => Y.getState(doc.store, client) !== clock)
      return !grown && faultsOf(doc).length === 0
    })
    expect(harmless.map(({ name }) => name)).toEqual(['two sections of one client', 'an empty deletion'])
  })

  it('[W8.c] refuses every truncation of an honest update, or it does no harm', () => {
    const { doc, room } = guardedRoom()
    const state = encodeRoom(doc)
    const fresh = new RoomClock()
    for (let length = 0; length < state.length; length++) {
      const cut = state.subarray(0, length)
      expect(guardUpdate(cut, 'ana', true, fresh).ok, String(length)).toBe(false)
      expect(guardUpdate(cut, 'ana', true, room).ok, String(length)).toBe(false)
    }
  })

  it('[W8.d] refuses flipped bytes or lets pass what leaves the room sound (20,000 flips, seed 41)', () => {
    const random = randomFrom(41)
    const updates: Uint8Array[] = []
    const ana = newRoomDoc(ANA)
    ana.on('update', (update: Uint8Array) => updates.push(update))
    bodyOf(ana).applyDelta([{ insert: { clause: 'p1' }, attributes: { kind: 'operative', level: 1 } }])
    bodyOf(ana).insert(1, 'Acuerdan la cooperación', { bold: true })
    bodyOf(ana).format(3, 6, { link: 'https://oim.int' })
    bodyOf(ana).delete(2, 5)
    let [passed, refused] = [0, 0]
    for (let i = 0; i < 20_000; i++) {
      const at = random.int(updates.length)
      const flipped = Uint8Array.from(updates[at] ?? [])
      const place = random.int(flipped.length)
      flipped[place] = (flipped[place] ?? 0) ^ (1 << random.int(8))
      const known = updates.slice(0, at)
      const room = RoomClock.rebuild(known.map((update) => ({ update, writer: 'ana' })))
      const verdict = guardUpdate(flipped, 'ana', true, room)
      if (!verdict.ok) {
        refused++
        continue
      }
      passed++
      const doc = newRoomDoc(1)
      for (const update of [...known, verdict.update]) Y.applyUpdate(doc, update)
      room.accept(verdict.update, 'ana')
      expect(faultsOf(doc), `flip ${String(i)}`).toEqual([])
      expect(Y.decodeStateVector(room.stateVector()), `flip ${String(i)}`).toEqual(
        Y.decodeStateVector(Y.encodeStateVector(doc)),
      )
    }
    expect(refused).toBeGreaterThan(10_000)
    expect(passed).toBeGreaterThan(1000)
  })

  it('[W8.e] cuts away what the room has, so that a repeated or late update is stored once', () => {
    const { doc, room } = guardedRoom()
    const repeated = guardUpdate(encodeRoom(doc), 'malu', true, room)
    expect(repeated).toMatchObject({ ok: true, changes: false, clients: [] })
    bodyOf(doc).insert(2, 'más')
    const whole = guardUpdate(encodeRoom(doc), 'beto', true, room)
    expect(whole.ok && whole.clients).toEqual([BETO])
    expect(whole.ok && whole.update.length).toBeLessThan(encodeRoom(doc).length)
  })

  it('[W8.f] lets a reader synchronise, and write nothing', () => {
    const { doc, room } = guardedRoom()
    expect(guardUpdate(encodeRoom(doc), 'reader', false, room)).toMatchObject({ ok: true, changes: false })
    const reader = copyOf(doc)
    const before = Y.encodeStateVector(reader)
    bodyOf(reader).insert(0, 'x')
    expect(guardUpdate(encodeRoom(reader, before), 'reader', false, room)).toMatchObject({ code: 'readOnly' })
    const deletion = updateBytes([], [[ANA, [[0, 1]]]])
    expect(guardUpdate(deletion, 'reader', false, room)).toMatchObject({ code: 'readOnly' })
  })

  it('[W8.g] keeps a clientID with the key that used it first, also after a restart from a snapshot', () => {
    const { doc, room } = guardedRoom()
    const again = RoomClock.fromSnapshot(encodeRoom(doc), room.owners())
    const next = copyOf(doc)
    next.clientID = ANA
    const before = Y.encodeStateVector(next)
    bodyOf(next).insert(0, 'Los Estados ')
    const update = encodeRoom(next, before)
    for (const each of [room, again]) {
      expect(guardUpdate(update, 'malu', true, each)).toMatchObject({ code: 'foreignClient' })
      expect(guardUpdate(update, 'ana', true, each)).toMatchObject({ ok: true })
    }
  })

  it('[W8.h] stops reading at the first content that no room may hold, and at the first struct too many', () => {
    const evil = { parent: 'body', content: { kind: 'doc', guid: '' } } as const
    const letter = { parent: 'body', content: { kind: 'string', text: 'a' } } as const
    const cutAfter = (first: typeof evil | typeof letter): Uint8Array =>
      // what follows cannot be read: whoever read it all would call it malformed
      updateBytes([{ client: 1, clock: 0, structs: [first, letter, letter] }]).slice(0, -6)
    expect(guardUpdate(cutAfter(letter), 'malu', true, here.room)).toMatchObject({ detail: 'malformed' })
    expect(guardUpdate(cutAfter(evil), 'malu', true, here.room)).toMatchObject({ detail: 'badContent' })
    const few = { ...GUARD_LIMITS, structs: 1 }
    expect(guardUpdate(cutAfter(letter), 'malu', true, here.room, few)).toMatchObject({ detail: 'structs' })
  })

  it('[W8.h] refuses what is too large before it is looked at', () => {
    const big = new Uint8Array(GUARD_LIMITS.bytes + 1)
    expect(guardUpdate(big, 'malu', true, here.room)).toMatchObject({ code: 'tooLarge', detail: 'bytes' })
    const text = { kind: 'string', text: 'a'.repeat(GUARD_LIMITS.text + 1) } as const
    const long = updateBytes([{ client: 1, clock: 0, structs: [{ parent: 'body', content: text }] }])
    expect(guardUpdate(long, 'malu', true, here.room)).toMatchObject({ code: 'tooLarge', detail: 'longText' })
    const letter = { parent: 'body', content: { kind: 'string', text: 'a' } } as const
    const many = updateBytes(
      Array.from({ length: GUARD_LIMITS.clientsPerUpdate + 1 }, (_, client) => ({
        client,
        clock: 0,
        structs: [letter],
      })),
    )
    expect(guardUpdate(many, 'malu', true, new RoomClock())).toMatchObject({
      code: 'tooLarge',
      detail: 'clients',
    })
    const small = { ...GUARD_LIMITS, structs: 1, deleteRanges: 1 }
    const two = updateBytes([{ client: 1, clock: 0, structs: [letter, letter] }])
    expect(guardUpdate(two, 'malu', true, here.room, small)).toMatchObject({ detail: 'structs' })
    const holes = updateBytes(
      [],
      [
        [
          ANA,
          [
            [0, 1],
            [2, 1],
          ],
        ],
      ],
    )
    expect(guardUpdate(holes, 'malu', true, here.room, small)).toMatchObject({ detail: 'deleteRanges' })
  })
})
