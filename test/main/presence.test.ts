import { expect, test } from 'vitest'
import { decodePresence, encodePresence } from '#shared/sync/wire.ts'
import { TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith } from '#test/kit/relay.ts'
import { deviceOf, type Device } from './device.ts'
import { openPage } from './writing.ts'

/** What a window of the device knows of another one: the newest that was said counts, as in y-protocols. */
function shown(device: Device, client: number): string {
  let newest = { clock: -1, state: 'null' }
  for (const { name, data } of device.heard.all) {
    if (name !== 'room.awareness') continue
    const { update } = data as { update: Uint8Array } // emitted under this name
    for (const entry of decodePresence(update) ?? []) {
      const gone = entry.clock === newest.clock && entry.state === 'null'
      if (entry.client === client && (entry.clock > newest.clock || gone)) newest = entry
    }
  }
  return newest.state
}

test('[M7.f] whoever is in a room is seen there again at once after a connection was lost, and gone while it is', async () => {
  using folder = temporaryFolder('presence')
  const relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  const { conf } = relay.conference
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const peru = await deviceOf({ relay, folder: folder.path, people: ['PE'] })
  try {
    await openPage(chair, TEXT_ROOM)
    const page = await openPage(peru, TEXT_ROOM)
    const client = page.doc.clientID
    let clock = 0
    const say = (state: object | null) => {
      clock += 1
      const update = encodePresence([{ client, clock, state: JSON.stringify(state) }])
      return peru.call('room.awareness', { conf, room: TEXT_ROOM, update })
    }
    const seen = (caret: number) =>
      chair.heard.until('the caret', () => shown(chair, client).includes(`"caret":${String(caret)}`))
    const gone = () => chair.heard.until('gone', () => shown(chair, client) === 'null')
    await say({ caret: 1 })
    await seen(1)
    for (const caret of [2, 3]) {
      await peru.call('link.setOffline', { conf, offline: true })
      await gone()
      // Said while nobody could hear it: nothing but the new connection says it again.
      await say({ caret })
      await peru.call('link.setOffline', { conf, offline: false })
      await seen(caret)
    }
    await say({ caret: 4 })
    await seen(4)
    await say(null)
    await gone()
    await peru.call('link.setOffline', { conf, offline: true })
    await peru.call('link.setOffline', { conf, offline: false })
    await peru.synced('declaration')
    expect(shown(chair, client)).toBe('null')
  } finally {
    await chair.close()
    await peru.close()
    await relay.close()
  }
})
