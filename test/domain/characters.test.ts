import { describe, expect, it } from 'vitest'
import { hasRefusedCharacter, refusedCharacters } from '#shared/domain/characters.ts'

describe('characters of a wording', () => {
  it.each([
    ['a control character', '\u0000', 'U+0000'],
    ['a tab', '\t', 'U+0009'],
    ['a line feed', '\n', 'U+000A'],
    ['delete', '\u007F', 'U+007F'],
    ['a soft hyphen', '\u00AD', 'U+00AD'],
    ['an Arabic letter mark', '\u061C', 'U+061C'],
    ['a zero-width space', '\u200B', 'U+200B'],
    ['a right-to-left mark', '\u200F', 'U+200F'],
    ['a right-to-left override', '\u202E', 'U+202E'],
    ['a line separator', '\u2028', 'U+2028'],
    ['a word joiner', '\u2060', 'U+2060'],
    ['an isolate', '\u2067', 'U+2067'],
    ['a byte order mark', '\uFEFF', 'U+FEFF'],
    ['a variation selector', '\uFE0F', 'U+FE0F'],
    ['private use', '\uE000', 'U+E000'],
    ['private use beyond the first plane', '\u{F0000}', 'U+F0000'],
    ['a tag character', '\u{E0041}', 'U+E0041'],
    ['half a surrogate pair', '\uD83D', 'U+D83D'],
    ['the object character', '\uFFFC', 'U+FFFC'],
    ['no character at all', '\uFFFF', 'U+FFFF'],
  ])('[R15.j] refuse %s', (_name, character, code) => {
    expect(refusedCharacters(`ab${character}c`)).toEqual([{ at: 2, code }])
    expect(hasRefusedCharacter(`ab${character}c`)).toBe(true)
  })

  it('[R15.j] let pass what people write, in the languages of the region too', () => {
    const written = 'Ñandé mbo’e — «Perú», 1.º; ş ġ ü\u0308 日本 😀 […] a\u00A0b \u2013 ch’ulla'
    expect(refusedCharacters(written)).toEqual([])
    expect(hasRefusedCharacter(written)).toBe(false)
  })
})
