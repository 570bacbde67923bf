/** The language of the window. The language of a text is the text's own: `lang` on its passages. */
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import type { UiLanguage } from '#shared/domain/language.ts'
import { createTranslator, type Translator } from '#shared/i18n/format.ts'
import { Locale } from '#renderer/ui/Locale.tsx'
import { createFormats, type Formats } from './formats.ts'

interface Language {
  readonly language: UiLanguage
  readonly text: Translator
  readonly formats: Formats
}

const LanguageContext = createContext<Language | null>(null)

export function LanguageProvider(props: { readonly language: UiLanguage; readonly children: ReactNode }) {
  const { language } = props
  const value = useMemo(
    () => ({ language, text: createTranslator(language), formats: createFormats(language) }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageContext value={value}>
      <Locale language={language}>{props.children}</Locale>
    </LanguageContext>
  )
}

function useLanguageValue(): Language {
  const value = useContext(LanguageContext)
  if (value === null) throw new Error('no language around this view')
  return value
}
export const useLanguage = (): UiLanguage => useLanguageValue().language
export const useText = (): Translator => useLanguageValue().text
export const useFormats = (): Formats => useLanguageValue().formats
