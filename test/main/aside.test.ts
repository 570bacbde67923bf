import { expect, test } from 'vitest'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith } from '#test/kit/relay.ts'
import { connect } from '#test/kit/device.ts'
import { deviceOf, type Device } from './device.ts'
import { heldText, openPage } from './writing.ts'

const seeded = async (chair: Device): Promise<void> => {
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  await replica.seed([
    { id: 'uno', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Acuerdan cooperar.' }] },
    { id: 'dos', kind: 'operative', level: 0, suppressed: false, runs: [{ insert: 'Deciden reunirse.' }] },
  ])
  await chair.synced(DOC)
}

test('[M8.a] words of a delegation that leaves the drafting group while it is apart come back as a readable draft', async () => {
  using folder = temporaryFolder('aside')
  const relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  const { conf, key } = relay.conference
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const peru = await deviceOf({ relay, folder: folder.path, people: ['PE'] })
  try {
    await seeded(chair)
    await peru.heard.until('the text', () => heldText(peru, TEXT_ROOM).includes('Deciden'))
    await peru.call('link.setOffline', { conf, offline: true })
    const page = await openPage(peru, TEXT_ROOM)
    expect(await page.type(' Cada dos años.')).toBe(true)
    const wire = await connect(relay.address, { conf, room: 'acts', keys: [key('ST')] })
    const shrunk = relay.conference.sign('ST', 'document', 'conf', {
      ...{ doc: DOC, type: 'declaration', title: 'Declaración de Santiago', symbol: 'CSM/XX/DEC' },
      ...{ language: 'es', layout: 'gerund', network: null, openToObservers: false },
      draftingGroup: ['AR', 'CL'],
    })
    wire.say({ t: 'put', acts: [shrunk] })
    await wire.next('acts', ({ acts }) => acts.length > 0)
    await wire.close()

    await peru.call('link.setOffline', { conf, offline: false })
    await peru.heard.until('a draft', () => peru.conference.replica.drafts.list().length === 1)
    expect(await peru.call('drafts.list', { conf })).toMatchObject([
      {
        room: TEXT_ROOM,
        reason: 'notAuthorised',
        paragraphs: [{ id: 'dos', theirs: 'Deciden reunirse.', mine: 'Deciden reunirse. Cada dos años.' }],
      },
    ])
    await peru.synced(DOC)
  } finally {
    await peru.close()
    await chair.close()
    await relay.close()
  }
})

test('[M8.a] of what is typed while negotiation opens, every word that was said to be saved is in the text or in a draft', async () => {
  using folder = temporaryFolder('aside')
  const relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  const { conf, key } = relay.conference
  const chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const peru = await deviceOf({ relay, folder: folder.path, people: ['PE'] })
  try {
    await seeded(chair)
    await peru.heard.until('the text', () => heldText(peru, TEXT_ROOM).includes('Deciden'))
    const page = await openPage(peru, TEXT_ROOM)
    const saved: string[] = []
    // The window types on, a word after the other, until it hears that the room starts again.
    const told = (): boolean => peru.heard.all.some(({ name }) => name === 'room.reset')
    for (let n = 0; n < 12; n++) {
      if (await page.type(` ${String(n)}ª`)) saved.push(`${String(n)}ª`)
    }
    const opened = async (): Promise<boolean> => {
      const hat = key('PPT').id
      return (await chair.try('negotiation.open', { conf, doc: DOC, hat })).ok
    }
    const state = { frozen: false }
    const opening = (async () => {
      // Refused while words come in ("the room has moved"), so it is asked again.
      while (!(await opened()));
      state.frozen = true
    })()
    let n = 12
    while (!told() && n < 400) {
      if (await page.type(` ${String(n)}ª`)) saved.push(`${String(n)}ª`)
      n++
      // Pauses grow until the round finds one, as people's do.
      if (!state.frozen) await new Promise((resolve) => setTimeout(resolve, n))
    }
    await opening
    await peru.heard.until('the reset', told)
    // Until it has opened the room again it may still send what was typed before it heard.
    for (let more = 0; more < 5; more++, n++) {
      if (await page.type(` ${String(n)}ª`)) saved.push(`${String(n)}ª`)
    }
    await peru.synced(DOC)
    const drafts = peru.conference.replica.drafts
      .list()
      .flatMap(({ paragraphs }) => paragraphs.map(({ mine }) => mine))
      .join(' ')
    const kept = `${heldText(peru, TEXT_ROOM)} ${drafts}`
    expect(saved.filter((word) => !kept.includes(` ${word}`))).toEqual([])
    expect(heldText(peru, TEXT_ROOM)).toBe(heldText(chair, TEXT_ROOM))
  } finally {
    await peru.close()
    await chair.close()
    await relay.close()
  }
}, 60_000)
