/** Mentioning a delegation while writing: what is being typed behind an `@`, and who it may be. */
import { countriesInOrder, type CountryCode } from '#shared/domain/country.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import { country } from '#renderer/i18n/names.ts'

export interface Typed {
  /** Of the `@`. */
  readonly at: number
  readonly words: string
}

/** null: the caret is not behind an `@` that begins a word. */
export function mentionAt(text: string, caret: number): Typed | null {
  const match = /(?<![\p{L}\p{N}@])@(\p{L}*)$/u.exec(text.slice(0, caret))
  return match === null ? null : { at: match.index, words: match[1] ?? '' }
}

const fold = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose code or name begins so, by name. */
export function offered(
  words: string,
  among: readonly CountryCode[],
  language: UiLanguage,
): readonly CountryCode[] {
  const wanted = fold(words)
  return countriesInOrder(language, among).filter(
    (code) => fold(code).startsWith(wanted) || fold(country(code, language)).startsWith(wanted),
  )
}

export interface Written {
  readonly text: string
  readonly caret: number
}

/** The delegation's sign in place of what was typed, or at the caret. */
export function withMention(text: string, caret: number, code: CountryCode): Written {
  const typed = mentionAt(text, caret)
  const before = text.slice(0, typed?.at ?? caret)
  const rest = text.slice(caret).replace(/^ /u, '')
  const gap = typed === null && /[\p{L}\p{N}@]$/u.test(before) ? ' ' : ''
  const sign = `${gap}@${code} `
  return { text: before + sign + rest, caret: before.length + sign.length }
}
