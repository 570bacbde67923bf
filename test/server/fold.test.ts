import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fold, foldsTo } from '#server/fold.ts'
import { createFolder } from '#server/folder.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { DOC } from '#test/kit/conference-acts.ts'
import { joinRoom } from '#test/kit/device.ts'
import { writtenLog } from '#test/kit/written-log.ts'
import { relayWith, relayProcess, temporaryData } from '#test/kit/relay.ts'

const contentOf = (update: Uint8Array): { text: unknown; deleted: unknown } => {
  const doc = newRoomDoc()
  Y.applyUpdate(doc, update)
  return { text: bodyOf(doc).toDelta(), deleted: Y.snapshot(doc).ds.clients }
}

describe('folding a log', () => {
  it.each([1, 2, 3])('says the same in fewer bytes (seed %i)', (seed) => {
    const { updates, doc } = writtenLog(seed, 900)
    const half = fold({ snapshot: null, tail: updates.slice(0, 450) })
    const folded = fold({ snapshot: half, tail: updates.slice(450) })
    expect(contentOf(folded)).toEqual(contentOf(Y.encodeStateAsUpdate(doc)))
    expect(foldsTo(folded, Y.encodeStateVector(doc))).toBe(true)
    expect(folded.length).toBeLessThan(updates.reduce((sum, { length }) => sum + length, 0))
  })

  it('that lost something is noticed and not used', () => {
    const { updates, doc } = writtenLog(4, 50)
    const folded = fold({ snapshot: null, tail: updates.slice(0, -1) })
    expect(foldsTo(folded, Y.encodeStateVector(doc))).toBe(false)
  })

  it('happens in a worker, and without one here', async () => {
    const events: string[] = []
    const folder = createFolder((event) => events.push(event))
    const { updates, doc } = writtenLog(5, 100)
    const folded = await folder.fold({ snapshot: null, tail: updates })
    expect(contentOf(folded ?? new Uint8Array())).toEqual(contentOf(Y.encodeStateAsUpdate(doc)))
    expect(events).toEqual([])
    await folder.close()
  })
})

describe('a room whose log was folded', () => {
  const room = `doc/${DOC}/screen/current`
  const folded: string[] = []
  const data = temporaryData()
  afterAll(async () => (await import('node:fs/promises')).rm(await data, { recursive: true, force: true }))

  it('[S2.f] is the same for who joins, comes back, or joins after a restart', async () => {
    const relay = await relayWith(
      {},
      {
        data: await data,
        limits: { foldUpdates: 100, messagesPerSecond: 10_000 },
        log: (event) => folded.push(event),
      },
    )
    const answering = { conf: relay.conference.conf, room, keys: [relay.conference.key('PPT')] }
    const writer = await joinRoom(relay.address, answering)
    const away = await joinRoom(relay.address, answering)
    await away.close()
    for (let i = 0; i < 350; i++) writer.type(`palabra${String(i)} `)
    bodyOf(writer.doc).delete(5, 20)
    await writer.acknowledged(writer.type('fin'))
    while (!folded.includes('folded')) await writer.acknowledged(writer.type('.'))
    const [fresh, back] = [
      await joinRoom(relay.address, answering),
      await joinRoom(relay.address, answering, away.doc),
    ]
    expect([fresh.text(), back.text()]).toEqual([writer.text(), writer.text()])
    await writer.acknowledged(writer.type(' y sigue'))
    await back.shows('y sigue')
    await Promise.all([writer, fresh, back].map((device) => device.close()))
    await relay.running.close()

    const again = await relayProcess(await data)
    const late = await joinRoom(again.address, answering)
    expect(late.text()).toBe(writer.text())
    await late.acknowledged(late.type('!'))
    await late.close()
    expect(await again.stop()).toBe(0)
  })
})
