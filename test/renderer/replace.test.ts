import { describe, expect, test } from 'vitest'
import type { Clause, Run } from '#shared/domain/clause.ts'
import { plainText } from '#shared/domain/wording.ts'
import { fold, replaceIn, type Search } from '#renderer/session/replace.ts'

const clause = (...runs: readonly (string | Run)[]): Clause => ({
  id: 'a',
  kind: 'operative',
  level: 0,
  suppressed: false,
  runs: runs.map((run) => (typeof run === 'string' ? { insert: run } : run)),
})
const bold = (insert: string): Run => ({ insert, attributes: { bold: true } })
const italic = (insert: string): Run => ({ insert, attributes: { italic: true } })
const BREAK: Run = { insert: { br: true } }
const search = (find: string, replace: string, change: Partial<Search> = {}): Search => ({
  find,
  replace,
  isCaseExact: false,
  isAccentExact: false,
  ...change,
})

describe('[V95] what replaces a match has the formatting of its first letter, and nothing else changes', () => {
  const table: readonly (readonly [string, Clause, Search, readonly (string | Run)[], number])[] = [
    ['plain', clause('un plan común'), search('plan', 'programa'), ['un programa común'], 1],
    ['twice', clause('plan a plan'), search('plan', 'red'), ['red a red'], 2],
    ['side by side', clause('aaaa'), search('aa', 'b'), ['bb'], 2],
    ['at both ends', clause('ab ab'), search('ab', 'c'), ['c c'], 2],
    ['to nothing', clause('de los planes'), search(' los', ''), ['de planes'], 1],
    [
      'inside bold',
      clause('un ', bold('gran plan'), ' común'),
      search('plan', 'red'),
      ['un ', bold('gran red'), ' común'],
      1,
    ],
    [
      'over two runs',
      clause('un pl', bold('an común')),
      search('plan', 'red'),
      ['un red', bold(' común')],
      1,
    ],
    [
      'over three runs',
      clause('p', bold('la'), italic('n s')),
      search('plan', 'red'),
      ['red', italic(' s')],
      1,
    ],
    ['a whole run gone', clause('a ', bold('x'), ' b'), search('x ', ''), ['a b'], 1],
    ['a match that a whole run ends', clause(bold('x'), 'y', bold('z')), search('y', ''), [bold('xz')], 1],
    ['not over a break', clause('pl', BREAK, 'an'), search('plan', 'red'), ['pl', BREAK, 'an'], 0],
    ['beside a break', clause('plan', BREAK, 'plan'), search('plan', 'red'), ['red', BREAK, 'red'], 2],
    ['nothing to find', clause('plan'), search('', 'red'), ['plan'], 0],
    ['no object can be sought', clause('a', BREAK), search('\uFFFC', 'b'), ['a', BREAK], 0],
    ['grows over itself', clause('aa'), search('a', 'aa'), ['aaaa'], 2],
  ]
  test.each(table)('%s', (_name, before, wanted, runs, count) => {
    const after = replaceIn([before], wanted)
    expect(after.count).toBe(count)
    expect(after.clauses[0]?.runs).toEqual(clause(...runs).runs)
  })

  test('clauses and runs without a match are the very same', () => {
    const [one, two] = [clause('nada'), clause('un plan ', bold('igual'))]
    const { clauses } = replaceIn([one, two], search('plan', 'red'))
    expect(clauses[0]).toBe(one)
    expect(clauses[1]?.runs[1]).toBe(two.runs[1])
    expect(clauses[1]).toMatchObject({ id: 'a', kind: 'operative', level: 0, suppressed: false })
    const all = [one, two]
    expect(replaceIn(all, search('otra cosa', 'x')).clauses).toBe(all)
  })
})

describe('[V95.a] case and accents count only where that is asked for', () => {
  test.each([
    ['Migración migracion MIGRACIÓN', {}, 3],
    ['Migración migracion MIGRACIÓN', { isCaseExact: true }, 1],
    ['Migración migracion MIGRACIÓN', { isAccentExact: true }, 1],
    ['Migración migracion migración', { isCaseExact: true, isAccentExact: true }, 1],
    ['ſ ﬁ İ', {}, 0],
  ] as const)('%s %j', (words, change, count) => {
    expect(replaceIn([clause(words)], search('migracion', 'x', change)).count).toBe(count)
  })

  test('folding never moves a letter', () => {
    const letters = Array.from({ length: 0x3000 }, (_, i) => String.fromCodePoint(i)).join('')
    expect(fold(letters, { isCaseExact: false, isAccentExact: false })).toHaveLength(letters.length)
  })
})

test('[V95] seed 11: what stands around the matches stays, letter by letter', () => {
  let seed = 11
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  for (let round = 0; round < 400; round++) {
    const runs = Array.from({ length: 1 + next(6) }, (): Run => {
      const words = Array.from({ length: 1 + next(5) }, () => 'abá '.charAt(next(4))).join('')
      return [{ insert: words }, bold(words), italic(words), BREAK][next(4)] ?? BREAK
    })
    const before = clause(...runs)
    const find = ['ab', 'a', 'b ', 'áb'][next(4)] ?? 'a'
    const exact = { isCaseExact: true, isAccentExact: true }
    const { clauses, count } = replaceIn([before], search(find, 'Z', exact))
    const words = plainText(before)
    expect(plainText(clauses[0] ?? before), JSON.stringify(runs)).toBe(words.replaceAll(find, 'Z'))
    expect(count).toBe(words.split(find).length - 1)
    const embeds = (one: Clause) => one.runs.filter(({ insert }) => typeof insert !== 'string').length
    expect(embeds(clauses[0] ?? before)).toBe(embeds(before))
  }
})
