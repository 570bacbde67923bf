/**
 * Characters that no wording may hold, since a reader could not see that they are there or what they do:
 * control, bidirectional, zero-width and other invisible characters, private use, half surrogates, and the
 * object character that stands for embeds. The window refuses them at input and the relay's guard again.
 * Only properties that no later edition of Unicode changes for existing text are used, so that an older relay
 * and a newer window agree.
 */
const REFUSED = String.raw`[\p{Cc}\p{Co}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFC]`
const anyRefused = new RegExp(REFUSED, 'u')

export interface RefusedCharacter {
  /** Index in UTF-16 units. */
  readonly at: number
  /** As people write it: `U+200B`. */
  readonly code: string
}

export function hasRefusedCharacter(text: string): boolean {
  return anyRefused.test(text)
}

/** In order of the text; empty when all of it may stand in a wording. */
export function refusedCharacters(text: string): readonly RefusedCharacter[] {
  return [...text.matchAll(new RegExp(REFUSED, 'gu'))].map((match) => ({
    at: match.index,
    code: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }))
}
