// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareDom } from '#test/kit/dom.ts'
import { writeForeign } from '#test/kit/peers-foreign.ts'
import { Trial, type TrialOptions } from '#test/kit/peers-trial.ts'
import { takeFlatSeat } from '#test/kit/peers.ts'

beforeAll(prepareDom)

function play(first: number, count: number, options: Omit<TrialOptions, 'seed' | 'takeSeat'>): string[] {
  const failures: string[] = []
  for (let seed = first; seed < first + count; seed++) {
    const problems = new Trial({ seed, takeSeat: takeFlatSeat, house: true, ...options }).run()
    for (const [problem, detail] of problems) failures.push(`seed ${String(seed)}: ${problem} ${detail}`)
  }
  return failures
}

describe('people writing together', () => {
  it('[W4.a] lose and double nothing, whatever arrives when (seeds 1000-1199)', () => {
    expect(play(1000, 200, {})).toEqual([])
  })

  it('[W4.b] with content of a newer version (seeds 2000-2049)', () => {
    expect(play(2000, 50, { foreign: writeForeign })).toEqual([])
  })

  it('[W6.b] moves (seeds 3000-3049)', () => {
    expect(play(3000, 50, { moves: true })).toEqual([])
  })
})
