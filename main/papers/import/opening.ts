import { openingVerb, type Part } from '#shared/domain/opening-verb.ts'

export type Opening = (text: string) => Part | null

/** The commonest small words; a text in another language uses few of them. */
const SMALL_WORDS = {
  es: ['el', 'los', 'las', 'y', 'en', 'del', 'una', 'con', 'por', 'para'],
  pt: ['o', 'os', 'as', 'e', 'em', 'do', 'da', 'dos', 'das', 'com', 'uma', 'não'],
  en: ['the', 'of', 'and', 'to', 'in', 'for', 'with', 'by'],
} as const
const LANGUAGES = ['es', 'pt', 'en'] as const
/** Below this share of small words the language is none of the three. */
const LEAST_SHARE = 0.05

function languageOf(texts: readonly string[]): string | null {
  const words = texts
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const share = (language: (typeof LANGUAGES)[number]) =>
    words.filter((word) => (SMALL_WORDS[language] as readonly string[]).includes(word)).length / words.length // widened: any word may be asked for
  const best = LANGUAGES.reduce((a, b) => (share(b) > share(a) ? b : a))
  return share(best) >= LEAST_SHARE ? best : null
}

/** Reads opening words in the language that the file appears to be in, since it does not say. */
export function openingIn(texts: readonly string[]): Opening {
  const language = languageOf(texts)
  return (text) => (language === null ? null : openingVerb(text.replace(/^[«“"'([]+/u, ''), language))
}
