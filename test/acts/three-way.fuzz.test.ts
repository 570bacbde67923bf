/** Judged by words that exist once: each side's changes carry names of their own. */
import { describe, expect, test } from 'vitest'
import { hasChangesOf, isSameToTheLetter, rebase, type Rebased } from '#shared/acts/three-way.ts'
import type { Clause, Run } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { randomFrom, type Random } from '#test/kit/random.ts'

const SEEDS = Array.from({ length: 2_000 }, (_, seed) => seed)

type Rebase = (base: readonly Clause[], current: readonly Clause[], mine: readonly Clause[]) => Rebased

interface Trial {
  readonly seed: number
  readonly base: readonly Clause[]
  readonly current: readonly Clause[]
  readonly mine: readonly Clause[]
  /** Words that only one side put in, and words that either took out. */
  readonly put: readonly string[]
  readonly gone: readonly string[]
}

function trialOf(seed: number): Trial {
  const random = randomFrom(seed)
  const base = Array.from({ length: 1 + random.int(3) }, (_, clause): Clause => ({
    id: clause === 0 ? 'op1' : `op1-${String(clause)}`,
    kind: 'operative',
    level: clause === 0 ? 0 : 1,
    suppressed: false,
    runs: cut(random, words(`${String(clause)}w`, 3 + random.int(8))),
  }))
  const [put, gone]: [string[], string[]] = [[], []]
  const side = (name: string) => base.map((clause) => edited(random, name, clause, put, gone))
  return { seed, base, current: side('c'), mine: side('m'), put, gone }
}

function words(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}${String(index)}x`)
}

/** One sentence in as many runs as chance will have it; some of them bold. */
function cut(random: Random, all: readonly string[]): Run[] {
  return all.map((word, index) => {
    const insert = index === 0 ? word : ` ${word}`
    return random.chance(0.15) ? { insert, attributes: { bold: true } } : { insert }
  })
}

function edited(random: Random, name: string, clause: Clause, put: string[], gone: string[]): Clause {
  const runs = clause.runs.flatMap((run, index): Run[] => {
    if (!random.chance(0.12)) return [run]
    const was = typeof run.insert === 'string' ? run.insert : ''
    const word = was.trim()
    const added = `${name}${clause.id.replaceAll('-', '')}n${String(index)}`
    if (random.chance(0.4)) {
      put.push(added)
      return [run, { insert: ` ${added}` }]
    }
    gone.push(word)
    if (random.chance(0.3) && index > 0) return []
    put.push(added)
    return [{ ...run, insert: was.replace(word, added) }]
  })
  return { ...clause, runs }
}

function has(clauses: readonly Clause[], word: string): boolean {
  return wordingText(clauses).split(/\s/u).includes(word)
}

/** What is wrong with a rebased wording: words that one side put in are lost, or those it took out came back. */
function faults({ put, gone, base, current, mine }: Trial, by: Rebase): string[] {
  const made = by(base, current, mine)
  if ('overlap' in made) return []
  const lost = put.filter((word) => !has(made.clauses, word))
  const back = gone.filter((word) => has(made.clauses, word))
  return [...lost.map((word) => `lost ${word}`), ...back.map((word) => `back ${word}`)]
}

describe('two wordings made from one', () => {
  test('[R33.a] brought together they hold the changes of both and no other word is touched (2,000 seeds)', () => {
    let [merged, overlapping] = [0, 0]
    for (const seed of SEEDS) {
      const trial = trialOf(seed)
      const message = `seed ${String(seed)}`
      expect(faults(trial, rebase), message).toEqual([])
      const made = rebase(trial.base, trial.current, trial.mine)
      if ('overlap' in made) {
        overlapping++
        continue
      }
      merged++
      for (const clause of trial.base) {
        for (const word of wordingText([clause]).split(' ')) {
          expect(has(made.clauses, word) || trial.gone.includes(word), `${message}: ${word}`).toBe(true)
        }
      }
    }
    expect(merged).toBeGreaterThan(500)
    expect(overlapping).toBeGreaterThan(200)
  })

  test('[R33.b] it does not matter which of the two is called the current one', () => {
    for (const seed of SEEDS) {
      const { base, current, mine } = trialOf(seed)
      const [one, other] = [rebase(base, current, mine), rebase(base, mine, current)]
      expect('overlap' in one, `seed ${String(seed)}`).toBe('overlap' in other)
      if ('clauses' in one && 'clauses' in other)
        expect(one.clauses, `seed ${String(seed)}`).toEqual(other.clauses)
    }
  })

  test('[R33.a] whoever changed nothing gets the words of the other', () => {
    for (const seed of SEEDS.slice(0, 300)) {
      const { base, current, mine } = trialOf(seed)
      for (const [made, expected] of [
        [rebase(base, base, mine), mine],
        [rebase(base, current, base), current],
      ] as const) {
        expect('clauses' in made && isSameToTheLetter(made.clauses, expected), `seed ${String(seed)}`).toBe(
          true,
        )
      }
    }
  })

  test('[R33.a] negative control: one that takes my words for the whole loses those of the other', () => {
    const found = SEEDS.filter(
      (seed) => faults(trialOf(seed), (_base, _current, mine) => ({ clauses: mine })).length > 0,
    )
    expect(found.length).toBeGreaterThan(500)
  })
})

const plain = (...texts: string[]): Clause[] =>
  texts.map((text, index) => ({
    id: index === 0 ? 'op1' : `op1-${String(index)}`,
    kind: 'operative',
    level: index === 0 ? 0 : 1,
    suppressed: false,
    runs: text === '' ? [] : [{ insert: text }],
  }))

describe('what overlaps', () => {
  test.each([
    ['different words', 'a b c d', 'x b c d', 'a b c y', 'x b c y'],
    ['neighbouring words', 'a b c', 'x b c', 'a y c', 'x y c'],
    ['a word before one taken out', 'a b c', 'a c', 'a b c d', 'a c d'],
  ])('[R4.d] %s do not', (_name, base, current, mine, expected) => {
    const made = rebase(plain(base), plain(current), plain(mine))
    expect('clauses' in made && wordingText(made.clauses)).toBe(expected)
  })

  test.each([
    ['the same word', 'a b c', 'a x c', 'a y c'],
    ['two insertions at one place', 'a b', 'a x b', 'a y b'],
    ['an insertion into what was taken out', 'a b c d', 'a d', 'a b x c d'],
  ])('[R4.d] %s does, and both are told', (_name, base, current, mine) => {
    const made = rebase(plain(base), plain(current), plain(mine))
    expect('overlap' in made && made.overlap.length).toBe(1)
  })

  test('[R4.d] words added to a sub-paragraph that was taken out do not slip into the one before it', () => {
    const made = rebase(
      plain('a b', 'c d', 'e'),
      plain('a b').concat(plain('', '', 'e').slice(2)),
      plain('a b', 'c d f', 'e'),
    )
    expect('overlap' in made).toBe(true)
  })

  test('[R4.e] a paragraph rewritten beyond measure counts as replaced from its first change to its last', () => {
    const many = (name: string) =>
      Array.from({ length: 900 }, (_, index) => `${name}${String(index)}`).join(' ')
    const base = plain(`first ${many('a')} last`)
    const rewritten = plain(`first ${many('b')} last`)
    const touched = rebase(base, rewritten, plain(`first ${many('a').replace('a450', 'mine')} last`))
    expect('overlap' in touched).toBe(true)
    const outside = rebase(base, rewritten, plain(`first ${many('a')} end`))
    expect('clauses' in outside && wordingText(outside.clauses)).toBe(`first ${many('b')} end`)
  })
})

describe('what has been brought along already', () => {
  test.each([
    ['the change of the text and one of its own', 'a b c d', 'x b c d', 'x b c y', true],
    ['the neighbouring word too', 'a b c', 'x b c', 'x y c', true],
    ['nothing of it', 'a b c d', 'x b c d', 'a b c y', false],
    ['one of two changes', 'a b c d', 'x b c y', 'x b c d', false],
    ['the same word in another place', 'a b c d', 'a b d', 'a c b d', false],
    ['the same words in another order', 'a b c d', 'b a c d', 'a b d c', false],
  ])('[V66.b] a draft with %s', (_name, base, current, mine, has) => {
    expect(hasChangesOf(plain(base), plain(current), plain(mine))).toBe(has)
  })
})
