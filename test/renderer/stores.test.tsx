// @vitest-environment jsdom
import { act, Profiler, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { mainLine } from '#renderer/bridge/main-line.ts'
import { createActsEngine } from '#renderer/session/acts-engine.ts'
import { createDocumentStore, type DocumentStore } from '#renderer/session/document-store.ts'
import { share } from '#renderer/session/share.ts'
import type { Readable } from '#renderer/session/store.ts'
import { DOC } from './harness/ledger.ts'
import { MemoryMain } from './harness/memory-main.ts'
import { play } from './harness/scenes.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const rendered: string[] = []
function Row({ id, store }: { readonly id: string; readonly store: Readable<unknown> }) {
  useSyncExternalStore(store.subscribe, store.get)
  rendered.push(id)
  return <p>{id}</p>
}

/** Renders one row for each paragraph, changes the position of one country on one, and tells which rows rendered. */
async function rowsAfterOneChange(store: (document: DocumentStore, id: string) => Readable<unknown>) {
  const ledger = play('negotiation')
  const document_ = createDocumentStore(ledger.state())
  const ids = document_.order.get()
  const place = document.createElement('div')
  const root = createRoot(place)
  await act(async () => {
    root.render(
      <Profiler id="rows" onRender={() => undefined}>
        {ids.map((id) => (
          <Row key={id} id={id} store={store(document_, id)} />
        ))}
      </Profiler>,
    )
    await Promise.resolve()
  })
  const changed = document_.paragraphs.get().find(({ number }) => number === 'PP7')?.id ?? ''
  rendered.length = 0
  ledger.position('UY', changed, 'agree')
  await act(async () => {
    document_.receive(ledger.state(DOC))
    await Promise.resolve()
  })
  const rows = [...rendered]
  await act(async () => {
    root.unmount()
    await Promise.resolve()
  })
  return { rows, changed, count: ids.length }
}

test('[V1] a change of one paragraph renders the row of that paragraph and no other', async () => {
  const { rows, changed, count } = await rowsAfterOneChange((store, id) => store.paragraph(id))
  expect(count).toBeGreaterThan(25)
  expect(rows).toEqual([changed])
})

test('control: rows that watch the whole list all render', async () => {
  const { rows, count } = await rowsAfterOneChange((store) => store.paragraphs)
  expect(rows).toHaveLength(count)
})

test('[V1.a] a snapshot is the same object while nothing it says has changed', () => {
  const ledger = play('negotiation')
  const store = createDocumentStore(ledger.state())
  const before = [store.paragraphs.get(), store.order.get(), store.facts.get()]
  store.receive(structuredClone(ledger.state()))
  expect(
    [store.paragraphs.get(), store.order.get(), store.facts.get()].map((now, i) => now === before[i]),
  ).toEqual([true, true, true])
  expect(share({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({ a: [1, { b: 3 }] })
})

test('[V2] an event that does not fit the contract is dropped and reported, one that fits is heard', () => {
  const main = new MemoryMain(play('empty'), { as: ['CO'], settings: { language: 'es', theme: 'light' } })
  const report = vi.fn<(problem: string) => void>()
  const heard: unknown[] = []
  mainLine(main, report).on('drafts', (data) => heard.push(data))
  main.emit('drafts', { conf: 'not hex' })
  expect(heard).toEqual([])
  expect(report).toHaveBeenCalledOnce()
  main.emit('drafts', { conf: 'a'.repeat(32) })
  expect(heard).toEqual([{ conf: 'a'.repeat(32) }])
})

test('[V3] acts that arrive before the accreditation of their key are kept and count once it is here', () => {
  const ledger = play('negotiation')
  const acts = ledger.acts()
  const engine = createActsEngine(ledger.conf, (problem) => {
    throw new Error(problem)
  })
  engine.add(acts.slice(5))
  engine.add(acts.slice(0, 5))
  for (const [hash, content] of ledger.blobs) engine.addBlob(hash, content)
  expect(engine.document(DOC, '2022-09-20T18:00:00.000Z')).toEqual(ledger.state())
})
