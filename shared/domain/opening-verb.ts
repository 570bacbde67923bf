/**
 * Which part of a declaration a paragraph belongs to by the way it opens: a gerund, participle or adjective in
 * the preamble, a verb in the present indicative in the operative part. Serves to recognise kinds on import and
 * to warn (rule 12); it never blocks, and it says nothing of languages whose verbs it does not know.
 */
import type { TextLanguage } from './language.ts'
import { OPENING_WORDS, type OpeningWords } from './opening-verb-data.ts'

export type Part = 'preambular' | 'operative'

export function openingVerb(text: string, language: TextLanguage): Part | null {
  const words = OPENING_WORDS[language.split('-')[0] ?? '']
  return words ? partOf(openingWords(text), words) : null
}

function partOf(opening: readonly string[], words: OpeningWords): Part | null {
  for (const [at, word] of opening.entries()) {
    const first = word.split('-')[0] ?? ''
    if (words.gerund.test(first) && !words.notGerund.includes(first)) return 'preambular'
    if (words.preambular.some((stem) => first.startsWith(stem))) return 'preambular'
    if (operativeForms(words).some((form) => opens(opening.slice(at), form))) return 'operative'
    if (!words.before.includes(word)) return null
  }
  return null
}

/** The first words without number, bullet or quotation mark, in lower case and without accents. */
function openingWords(text: string): readonly string[] {
  const plain = text.slice(0, 200).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/^(pp\d*|[a-z]\)|[^\p{L}])+/u, '')
      .match(/[\p{L}-]+/gu)
      ?.slice(0, 8) ?? []
  )
}

function opens(opening: readonly string[], form: string): boolean {
  return form
    .split(' ')
    .every((word, at) => opening[at] === word || (at === 0 && opening[0]?.split('-')[0] === word))
}

const formsByLanguage = new WeakMap<OpeningWords, readonly string[]>()

function operativeForms(words: OpeningWords): readonly string[] {
  const known = formsByLanguage.get(words)
  if (known) return known
  const forms = [...words.operative.flatMap((verb) => [verb, ...pluralsOf(verb, words)]), ...words.otherForms]
  formsByLanguage.set(words, forms)
  return forms
}

function pluralsOf(verb: string, words: OpeningWords): readonly string[] {
  const [first = '', ...rest] = verb.split(' ')
  return words.plural(first).map((plural) => [plural, ...rest].join(' '))
}
