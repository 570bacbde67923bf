import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClauseKind } from '#shared/domain/clause.ts'
import {
  alternativeLabel,
  LAYOUT_FAMILIES,
  numberParagraphs,
  renumbered,
  type LayoutFamily,
} from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { subLabel, subLabels } from '#shared/domain/sub-label.ts'
import { clause } from './build.ts'

const SEED = 20101025
const KINDS = {
  t: 'title',
  h: 'heading',
  c: 'chapeau',
  p: 'preambular',
  o: 'operative',
  x: 'text',
  s: 'signature',
  f: 'footnote',
} satisfies Record<string, ClauseKind>

/** `p1 o2~`: kind, then the rest of the id; a tilde marks what is suppressed. */
function text(words: string): Paragraph[] {
  return words.split(' ').map((word) => {
    const kind = KINDS[word.charAt(0) as keyof typeof KINDS] // `as`: the tests write only these letters
    const id = word.replace('~', '')
    return { id, clauses: [{ ...clause(id, kind), suppressed: word.endsWith('~') }] }
  })
}
const numbers = (words: string, layout: LayoutFamily = 'gerund', frozen?: Map<string, string>) =>
  [...numberParagraphs(text(words), layout, frozen).values()].map((number) => number || '-').join(', ')
const frozenFrom = (words: string, layout: LayoutFamily = 'gerund') => numberParagraphs(text(words), layout)

/** `o1 o2/o1 o3/o1`: o1, o2 and o3 are the parts of o1. */
function withParts(words: string): Paragraph[] {
  const counts = new Map<string, number>()
  return words.split(' ').flatMap((word) => {
    const [own = '', of] = word.split('/')
    return text(own).map((paragraph) => {
      if (of === undefined) return paragraph
      const index = counts.get(of) ?? 0
      counts.set(of, index + 1)
      return { ...paragraph, part: { paragraph: of, index } }
    })
  })
}

describe('numbers of a paragraph split for negotiation', () => {
  const listed = (words: string, frozen?: ReadonlyMap<string, string>) =>
    [...numberParagraphs(withParts(words), 'gerund', frozen).values()].join(', ')
  const parted = (words: string) => numberParagraphs(withParts(words), 'gerund')

  it('[R11.a] its parts share its number and count by letters, and those after it go on', () => {
    expect(listed('p1 o1 o2/o2 o3/o2 o4/o2 o5')).toBe('PP1, 1, 2(a), 2(b), 2(c), 3')
    expect(listed('p1/p1 p2/p1 p3')).toBe('PP1(a), PP1(b), PP2')
    const many = ['o1', ...Array.from({ length: 27 }, (_, index) => `o${String(index + 2)}`)]
    expect(listed(many.map((id) => `${id}/o1`).join(' '))).toContain('1(z), 1(aa), 1(ab)')
  })

  it('[R11.a] between rounds it keeps its number while split, and what is inserted after it follows that', () => {
    const frozen = frozenFrom('o1 o2 o3')
    expect(listed('o1 o2/o2 o7/o2 o3', frozen)).toBe('1, 2(a), 2(b), 3')
    expect(listed('o1 o2/o2 o7/o2 o8 o3', parted('o1 o2/o2 o7/o2 o3'))).toBe('1, 2(a), 2(b), 2 bis, 3')
    expect(listed('o1 o2 o3', frozen)).toBe('1, 2, 3')
  })

  it('[R11.a] a suppressed part has no number in a round, and the whole only if all of it is suppressed', () => {
    expect(listed('o1~/o1 o2/o1 o3')).toBe(', 1(b), 2')
    expect(listed('o1~/o1 o2~/o1 o3')).toBe(', , 1')
  })

  it('[R11.a] joined again it is not renumbered unless its number changed', () => {
    const before = parted('o1 o2/o2 o7/o2 o3')
    expect(renumbered(before, frozenFrom('o1 o2 o3'))).toEqual([])
    expect(renumbered(before, frozenFrom('o2 o3'))).toEqual([
      { paragraph: 'o2', from: '2', to: '1' },
      { paragraph: 'o3', from: '3', to: '2' },
    ])
    expect(renumbered(before, parted('o2/o2 o7/o2 o3'))).toEqual([
      { paragraph: 'o2', from: '2(a)', to: '1(a)' },
      { paragraph: 'o7', from: '2(b)', to: '1(b)' },
      { paragraph: 'o3', from: '3', to: '2' },
    ])
  })
})

describe('numbers of a round', () => {
  it.each([
    ['gerund', '-, -, PP1, PP2, -, 1, -, 2, -, -'],
    ['headingVerb', '-, -, PP1, PP2, -, 1, -, 2, -, -'],
    ['plural', '-, -, PP1, PP2, -, 1, -, 2, -, -'],
    ['sections', '-, -, PP1, PP2, -, 1, 2, 3, -, -'],
  ] as const)('[R9.a] run through the text by preamble and operative part, family %s', (layout, expected) => {
    expect(numbers('t c p1 p2 h o1 x1 o2 s f', layout)).toBe(expected)
  })

  it('[R9.a] never begin again under a heading', () => {
    expect(numbers('h1 o1 o2 h2 o3', 'sections')).toBe('-, 1, 2, -, 3')
  })

  it('[R9.b] skip what is suppressed, and say what became of each number', () => {
    const before = frozenFrom('p1 o1 o2 o3')
    const after = numberParagraphs(text('p1 o1~ o2 o4 o3'), 'gerund')
    expect([...after.values()]).toEqual(['PP1', '', '1', '2', '3'])
    expect(renumbered(before, after)).toEqual([
      { paragraph: 'o1', from: '1', to: '' },
      { paragraph: 'o2', from: '2', to: '1' },
    ])
  })
})

describe('numbers between rounds', () => {
  const frozen = frozenFrom('p1 p2 o1 o2 o3 o4')

  it.each([
    ['p1 p2 o1 o2 o3 o4', 'PP1, PP2, 1, 2, 3, 4', 'stay'],
    ['p1 p2 o1 o2 o3 oA o4', 'PP1, PP2, 1, 2, 3, 3 bis, 4', 'call an insertion after 3 "3 bis"'],
    [
      'p1 p2 o1 o2 o3 oA oB oC oD o4',
      'PP1, PP2, 1, 2, 3, 3 bis, 3 ter, 3 quater, 3 quinquies, 4',
      'go on in Latin',
    ],
    ['p1 pA p2 o1 o2 o3 o4', 'PP1, PP1 bis, PP2, 1, 2, 3, 4', 'are inserted in the preamble alike'],
    ['p1 p2 oA o1 o2 o3 o4', 'PP1, PP2, 0, 1, 2, 3, 4', 'begin at 0 before the first'],
    ['pA pB p1 p2 o1 o2 o3 o4', 'PP0, PP0 bis, PP1, PP2, 1, 2, 3, 4', 'go on from 0 before the first'],
    ['p1 p2 o3 o1 o2 o4', 'PP1, PP2, 3, 1, 2, 4', 'follow a paragraph that moves'],
    ['p1 p2 o1~ o2 o3 o4', 'PP1, PP2, 1, 2, 3, 4', 'stay on what is suppressed'],
    ['p1 p2 o1 oA~ o2 o3 o4', 'PP1, PP2, 1, -, 2, 3, 4', 'are not spent on an insertion that is suppressed'],
    ['p1 p2 o1~ oA o2 o3 o4', 'PP1, PP2, 1, 1 bis, 2, 3, 4', 'hang on what is suppressed too'],
  ])('[R9.c] %s → %s: they %s', (words, expected) => {
    expect(numbers(words, 'gerund', frozen)).toBe(expected)
  })

  it('[R9.d] once given are kept by an insertion when another comes before it', () => {
    const first = numberParagraphs(text('o1 oA o2'), 'gerund', frozenFrom('o1 o2'))
    expect(numbers('o1 oB oA o2', 'gerund', first)).toBe('1, 1 ter, 1 bis, 2')
  })

  it('[R9.d] are changed by a paragraph that goes from the preamble to the operative part', () => {
    const moved = text('p1 o1')
    const operative = { id: 'p1', clauses: [clause('p1', 'operative')] }
    const [, second] = moved
    expect([
      ...numberParagraphs([...(second ? [second] : []), operative], 'gerund', frozenFrom('p1 o1')).values(),
    ]).toEqual(['1', '1 bis'])
  })

  it('[R9.c] do not run out when Latin does', () => {
    const many = Array.from({ length: 22 }, (_, at) => `oN${String(at)}`).join(' ')
    expect(numbers(`o1 ${many}`, 'gerund', frozenFrom('o1')).split(', ').slice(-4)).toEqual([
      '1 vicies',
      '1 (21)',
      '1 (22)',
      '1 (23)',
    ])
  })

  it('[R9.e] name an alternative of 5 "5 alt 1"', () => {
    expect([alternativeLabel('5', 1), alternativeLabel('PP2 bis', 2), alternativeLabel('', 1)]).toEqual([
      '5 alt 1',
      'PP2 bis alt 2',
      'alt 1',
    ])
  })

  it(`[R9.f] never repeat, and never change once given (seed ${String(SEED)})`, () => {
    const insertion = fc.record({
      kind: fc.constantFrom('p', 'o', 'x', 'h'),
      at: fc.nat(40),
      suppressed: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUT_FAMILIES),
        fc.array(insertion, { maxLength: 40 }),
        (layout, insertions) => {
          let words = ['p1', 'p2', 'o1', 'o2', 'o3']
          let given = numberParagraphs(text(words.join(' ')), layout)
          for (const [k, one] of insertions.entries()) {
            const at = one.at % (words.length + 1)
            words = words.toSpliced(at, 0, `${one.kind}N${String(k)}${one.suppressed ? '~' : ''}`)
            const next = numberParagraphs(text(words.join(' ')), layout, given)
            for (const [id, number] of given) expect(next.get(id)).toBe(number)
            given = next
          }
          const used = [...given.values()].filter((number) => number !== '')
          expect(new Set(used).size).toBe(used.length)
        },
      ),
      { seed: SEED, numRuns: 150 },
    )
  })
})

describe('labels of sub-paragraphs', () => {
  it.each([
    ['es', 'a)', 'i)', 'a.'],
    ['pt', 'a)', 'i)', 'a.'],
    ['en', '(a)', '(i)', 'a.'],
    ['en-GB', '(a)', '(i)', 'a.'],
    ['quy', 'a)', 'i)', 'a.'],
  ])('[R9.g] in %s are %s, then %s, then %s', (language, first, second, third) => {
    expect([subLabel(1, 0, language), subLabel(2, 0, language), subLabel(3, 0, language)]).toEqual([
      first,
      second,
      third,
    ])
    expect(subLabel(0, 3, language)).toBe('')
  })

  it('[R9.g] go on beyond the alphabet and count in Roman', () => {
    expect([25, 26, 27, 52].map((index) => subLabel(1, index, 'es'))).toEqual(['z)', 'aa)', 'ab)', 'ba)'])
    expect([3, 8, 13, 39].map((index) => subLabel(2, index, 'es'))).toEqual(['iv)', 'ix)', 'xiv)', 'xl)'])
  })

  it('[R9.g] begin again under each clause above, past footnotes and what is suppressed', () => {
    const clauses = [
      clause('o', 'operative'),
      clause('a', 'operative', '', 1),
      clause('a1', 'operative', '', 2),
      clause('n', 'footnote', '', 2),
      clause('a2', 'operative', '', 2),
      { ...clause('gone', 'operative', '', 1), suppressed: true },
      clause('b', 'operative', '', 1),
      clause('b1', 'operative', '', 2),
    ]
    expect([...subLabels(clauses, 'es').values()]).toEqual(['', 'a)', 'i)', '', 'ii)', '', 'b)', 'i)'])
  })
})
