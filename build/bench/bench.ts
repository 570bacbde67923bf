/** What a file of test/bench gives `npm run bench`. */

export interface Figure {
  /** What was measured, and where: `10 clients, 20 edits/s each`. */
  readonly what: string
  /** Ours or one of the peers. */
  readonly who: string
  readonly value: number
  /** `×` for a ratio to the reference, or a unit: `ms`, `KB`, `of 300`. */
  readonly unit: string
  /** What it should be, in words: `≤ 1.5`. */
  readonly target?: string
}

export interface Bench {
  readonly title: string
  /** What was held equal, what the reference is. */
  readonly note: string
  measure(): Promise<readonly Figure[]>
}
