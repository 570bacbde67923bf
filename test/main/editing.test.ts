import { expect, test } from 'vitest'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith } from '#test/kit/relay.ts'
import { deviceOf } from './device.ts'
import { heldText, openPage } from './writing.ts'

test('[M7.a] what one device writes another shows, and both say truly that the relay has it', async () => {
  using folder = temporaryFolder('editing')
  const relay = await relayWith()
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const argentina = await deviceOf({ relay, folder: folder.path, people: ['AR'] })
  try {
    const ours = await openPage(chair, TEXT_ROOM)
    const theirs = await openPage(argentina, TEXT_ROOM)
    expect(await ours.type('Los Países Miembros')).toBe(true)
    await argentina.heard.until('the words', () => theirs.text().includes('Los Países Miembros'))
    expect(await theirs.type(', reunidos en Santiago')).toBe(true)
    await chair.heard.until('the answer', () => ours.text() === 'Los Países Miembros, reunidos en Santiago')
    await chair.synced(DOC)
    await argentina.synced(DOC)
    expect(chair.conference.sync().documents).toMatchObject([{ doc: DOC, unsent: 0, acknowledged: true }])
  } finally {
    await chair.close()
    await argentina.close()
    await relay.close()
  }
})

test('[M7.b] a device that was apart, and was closed meanwhile, brings its words back and loses none of the others', async () => {
  using folder = temporaryFolder('editing')
  const relay = await relayWith()
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const first = await deviceOf({ relay, folder: folder.path, people: ['AR'] })
  const page = await openPage(chair, TEXT_ROOM)
  try {
    await page.type('Común. ')
    await first.heard.until('the beginning', () => heldText(first, TEXT_ROOM) === 'Común. ')
    await first.call('link.setOffline', { conf: relay.conference.conf, offline: true })
    const apart = await openPage(first, TEXT_ROOM)
    await apart.type('Desde Buenos Aires. ')
    await apart.type('Y más. ')
    await page.type('Desde Santiago. ')
    expect(first.conference.sync()).toMatchObject({
      link: { kind: 'offline', chosen: true },
      documents: [{ doc: DOC, unsent: 2, acknowledged: false }],
    })
    await first.close()

    const again = await deviceOf({ relay, folder: folder.path, people: ['AR'], apart: true })
    expect(heldText(again, TEXT_ROOM)).toContain('Desde Buenos Aires. Y más. ')
    expect(again.conference.sync()).toMatchObject({
      link: { kind: 'offline', chosen: true },
      documents: [{ unsent: 2, acknowledged: false }],
    })
    await again.call('link.setOffline', { conf: relay.conference.conf, offline: false })
    await again.online()
    await again.synced(DOC)
    await chair.heard.until(
      'both',
      () => page.text().includes('Buenos Aires') && page.text().includes('Santiago'),
    )
    expect(heldText(again, TEXT_ROOM)).toBe(page.text())
    expect(page.text()).toContain('Y más. ')
    await again.close()
  } finally {
    await chair.close()
    await relay.close()
  }
})

test('[M7.c] while the relay is away nothing is called acknowledged, and the state says since when', async () => {
  using folder = temporaryFolder('editing')
  const relay = await relayWith({}, { data: `${folder.path}/relay` })
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  try {
    const page = await openPage(chair, TEXT_ROOM)
    await page.type('Uno. ')
    await chair.synced(DOC)
    await relay.running.close()
    await chair.heard.until('offline', () => chair.conference.link.state().kind === 'offline')
    expect(await page.type('Dos. ')).toBe(true)
    const { link, documents } = chair.conference.sync()
    expect(documents).toMatchObject([{ unsent: 1, acknowledged: false }])
    expect(link).toMatchObject({ kind: 'offline', chosen: false })
    expect(documents[0]?.lastContact).not.toBe(null)
  } finally {
    await chair.close()
  }
})

test('[M7.d] a room that the member may not write takes nothing from its window', async () => {
  using folder = temporaryFolder('editing')
  const relay = await relayWith({ stage: 'preparation' })
  const argentina = await deviceOf({ relay, folder: folder.path, people: ['AR'] })
  try {
    const { conf } = relay.conference
    expect(await argentina.try('room.open', { conf, room: TEXT_ROOM })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    })
    const update = new Uint8Array([0, 0])
    expect(await argentina.try('room.write', { conf, room: TEXT_ROOM, update })).toMatchObject({ ok: false })
    expect(await argentina.try('room.open', { conf, room: 'doc/../../etc' })).toMatchObject({ ok: false })
  } finally {
    await argentina.close()
    await relay.close()
  }
})
