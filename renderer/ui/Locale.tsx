import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** The widgets' own words (close, months, …) in the language of the window. */
export function Locale(props: { readonly language: string; readonly children: ReactNode }) {
  return <I18nProvider locale={props.language}>{props.children}</I18nProvider>
}
