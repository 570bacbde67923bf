// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareDom } from '#test/kit/dom.ts'
import { writeForeign } from '#test/kit/peers-foreign.ts'
import { play, type PlayOptions } from '#test/kit/peers-play.ts'
import { shareOf } from '#test/kit/share.ts'

beforeAll(prepareDom)

const AT_ONCE = 250

/** In portions, so that a failure shows early and the page is emptied between. */
function playLong(first: number, count: number, options: PlayOptions = {}): void {
  for (let seed = first; seed < first + count; seed += AT_ONCE) {
    expect(play(seed, Math.min(AT_ONCE, first + count - seed), options).failures).toEqual([])
    document.body.replaceChildren()
  }
}

const seeds = (first: number, count: number): string => `seeds ${String(first)}-${String(first + count - 1)}`

describe('people writing together, for long', () => {
  const [writing, newer, moving] = [shareOf(4_000), shareOf(1_000), shareOf(1_000)]

  it(`[W4.a] lose and double no words (${seeds(100_000, writing)})`, () => {
    playLong(100_000, writing)
  })

  it(`[W4.b] carry what a newer version wrote (${seeds(200_000, newer)})`, () => {
    playLong(200_000, newer, { foreign: writeForeign })
  })

  it(`[W6.b] move clauses (${seeds(300_000, moving)})`, () => {
    playLong(300_000, moving, { moves: true })
  })
})
