// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareDom } from '#test/kit/dom.ts'
import { writeForeign } from '#test/kit/peers-foreign.ts'
import { play, type PlayOptions } from '#test/kit/peers-play.ts'

beforeAll(prepareDom)

const AT_ONCE = 250

/** In portions, so that a failure shows early and the page is emptied between. */
function playLong(first: number, count: number, options: PlayOptions = {}): void {
  for (let seed = first; seed < first + count; seed += AT_ONCE) {
    expect(play(seed, Math.min(AT_ONCE, first + count - seed), options).failures).toEqual([])
    document.body.replaceChildren()
  }
}

describe('people writing together, for long', () => {
  it('[W4.a] lose and double no words (seeds 100000-103999)', () => {
    playLong(100_000, 4000)
  })

  it('[W4.b] carry what a newer version wrote (seeds 200000-200999)', () => {
    playLong(200_000, 1000, { foreign: writeForeign })
  })

  it('[W6.b] move clauses (seeds 300000-300999)', () => {
    playLong(300_000, 1000, { moves: true })
  })
})
