import { JSDOM } from 'jsdom'
import type { Bench } from '#build/bench/bench.ts'

const TRIALS = 300

/** Editors need a page; in a bench nobody provides one. */
function openPage(): void {
  const { window } = new JSDOM('<!doctype html><body></body>', {
    pretendToBeVisual: true,
    url: 'https://consenso.invalid/',
  })
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis) continue
    const value: unknown = Reflect.get(window, name)
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
}

export const bench: Bench = {
  title: 'Words lost when people write together, offline and out of order',
  note: `Real editors, the same operations and seeds for both bindings, ${String(TRIALS)} trials: how many of them lost or doubled words.`,
  async measure() {
    openPage()
    const { prepareDom } = await import('#test/kit/dom.ts')
    prepareDom()
    const { fuzzBinding } = await import('#test/bench/binding-peer.ts')
    const [ours, peer] = [fuzzBinding('flat', TRIALS), fuzzBinding('tree', TRIALS)]
    const what = `failing trials of ${String(TRIALS)}`
    return [
      { what, who: 'ours (one flat text)', value: ours.failing, unit: '', target: '0' },
      { what, who: 'y-tiptap (tree)', value: peer.failing, unit: '' },
      { what: 'operations', who: 'ours (one flat text)', value: ours.operations, unit: '' },
      { what: 'operations', who: 'y-tiptap (tree)', value: peer.operations, unit: '' },
    ]
  },
}
