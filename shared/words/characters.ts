/** Wordings without what no wording may hold (domain/characters.ts says what that is). */
import { refusedCharacters as findRefused } from '#shared/domain/characters.ts'

export interface Cleaned {
  readonly text: string
  /** What was taken out, as people write it: `U+200B`. */
  readonly refused: readonly string[]
}

export function withoutRefused(text: string): Cleaned {
  const refused = findRefused(text)
  let cleaned = ''
  let from = 0
  for (const { at } of refused) {
    cleaned += text.slice(from, at)
    from = at + lengthAt(text, at)
  }
  return { text: cleaned + text.slice(from), refused: refused.map(({ code }) => code) }
}

/** Places of refused characters, from left to right. */
export const refusedRanges = (
  text: string,
): readonly { readonly from: number; readonly to: number; readonly code: string }[] =>
  findRefused(text).map(({ at, code }) => ({ from: at, to: at + lengthAt(text, at), code }))

/** The refused characters themselves. */
export const refusedCharacters = (text: string): string[] =>
  refusedRanges(text).map(({ from, to }) => text.slice(from, to))

const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
