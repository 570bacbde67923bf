import type { Bench } from '#build/bench/bench.ts'
import { measureDerive } from '#test/bench/derive.ts'

const SIZES = [500, 5_000]

export const bench: Bench = {
  title: 'Deriving a document from its acts',
  note: 'Processor time, median; signatures are checked once, when an act arrives, and are not in it.',
  measure() {
    const measured = SIZES.map((acts) => measureDerive(acts))
    return Promise.resolve(
      measured.flatMap(({ acts, wholeMs, oneMoreMs }) => [
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
    )
  },
}
