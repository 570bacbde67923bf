/** What paragraphs and proposals are called in a sentence. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { OPERATION_WORDS } from './words.ts'

export interface Names {
  /** Its number, or its first words where it has none. */
  paragraph(id: string): string
  /** `Argentina`, `Brasil y Paraguay`, `Presidencia`. */
  proponents(proposal: ProposalState): string
  /** What it would do, in words: "Modifica el párrafo 2". */
  operation(proposal: ProposalState): string
}

export function useNames(): Names {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const paragraphs = useStore(useDocument().paragraphs)
  const paragraph = (id: string) => nameOf(paragraphs.find((one) => one.id === id)) ?? text('proposals.gone')
  return {
    paragraph,
    proponents({ proponents }) {
      const codes = proponents.flatMap((one) => (one.state === 'withdrawn' ? [] : [one.country]))
      const named = codes.length === 0 ? proponents.map((one) => one.country) : codes
      if (named.length === 0) return text('people.presidency')
      return formats.list(named.map((code) => country(code, language)))
    },
    operation({ operation }) {
      const words = OPERATION_WORDS[operation.kind]
      switch (operation.kind) {
        case 'insert':
          return operation.after === null
            ? text('proposals.operation.insertFirst')
            : text(words, { name: paragraph(operation.after) })
        case 'move':
          return operation.after === null
            ? text('proposals.operation.moveFirst', { name: paragraph(operation.paragraph) })
            : text(words, { name: paragraph(operation.paragraph), after: paragraph(operation.after) })
        case 'split':
          return text(words, { name: paragraph(operation.paragraph), count: operation.parts.length })
        case 'merge':
          return text(words, {
            names: formats.list(operation.paragraphs.map((target) => paragraph(target.paragraph))),
          })
        default:
          return text(words, { name: paragraph(operation.paragraph) })
      }
    },
  }
}

function nameOf(paragraph: ParagraphState | undefined): string | null {
  if (paragraph === undefined) return null
  if (paragraph.number !== '') return paragraph.number
  const words = openingWords(paragraph, 40)
  return words === '' ? null : `«${words}»`
}
