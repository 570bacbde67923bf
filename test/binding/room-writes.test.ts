import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { guardUpdate } from '#shared/words/guard.ts'
import { RoomClock } from '#shared/words/room-clock.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import type { MainLine } from '#renderer/bridge/main-line.ts'
import { openRoom } from '#renderer/editor/room.ts'

test('[M1.f] words typed after a write that failed are saved with the words before them', async () => {
  const disk = newRoomDoc()
  const clock = new RoomClock()
  const full = { now: false }
  const failed: string[] = []
  const answers: Promise<unknown>[] = []
  const write = (update: Uint8Array) => {
    const verdict = guardUpdate(update, 'self', true, clock)
    if (full.now || !verdict.ok) {
      return { ok: false, error: { code: 'notSaved', message: 'failure.notSaved', values: {} } }
    }
    clock.accept(update, 'self')
    Y.applyUpdate(disk, update)
    return { ok: true, value: null }
  }
  const opened = { ok: true, value: { state: Y.encodeStateAsUpdate(disk), client: 7, writable: true } }
  const line = {
    call: (name: string, input: { update: Uint8Array }) => {
      const answer = Promise.resolve(
        name === 'room.open'
          ? opened
          : name === 'room.write'
            ? write(input.update)
            : { ok: true, value: null },
      )
      answers.push(answer)
      return answer
    },
    on: () => () => undefined,
  } as never as MainLine // answers the calls of a room, and no others
  const room = await openRoom('doc/x/text/es/0', {
    ...{ line, conf: 'c', user: {}, onReset: () => undefined },
    onFailure: ({ code }) => failed.push(code),
  })
  if (room === null) throw new Error('not opened')
  const type = async (words: string): Promise<void> => {
    room.text.insert(room.text.length, words)
    await Promise.all(answers)
    await Promise.resolve()
  }
  await type('Acuerdan ')
  full.now = true
  await type('cooperar ')
  full.now = false
  await type('siempre.')
  expect(bodyOf(disk).toJSON()).toBe('Acuerdan cooperar siempre.')
  expect(failed).toEqual(['notSaved'])
  await type(' Y deciden.')
  expect(bodyOf(disk).toJSON()).toBe('Acuerdan cooperar siempre. Y deciden.')
  room.awareness.destroy()
})
