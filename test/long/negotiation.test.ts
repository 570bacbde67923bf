import { describe, expect, it } from 'vitest'
import { play } from '#test/kit/negotiation-play.ts'
import { differencesOf, problemsOf } from '#test/kit/negotiation-trial.ts'
import { CHECKS } from '#test/kit/negotiation-truth.ts'
import { shareOf } from '#test/kit/share.ts'

const FIRST = 400_000
const HOUR_MS = 3_600_000

/** One after the other: a negotiation is forgotten once it has been looked at. */
function problems(first: number, count: number, steps: number): string[] {
  const names = Object.keys(CHECKS) as (keyof typeof CHECKS)[] // as: these are its keys
  return Array.from({ length: count }, (_, index) => first + index).flatMap((seed) => {
    const played = play(seed, steps)
    return [...names.flatMap((name) => problemsOf(played, name)), ...differencesOf(played)]
  })
}

describe('twelve delegations, the Chair and a facilitator, for long', () => {
  const [short, long] = [shareOf(4_000), shareOf(600)]

  it(
    `[A5.a, R2.b, R2.c, R15.f, R35.s] hold the same, nothing lost (${String(short)} from seed ${String(FIRST)})`,
    () => {
      expect(problems(FIRST, short, 30)).toEqual([])
    },
    HOUR_MS,
  )

  it(
    `[A5.a, R2.b, R2.c, R15.f, R35.s] also after much (${String(long)} from seed ${String(2 * FIRST)})`,
    () => {
      expect(problems(2 * FIRST, long, 120)).toEqual([])
    },
    HOUR_MS,
  )
})
