/** Many trials in a row; each failure begins with its seed, with which it can be played again. */
import { takeFlatSeat } from './peers.ts'
import { Trial, type TrialOptions } from './peers-trial.ts'

export type PlayOptions = Partial<Omit<TrialOptions, 'seed'>>

export interface Played {
  readonly failures: readonly string[]
  readonly operations: number
  readonly received: number
  /** Remote changes that waited for an input method. */
  readonly held: number
}

export function play(first: number, count: number, options: PlayOptions = {}): Played {
  const failures: string[] = []
  let [operations, received, held] = [0, 0, 0]
  for (let seed = first; seed < first + count; seed++) {
    const trial = new Trial({ takeSeat: takeFlatSeat, house: true, ...options, seed })
    for (const [problem, detail] of trial.run()) failures.push(`seed ${String(seed)}: ${problem} ${detail}`)
    operations += trial.operations
    received += trial.received
    held += trial.held
  }
  return { failures, operations, received, held }
}

/** The kinds of problem reported, each once. */
export const kindsOf = ({ failures }: Played, kinds: readonly string[]): string[] =>
  kinds.filter((kind) => failures.some((failure) => failure.includes(kind)))
