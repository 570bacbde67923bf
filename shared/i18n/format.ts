/**
 * From a message id to a sentence in the language of the window. Works wherever `Intl` is: Node, Electron's
 * main process and the window. A message whose values are missing shows its pattern rather than break the
 * view it stands in; whoever wants to know passes `report`.
 */
import { createIntl, createIntlCache } from '@formatjs/intl'
import type { UiLanguage } from '#shared/domain/language.ts'
import { messages, type MessageId } from './catalogue.ts'

export type MessageValues = Readonly<Record<string, string | number | boolean>>
export type Translator = (id: MessageId, values?: MessageValues) => string

const silent = () => undefined

export function createTranslator(
  language: UiLanguage,
  report: (problem: Error) => void = silent,
): Translator {
  const intl = createIntl(
    {
      locale: language,
      defaultLocale: 'es',
      messages: { ...messages('es'), ...messages(language) },
      onError: report,
      onWarn: silent,
    },
    createIntlCache(),
  )
  return (id, values) => intl.formatMessage({ id }, values)
}
