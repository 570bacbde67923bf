import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, ClauseLevel, Run } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { cutParagraph, joinParts, type Cut } from '#shared/domain/parts.ts'
import { canonicalWording, plainText, wordingText } from '#shared/domain/wording.ts'

const SEED = 20220301

function operative(id: string, level: ClauseLevel, ...runs: Run[]): Clause {
  return { id, kind: 'operative', level, suppressed: false, runs }
}
const words = (insert: string): Run => ({ insert })
const note = (id: string): Clause => ({ ...operative(id, 0, words(`note ${id}`)), kind: 'footnote' })

const LONG = [
  operative(
    'p',
    0,
    words('Acuerdan facilitar, '),
    { insert: 'sin demora', attributes: { bold: true } },
    words(':'),
  ),
  operative('p-1', 1, words('la regularización'), { insert: { footnote: 'f1' } }, words(' de las personas')),
  operative('p-2', 2, words('y de sus familias')),
  operative('p-3', 1, words('el reconocimiento de títulos'), { insert: { footnote: 'f2' } }),
  note('f1'),
  note('f2'),
]

describe('cutting a paragraph into parts', () => {
  it('[R11.b] at a blank or before a sub-paragraph, footnotes with what refers to them', () => {
    const cuts = [
      { clause: 1, at: 0 },
      { clause: 1, at: 17 },
      { clause: 3, at: 0 },
    ]
    const parts = cutParagraph(LONG, cuts, ['a', 'b', 'c'])
    expect(parts?.map(({ level, clauses }) => [level, wordingText(clauses)])).toEqual([
      [0, 'Acuerdan facilitar, sin demora:'],
      [1, 'la regularización\nnote f1'],
      [0, 'de las personas\ny de sus familias'],
      [1, 'el reconocimiento de títulos\nnote f2'],
    ])
    expect(parts?.map(({ clauses }) => [clauses[0]?.id, clauses[0]?.level])).toEqual([
      ['p', 0],
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
  })

  it.each<[string, Cut[]]>([
    ['inside a word', [{ clause: 0, at: 3 }]],
    ['before the first clause', [{ clause: 0, at: 0 }]],
    ['behind the last', [{ clause: 4, at: 0 }]],
    [
      'out of order',
      [
        { clause: 3, at: 0 },
        { clause: 1, at: 0 },
      ],
    ],
    [
      'twice at one place',
      [
        { clause: 1, at: 0 },
        { clause: 1, at: 0 },
      ],
    ],
    ['nowhere', []],
  ])('[R11.b] not %s', (_where, cuts) => {
    expect(
      cutParagraph(
        LONG,
        cuts,
        cuts.map((_, index) => `n${String(index)}`),
      ),
    ).toBeNull()
  })

  it('[R11.b] leaves no part without words', () => {
    const blank = [operative('p', 0, words('Acuerdan  ')), operative('q', 1, words('algo'))]
    expect(cutParagraph(blank, [{ clause: 0, at: 8 }], ['n'])).toBeNull()
  })

  it(`[R11.b] joining what was cut gives back the same wording (seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (clauses, picks) => {
        const all = placesOf(clauses)
        const cuts = [...new Set(picks.map((pick) => pick % Math.max(1, all.length)))]
          .sort((a, b) => a - b)
          .flatMap((index) => all[index] ?? [])
        const parts = cutParagraph(
          clauses,
          cuts,
          cuts.map((_, index) => `n${String(index)}`),
        )
        fc.pre(parts !== null)
        for (const part of parts) expect(groupParagraphs(part.clauses)).toHaveLength(1)
        const joined = joinParts(parts)
        expect(canonicalWording(joined)).toBe(canonicalWording(clauses))
        expect(joined[0]?.id).toBe('c0')
      }),
      { seed: SEED, numRuns: 600 },
    )
  })

  it('[R11.b] negative control: without the levels of its parts a paragraph does not come back', () => {
    const parts = cutParagraph(LONG, [{ clause: 1, at: 0 }], ['a']) ?? []
    const flat = joinParts(parts.map(({ clauses }) => ({ clauses, level: 0 as const })))
    expect(canonicalWording(flat)).not.toBe(canonicalWording(LONG))
  })
})

const run = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom('aa', 'é', ' ', '  ', 'ñandú', ';'), { minLength: 1 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
/** A head, sub-paragraphs of any level, breaks in their words, and a footnote to some. */
const paragraphs = fc
  .array(
    fc.record({
      level: fc.constantFrom<ClauseLevel>(1, 2, 3),
      runs: fc.array(run, { minLength: 1, maxLength: 4 }),
      noted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((shapes): Clause[] => {
    const body = shapes.map(({ level, runs, noted }, index): Clause => {
      const inserts = runs.map((one): Run => ({ insert: one === null ? { br: true } : one.join('') }))
      const reference: Run[] = noted ? [{ insert: { footnote: `f${String(index)}` } }] : []
      const depth: ClauseLevel = index === 0 ? 0 : level
      return operative(`c${String(index)}`, depth, words('x'), ...inserts, ...reference, words(' fin'))
    })
    return [...body, ...shapes.flatMap(({ noted }, index) => (noted ? [note(`f${String(index)}`)] : []))]
  })

/** Everywhere a cut may be. */
function placesOf(clauses: readonly Clause[]): Cut[] {
  return clauses.flatMap((clause, index): Cut[] => {
    if (clause.kind === 'footnote') return []
    const blanks = Array.from(plainText(clause)).flatMap((character, at) =>
      character.trim() === '' && at > 0 ? [at] : [],
    )
    return [...(index > 0 ? [0] : []), ...blanks].map((at) => ({ clause: index, at }))
  })
}
