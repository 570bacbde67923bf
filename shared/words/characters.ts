/** Characters that no wording may hold, as the domain lists them. */
const REFUSED =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uE000-\uF8FF\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\u{F0000}-\u{10FFFF}]|\p{Surrogate}/gu

export const refusedCharacters = (text: string): string[] => text.match(REFUSED) ?? []
