import path from 'node:path'
import { expect, test } from 'vitest'
import { openSampleProfile, type SampleProfile } from '#main/sample/profile.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { declaration } from '#main/sample/declaration.ts'
import { listen, surroundings, type Heard } from './surroundings.ts'

interface Started extends SampleProfile {
  readonly heard: Heard
}

async function start(folder: string, as: string): Promise<Started> {
  const heard = listen()
  const own = path.join(folder, 'profiles', as.replace(':', '-'))
  const opened = await openSampleProfile({
    ...surroundings(heard.emit),
    folder: own,
    language: 'es',
    sampleFolder: folder,
    as,
  })
  return { ...opened, heard }
}

const TEXT = `doc/${declaration.id}/text/es/0`

test('[M6.a] the sample is founded once, and each profile comes in with its own hats', async () => {
  using folder = temporaryFolder('sample')
  const [chair, peru] = await Promise.all([start(folder.path, 'PPT'), start(folder.path, 'PE')])
  try {
    expect(chair.sample.card).toEqual(peru.sample.card)
    const { conf } = chair.sample.card
    for (const { profile, heard } of [chair, peru]) {
      const conference = profile.conference(conf)
      await heard.until('the declaration’s words', () => {
        const room = conference?.replica.room(TEXT)
        return room !== undefined && readClauses(bodyOf(room.doc)).length === declaration.clauses.length
      })
    }
    const members = (started: Started) =>
      started.profile
        .conference(conf)
        ?.hatList()
        .map(({ member }) => member?.role)
    expect(members(chair)).toEqual(['presidency', 'delegate'])
    expect(members(peru)).toEqual(['delegate'])
    expect(peru.profile.conference(conf)?.replica.document(declaration.id)?.stage).toBe('jointDrafting')
  } finally {
    for (const { profile, host } of [chair, peru]) {
      await profile.close()
      await host.close()
    }
  }
})

test('[M6.b] when the hosting program ends, another one takes over and nothing is lost', async () => {
  using folder = temporaryFolder('sample')
  const chair = await start(folder.path, 'PPT')
  const { conf } = chair.sample.card
  const peru = await start(folder.path, 'PE')
  try {
    const link = peru.profile.conference(conf)?.link
    await peru.heard.until('online', () => link?.isOnline() === true)
    await chair.profile.close()
    await chair.host.close()
    await peru.heard.until('away', () => link?.isOnline() === false)
    await peru.heard.until('online by its own relay', () => link?.isOnline() === true)
    const conference = peru.profile.conference(conf)
    await peru.heard.until('the words still acknowledged', () =>
      (conference?.sync().documents ?? []).every(({ acknowledged }) => acknowledged),
    )
    const again = await start(folder.path, 'PPT')
    await again.heard.until('online', () => again.profile.conference(conf)?.link.isOnline() === true)
    await again.profile.close()
    await again.host.close()
  } finally {
    await peru.profile.close()
    await peru.host.close()
  }
})
