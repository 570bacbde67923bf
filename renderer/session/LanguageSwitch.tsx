import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { useSession } from './context.tsx'

const NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const

/** The language of the window, never of a text. */
export function LanguageSwitch({ whole = false }: { readonly whole?: boolean }) {
  const text = useText()
  const language = useLanguage()
  const { setSettings } = useSession()
  return (
    <Segmented
      label={text('window.language')}
      value={language}
      segments={UI_LANGUAGES.map((key) => ({
        key,
        label: whole ? NAMES[key] : key.toUpperCase(),
        name: NAMES[key],
        lang: key,
      }))}
      onChange={(key) => void setSettings({ language: key })}
    />
  )
}
