import { useDocument, useStore } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'

/** What a paragraph is called in a sentence: its number, or its first words. */
export function useParagraphName(): (id: string) => string {
  const text = useText()
  const paragraphs = useStore(useDocument().paragraphs)
  return (id) => {
    const found = paragraphs.find((paragraph) => paragraph.id === id)
    if (found === undefined) return text('proposing.gone')
    return found.number === '' ? openingWords(found, 40) : found.number
  }
}
