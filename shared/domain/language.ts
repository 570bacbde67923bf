/** Languages of the window. The language of a text is another matter: see {@link TextLanguage}. */
export const UI_LANGUAGES = ['es', 'pt', 'en'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

/** BCP 47 tag of a text; an open list, since networks translate into indigenous languages too. */
export type TextLanguage = string

/** A text given in each language of the window. */
export type Localized = Readonly<Record<UiLanguage, string>>
