import { expect, it } from 'vitest'
import { TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { connect, joinRoom } from '#test/kit/device.ts'
import { relayWith } from '#test/kit/relay.ts'

it('[S1.f] the root key reads who is in and who asks, and neither a document nor a room', async () => {
  const relay = await relayWith({})
  const { conf, root } = relay.conference
  const wire = await connect(relay.address, { conf, room: 'acts', keys: [root] })
  wire.say({ t: 'have', scopes: {} })
  await wire.next('enrolments')
  const { acts } = await wire.next('acts', ({ done }) => done)
  const scopes = acts.map(({ e }) => {
    const { scope } = JSON.parse(Buffer.from(e.p, 'base64url').toString('utf8')) as { scope: string } // an act has one
    return scope
  })
  expect(new Set(scopes)).toEqual(new Set(['conf']))
  await expect(joinRoom(relay.address, { conf, room: TEXT_ROOM, keys: [root] })).rejects.toThrow()
  await wire.close()
  await relay.close()
})
