import type { CDPSession, Page } from 'playwright-core'
import { say } from '#build/say.ts'
import type { Bench, Figure } from '#build/bench/bench.ts'
import { readyForApps } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import { openOurs, openPeer } from './render/windows.ts'

const SIZES = [300, 3_000]
const ROUNDS = 3
const KEYS = 25
/** Longer than the outline waits before it reads the text again. */
const REST_MS = 700
const TARGET = '≤ 0.35'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** What the page's main thread has worked so far, in milliseconds of processor time. */
async function worked(debug: CDPSession): Promise<number> {
  const { metrics } = await debug.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve()
          })
        })
      }),
  )

/** Puts the caret into the middle of the text, where it can be seen. */
const placeCaret = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const editor = document.querySelector<HTMLElement>('.ProseMirror')
    const clause = editor?.children[Math.floor((editor.children.length * 2) / 3)]
    if (!editor || !clause) throw new Error('no text')
    clause.scrollIntoView({ block: 'center' })
    editor.focus()
    document.getSelection()?.collapse(clause, 1)
  })

interface Typed {
  /** Of one key, to the second frame after it. */
  readonly key: number
  /** Of one key with all that follows later: the outline read again, what is sent. */
  readonly all: number
}

async function type(page: Page): Promise<Typed> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' })
  await placeCaret(page)
  await twoFrames(page)
  const step = async (work: () => Promise<void>): Promise<number> => {
    const before = await worked(debug)
    await work()
    await twoFrames(page)
    return (await worked(debug)) - before
  }
  const idle: number[] = []
  for (let i = 0; i < KEYS; i++) idle.push(await step(() => Promise.resolve()))
  const keys: number[] = []
  const before = await worked(debug)
  for (let i = 0; i < KEYS; i++) keys.push(await step(() => page.keyboard.press('a')))
  await page.waitForTimeout(REST_MS)
  const all = (await worked(debug)) - before
  await debug.detach()
  const rest = median(idle)
  return { key: median(keys) - rest, all: all / KEYS - rest }
}

async function compare(count: number): Promise<readonly Figure[]> {
  using folder = temporaryFolder('render')
  const [ours, peer] = [await openOurs(folder.path, count), await openPeer(folder.path, count)]
  try {
    const measured: { readonly ours: Typed; readonly peer: Typed }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const one = { ours: await type(ours.page), peer: await type(peer.page) }
      say(`${String(count)} clauses, round ${String(round + 1)}: ${JSON.stringify(one)}`)
      measured.push(one)
    }
    const what = `${String(count)} clauses`
    const figures = (name: string, of: (typed: Typed) => number): Figure[] => {
      const mine = median(measured.map((one) => of(one.ours)))
      const other = median(measured.map((one) => of(one.peer)))
      const row = `${name}, ${what}`
      return [
        { what: row, who: 'ours', value: mine / other, unit: '×', target: TARGET },
        { what: row, who: 'plain TipTap + Collaboration', value: 1, unit: '×' },
        { what: `${row}, time`, who: 'ours', value: mine, unit: 'ms', target: '≤ 8 ms' },
        { what: `${row}, time`, who: 'plain TipTap + Collaboration', value: other, unit: 'ms' },
      ]
    }
    return [...figures('one key', ({ key }) => key), ...figures('a key with what follows', ({ all }) => all)]
  } finally {
    await peer.close()
    await ours.close()
  }
}

export const bench: Bench = {
  title: 'Writing in a long text',
  note: `Processor time of the page’s main thread for one key, in the real window with numbers and outline open, as a multiple of TipTap with the plugins of its Collaboration extension on the same clauses; ${String(ROUNDS)} interleaved rounds of ${String(KEYS)} keys, medians.`,
  async measure() {
    const stop = await readyForApps()
    try {
      const figures: Figure[] = []
      for (const count of SIZES) figures.push(...(await compare(count)))
      return figures
    } finally {
      stop()
    }
  },
}
