/** The menu under the right button: spelling first, then the usual commands under our own labels. */
import { Menu, type ContextMenuParams, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Translator } from '#shared/i18n/format.ts'

export function addContextMenu(contents: WebContents, translator: () => Translator): void {
  contents.on('context-menu', (_event, params) => {
    const items = itemsFor(params, translator(), (word) => {
      contents.replaceMisspelling(word)
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup()
  })
}

function itemsFor(
  params: Pick<
    ContextMenuParams,
    'isEditable' | 'misspelledWord' | 'dictionarySuggestions' | 'selectionText'
  >,
  t: Translator,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  const spelling = params.misspelledWord === '' ? [] : spellingItems(params.dictionarySuggestions, t, replace)
  const copy: MenuItemConstructorOptions[] =
    params.isEditable || params.selectionText !== '' ? [{ label: t('menu.copy'), role: 'copy' }] : []
  if (!params.isEditable) return copy
  return [
    ...spelling,
    { label: t('menu.cut'), role: 'cut' },
    ...copy,
    { label: t('menu.paste'), role: 'paste' },
    { label: t('menu.pastePlain'), role: 'pasteAndMatchStyle' },
  ]
}

function spellingItems(
  suggestions: readonly string[],
  t: Translator,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = suggestions.map((word) => ({
    label: word,
    click: () => {
      replace(word)
    },
  }))
  if (items.length === 0) items.push({ label: t('menu.spelling.none'), enabled: false })
  return [...items, { type: 'separator' }]
}
