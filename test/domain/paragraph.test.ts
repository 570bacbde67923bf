import { describe, expect, it } from 'vitest'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { groupParagraphs, hasPlaceholder, isConsentKind } from '#shared/domain/paragraph.ts'
import { clause } from './build.ts'

const shape = (...clauses: Parameters<typeof groupParagraphs>[0]) =>
  groupParagraphs(clauses).map((paragraph) => paragraph.clauses.map((one) => one.id).join('+'))

describe('a paragraph', () => {
  it('[R13.p] is a clause of level 0 with the sub-paragraphs and footnotes that follow it', () => {
    expect(
      shape(
        clause('t', 'title'),
        clause('a', 'preambular'),
        clause('f', 'footnote'),
        clause('b', 'operative'),
        clause('b1', 'operative', '', 1),
        clause('b2', 'text', '', 2),
        clause('g', 'footnote'),
        clause('b3', 'operative', '', 1),
        clause('c', 'operative'),
      ),
    ).toEqual(['t', 'a+f', 'b+b1+b2+g+b3', 'c'])
  })

  it('[R13.p] is named by the id of its first clause', () => {
    expect(groupParagraphs([clause('a', 'text'), clause('b', 'text', '', 1)]).map((one) => one.id)).toEqual([
      'a',
    ])
  })

  it('[R13.q] never hangs words of substance on a heading, a title or a signature block', () => {
    expect(
      shape(
        clause('h', 'heading'),
        clause('h1', 'heading', '', 1),
        clause('a1', 'operative', '', 1),
        clause('a2', 'operative', '', 2),
        clause('s', 'signature'),
        clause('s1', 'signature', '', 1),
        clause('x', 'text', '', 1),
      ),
    ).toEqual(['h', 'h1', 'a1+a2', 's+s1', 'x'])
  })

  it('[R13.q] begins with whatever clause comes first', () => {
    expect(shape(clause('f', 'footnote'), clause('a', 'operative', '', 2))).toEqual(['f', 'a'])
    expect(shape()).toEqual([])
  })

  it('[R13.q] is asked for consent unless it is a heading, a signature block or a footnote', () => {
    expect(CLAUSE_KINDS.filter(isConsentKind)).toEqual([
      'title',
      'chapeau',
      'preambular',
      'operative',
      'text',
    ])
  })
})

describe('a placeholder', () => {
  it.each([
    ['[por completar]', true],
    ['el [Por  completar] de octubre', true],
    ['[a completar]', true],
    ['[to be completed]', true],
    ['por completar', false],
    ['[Perú: por completar]', false],
  ])('[R21.h] stands in "%s": %s', (text, expected) => {
    expect(hasPlaceholder([clause('a', 'operative', 'Deciden'), clause('b', 'operative', text, 1)])).toBe(
      expected,
    )
  })

  it('[R21.h] is found across marks, and not in what is suppressed', () => {
    const marked = clause('a', 'operative', [
      { insert: '[por ', attributes: { bold: true } },
      { insert: 'completar]' },
    ])
    expect(hasPlaceholder([marked])).toBe(true)
    expect(hasPlaceholder([{ ...marked, suppressed: true }])).toBe(false)
  })
})
