import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXPORT_STEPS, type ExportStep } from '#shared/ipc/contract.ts'
import { papersHandlers } from '#main/ipc/papers-handlers.ts'
import { exportFinal } from '#main/papers/export.ts'
import { readClauses } from '#main/papers/import.ts'
import { createPress } from '#main/papers/press.ts'
import { DOC, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { relayWith, type TestRelay } from '#test/kit/relay.ts'
import { deviceOf, type Device } from './device.ts'

const folder = temporaryFolder('exporting')
const press = createPress()
let relay: TestRelay
let chair: Device

beforeAll(async () => {
  relay = await relayWith({ draftingGroup: ['AR', 'CL', 'PE'] })
  chair = await deviceOf({ relay, folder: folder.path, people: ['PPT', 'CL'] })
  const replica = await chair.conference.replica.openRoom(TEXT_ROOM)
  const runs = [{ insert: 'Acuerdan cooperar.' }]
  await replica.seed([{ id: 'uno', kind: 'operative', level: 0, suppressed: false, runs }])
  await chair.synced(DOC)
  const { conf, key } = relay.conference
  await chair.call('negotiation.open', { conf, doc: DOC, hat: key('PPT').id })
})

afterAll(async () => {
  press.close()
  await chair.close()
  await relay.close()
  folder[Symbol.dispose]()
})

/** Exports a draft; a person who watches cancels as soon as they are told of that step. */
async function exported(cancelAt: ExportStep | null) {
  const { conf } = relay.conference
  const steps: ExportStep[] = []
  const written: string[] = []
  const handlers = papersHandlers({
    profile: chair.profile,
    namedPaths: false,
    papers: {
      readDraft: readClauses,
      tellStep: (_conf, doc, step) => {
        steps.push(step)
        if (step === cancelAt) void handlers['export.cancel']({ conf, doc })
      },
      warm: press.warm,
      makePdf: (input, work) => exportFinal(input, { press, ...work }),
    },
    app: {
      chooseDraft: () => Promise.resolve(null),
      choosePdf: () => Promise.resolve('borrador.pdf'),
    },
    writeFile: (file, content) => {
      written.push(`${file} ${Buffer.from(content.subarray(0, 5)).toString('latin1')}`)
      return Promise.resolve(true)
    },
  })
  const input = { conf, doc: DOC, language: 'es', draft: true, path: null } as const
  return { outcome: await handlers['export.final'](input), steps, written }
}

test.each(EXPORT_STEPS)(
  '[P4.h] cancelled while %s, an export writes nothing and says nothing more',
  async (step) => {
    const { outcome, steps, written } = await exported(step)
    expect(outcome).toEqual({ ok: true, value: null })
    expect(written).toEqual([])
    expect(steps).toEqual(EXPORT_STEPS.slice(0, EXPORT_STEPS.indexOf(step) + 1))
  },
)

test('control: an export that nobody cancels passes every step and is written', async () => {
  const { outcome, steps, written } = await exported(null)
  expect(outcome).toMatchObject({ ok: true, value: { path: 'borrador.pdf', pages: 1 } })
  expect(steps).toEqual(EXPORT_STEPS)
  expect(written).toEqual(['borrador.pdf %PDF-'])
})
