import { describe, expect, it } from 'vitest'
import { diffWords, type DiffSegment } from '#shared/words/diff.ts'
import { randomFrom } from '#test/kit/random.ts'

const before = (segments: readonly DiffSegment[]): string => join(segments, 'added')
const after = (segments: readonly DiffSegment[]): string => join(segments, 'removed')
const join = (segments: readonly DiffSegment[], without: string): string =>
  segments
    .filter((segment) => segment.kind !== without)
    .map((segment) => segment.text)
    .join('')

describe('the word diff', () => {
  it('[W9.a] names the words that changed, removed before added', () => {
    expect(diffWords('los Estados acuerdan cooperar', 'los Estados convienen cooperar')).toEqual([
      { kind: 'same', text: 'los Estados ' },
      { kind: 'removed', text: 'acuerdan' },
      { kind: 'added', text: 'convienen' },
      { kind: 'same', text: ' cooperar' },
    ])
  })

  it('[W9.b] shows a rewritten passage as one change, not as splinters', () => {
    expect(diffWords('el acceso a la salud', 'una garantía de trabajo digno')).toEqual([
      { kind: 'removed', text: 'el acceso a la salud' },
      { kind: 'added', text: 'una garantía de trabajo digno' },
    ])
    expect(diffWords('uno dos', 'uno')).toEqual([
      { kind: 'same', text: 'uno' },
      { kind: 'removed', text: ' dos' },
    ])
  })

  it('[W9.c] gives both texts back exactly, blanks included (2,000 pairs, seed 7)', () => {
    const random = randomFrom(7)
    const words = [
      'la',
      'migración',
      'Nº 5',
      '\u00A0',
      '«ñandú»',
      ',',
      '5.º',
      '  ',
      '\u{1F30E}',
      'guaraní',
      'Estados',
    ]
    const text = (): string =>
      Array.from({ length: random.int(30) }, () => random.pick(words)).join(random.pick([' ', '']))
    for (let i = 0; i < 2000; i++) {
      const [a, b] = [text(), text()]
      const segments = diffWords(a, b)
      expect([before(segments), after(segments)]).toEqual([a, b])
    }
  })

  it('[W9.d] shows what takes too long as a replacement of the whole', () => {
    expect(diffWords('a b c', 'a x c', 0)).toEqual([
      { kind: 'removed', text: 'a b c' },
      { kind: 'added', text: 'a x c' },
    ])
  })

  it('says nothing about equal texts but that they are the same', () => {
    expect(diffWords('igual', 'igual')).toEqual([{ kind: 'same', text: 'igual' }])
    expect(diffWords('', '')).toEqual([])
  })
})
