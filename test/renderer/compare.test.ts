import { expect, test } from 'vitest'
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import {
  compareVersions,
  countChanges,
  isChanged,
  nextChange,
  versionOfRound,
  type Version,
} from '#renderer/session/compare.ts'

const clause = (id: string, words: string, kind: ClauseKind = 'operative', suppressed = false): Clause => ({
  id,
  kind,
  level: 0,
  suppressed,
  runs: [{ insert: words }],
})
/** `a:words`, in order; `-a:words` is suppressed. */
const version = (...given: readonly string[]): Version => {
  let number = 0
  return given.map((one) => {
    const suppressed = one.startsWith('-')
    const [id = '', words = ''] = one.replace('-', '').split(':')
    const clauses = [clause(id, words, 'operative', suppressed)]
    return { id, number: suppressed ? '' : String(++number), clauses }
  })
}
const signs = (before: Version, after: Version) =>
  compareVersions(before, after).map(({ id, change, moved }) => `${id} ${change}${moved ? ' moved' : ''}`)

test.each([
  ['nothing changed', ['a:x', 'b:y'], ['a:x', 'b:y'], ['a same', 'b same']],
  ['words changed', ['a:x', 'b:y'], ['a:x', 'b:z'], ['a same', 'b changed']],
  ['a new paragraph', ['a:x', 'b:y'], ['a:x', 'n:new', 'b:y'], ['a same', 'n added', 'b same']],
  ['one is gone from the middle', ['a:x', 'b:y', 'c:z'], ['a:x', 'c:z'], ['a same', 'b removed', 'c same']],
  ['the first two are gone', ['a:x', 'b:y', 'c:z'], ['c:z'], ['a removed', 'b removed', 'c same']],
  ['one is suppressed', ['a:x', 'b:y'], ['a:x', '-b:y'], ['a same', 'b removed']],
  ['one is restored', ['a:x', '-b:y'], ['a:x', 'b:y'], ['a same', 'b added']],
  ['suppressed before and now', ['a:x', '-b:y'], ['a:x', '-b:y'], ['a same']],
  [
    'one moved to the end',
    ['a:x', 'b:y', 'c:z'],
    ['b:y', 'c:z', 'a:x'],
    ['b same', 'c same', 'a same moved'],
  ],
  [
    'one moved to the front',
    ['a:x', 'b:y', 'c:z'],
    ['c:z', 'a:x', 'b:y'],
    ['c same moved', 'a same', 'b same'],
  ],
  [
    'moved and changed',
    ['a:x', 'b:y', 'c:z'],
    ['b:y', 'c:z', 'a:w'],
    ['b same', 'c same', 'a changed moved'],
  ],
  ['an empty text before', [], ['a:x'], ['a added']],
  ['an empty text now', ['a:x'], [], ['a removed']],
])('[V51] paragraphs are matched by their id: %s', (_what, before, after, expected) => {
  expect(signs(version(...before), version(...after))).toEqual(expected)
})

test('[V51] blanks and composed letters are no change, another kind of paragraph is', () => {
  const before: Version = [{ id: 'a', number: '1', clauses: [clause('a', 'Acción  común')] }]
  const alike: Version = [{ id: 'a', number: '1', clauses: [clause('a', 'Accio\u0301n común ')] }]
  const other: Version = [{ id: 'a', number: 'PP1', clauses: [clause('a', 'Acción común', 'preambular')] }]
  expect(signs(before, alike)).toEqual(['a same'])
  expect(signs(before, other)).toEqual(['a reclassified'])
})

test('[V51.a] changes are counted by kind, renumbering by itself', () => {
  const compared = compareVersions(
    version('a:x', 'b:y', 'c:z', 'd:w', 'e:v'),
    version('n:new', 'b:y', 'c:changed', 'e:v', 'd:w'),
  )
  expect(countChanges(compared)).toEqual({ changed: 1, added: 1, removed: 1, moved: 1, renumbered: 2 })
})

test('[V51.a] from change to change in both directions, round the end of the text', () => {
  const compared = compareVersions(version('a:x', 'b:y', 'c:z', 'd:w'), version('a:1', 'b:y', 'c:2', 'd:w'))
  expect(compared.filter(isChanged).map(({ id }) => id)).toEqual(['a', 'c'])
  const steps = (from: string | null, direction: 1 | -1) => nextChange(compared, from, direction)
  expect([steps(null, 1), steps('a', 1), steps('b', 1), steps('c', 1)]).toEqual(['a', 'c', 'c', 'a'])
  expect([steps(null, -1), steps('a', -1), steps('b', -1), steps('d', -1)]).toEqual(['c', 'c', 'a', 'c'])
  expect(nextChange(compareVersions(version('a:x'), version('a:x')), null, 1)).toBeNull()
})

test('[V50] a round is read with the paragraphs and the numbers it froze', () => {
  const sub: Clause = { ...clause('b', 'apartado'), level: 1 }
  const read = versionOfRound({
    v: 1,
    clauses: [clause('a', 'uno'), sub, clause('c', 'dos')],
    numbers: { a: '1' },
  })
  expect(read.map(({ id, number, clauses }) => [id, number, clauses.length])).toEqual([
    ['a', '1', 2],
    ['c', '', 1],
  ])
})

test('[V51.b] three thousand paragraphs in another order are matched within a second', () => {
  const ids = Array.from({ length: 3000 }, (_, i) => `p${String(i)}:words of paragraph ${String(i)}`)
  const before = version(...ids)
  const after = version(...ids.toReversed())
  const start = performance.now()
  const compared = compareVersions(before, after)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(countChanges(compared)).toMatchObject({ changed: 0, added: 0, removed: 0, moved: 2999 })
})
