import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { WebsocketProvider } from 'y-websocket'
import { DOC, TEXT_ROOM, type Person } from '#test/kit/conference-acts.ts'
import { challengedProvider } from '#test/kit/challenged-provider.ts'
import { testKey } from '#test/kit/crypto.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await relayWith()
})
afterAll(() => relay.close())

const answering = (person: Person, room = TEXT_ROOM) => ({
  ...{ conf: relay.conference.conf, room },
  keys: [relay.conference.key(person)],
})
const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) resolve()
    else
      provider.once('sync', () => {
        resolve()
      })
  })
const shows = (doc: Y.Doc, words: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!doc.getText('body').toJSON().includes(words)) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })

describe('a plain y-websocket provider', () => {
  it('[S8.a] synchronises a room, offline words included', async () => {
    const [one, two] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })]
    one.getText('body').insert(0, 'escrito antes de entrar. ')
    const providers = [
      challengedProvider(relay.address, answering('PPT'), one),
      challengedProvider(relay.address, answering('AR'), two),
    ]
    await Promise.all(providers.map(synced))
    await shows(two, 'antes de entrar')
    two.getText('body').insert(0, 'y después. ')
    await shows(one, 'y después')

    const [first, second] = providers
    first?.disconnect()
    one.getText('body').insert(0, 'sin conexión. ')
    two.getText('body').insert(0, 'mientras tanto. ')
    first?.connect()
    await Promise.all([shows(one, 'mientras tanto'), shows(two, 'sin conexión')])
    expect(one.getText('body').toJSON()).toBe(two.getText('body').toJSON())

    const late = new Y.Doc({ gc: false })
    const third = challengedProvider(relay.address, answering('ST'), late)
    await synced(third)
    expect(late.getText('body').toJSON()).toBe(one.getText('body').toJSON())
    for (const provider of [first, second, third]) provider?.destroy()
  })

  it('[S8.a] sees the presence of others', async () => {
    const room = `doc/${DOC}/screen/presence`
    const [one, two] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })]
    const chair = challengedProvider(relay.address, answering('PPT', room), one)
    const other = challengedProvider(relay.address, answering('ST', room), two)
    await Promise.all([synced(chair), synced(other)])
    chair.awareness.setLocalStateField('cursor', 12)
    const state = await new Promise<unknown>((resolve) => {
      other.awareness.on('change', () => {
        const seen = other.awareness.getStates().get(one.clientID)
        if (seen?.['cursor'] === 12) resolve(seen)
      })
    })
    expect(state).toMatchObject({ cursor: 12, user: { name: 'PPT', country: 'CL' } })
    chair.destroy()
    other.destroy()
  })

  it('[S8.a] takes a refusal as final and does not come back', async () => {
    const doc = new Y.Doc({ gc: false })
    const codes: string[] = []
    const stranger = { ...answering('AR'), keys: [testKey('stranger')] }
    const provider = challengedProvider(relay.address, stranger, doc, ({ code }) => codes.push(code))
    const closed = await new Promise<{ code: number }>((resolve) => provider.once('closed', resolve))
    expect([codes, closed.code]).toEqual([['notAccredited'], 4403])
    provider.destroy()
  })
})
