import type { Bench } from '#build/bench/bench.ts'
import { measureDerive } from '#test/bench/derive.ts'
import { measureNegotiation } from '#test/bench/derive-negotiation.ts'

const SIZES = [500, 5_000]
const LARGE = { clauses: 3_000, proposals: 2_000, brackets: 400, comments: 1_000 }

export const bench: Bench = {
  title: 'Deriving a document from its acts',
  note: 'Processor time, median; signatures are checked once, when an act arrives, and are not in it.',
  measure() {
    const measured = SIZES.map((acts) => measureDerive(acts))
    const large = measureNegotiation(LARGE)
    const what = '3,000 clauses, 2,000 proposals, 400 brackets, 1,000 comments'
    return Promise.resolve([
      ...measured.flatMap(({ acts, wholeMs, oneMoreMs }) => [
        {
          what: `the whole, ${String(acts)} acts`,
          who: 'ours',
          value: wholeMs,
          unit: 'ms',
          target: '≤ 10 ms',
        },
        {
          what: `one more act after ${String(acts)}`,
          who: 'ours',
          value: oneMoreMs,
          unit: 'ms',
          target: '≤ 1 ms',
        },
      ]),
      { what: `the whole, ${what}`, who: 'ours', value: large.wholeMs, unit: 'ms' },
      { what: `one more act after these`, who: 'ours', value: large.oneMoreMs, unit: 'ms', target: '≤ 1 ms' },
    ])
  },
}
