// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareDom } from '#test/kit/dom.ts'
import { writeForeign } from '#test/kit/peers-foreign.ts'
import { play } from '#test/kit/peers-play.ts'

beforeAll(prepareDom)

/** A busy machine takes its time; a trial takes 60 ms on an idle one. */
const PATIENCE_MS = 600_000

// 3-5 real editors each, some offline, one perhaps only reading, updates late, in part and out of order;
// every update of a writer also passes the relay's guard
describe('people writing together', { timeout: PATIENCE_MS }, () => {
  it('[W4.a] lose and double no words, and every editor shows its text after each step (seeds 1000-1219)', () => {
    const played = play(1000, 220)
    expect(played.failures).toEqual([])
    expect(played.operations).toBeGreaterThan(4000)
    expect(played.received).toBeGreaterThan(10_000)
    expect(played.held).toBeGreaterThan(50)
  })

  it('[W4.b] carry what a newer version wrote (seeds 2000-2049)', () => {
    expect(play(2000, 50, { foreign: writeForeign }).failures).toEqual([])
  })

  it('[W6.b] move clauses: nothing is lost, only concurrent moves double (seeds 3000-3049)', () => {
    expect(play(3000, 50, { moves: true }).failures).toEqual([])
  })
})
