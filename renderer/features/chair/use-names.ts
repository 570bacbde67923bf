/** What paragraphs and proposals are called in a sentence of the Chair's. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'

const KIND_WORDS = {
  amend: 'proposing.kind.amend',
  alternative: 'proposing.kind.alternative',
  insert: 'proposing.kind.insert',
  delete: 'proposing.kind.delete',
  move: 'proposing.kind.move',
  split: 'proposing.kind.split',
  merge: 'proposing.kind.merge',
} as const

export interface Names {
  /** Its number, or its first words where it has none. */
  paragraph(id: string): string
  countries(codes: readonly CountryCode[]): string
  /** `Argentina (cambio de palabras)`. */
  proposal(proposal: ProposalState): string
  proposals(all: readonly ProposalState[]): string
}

export function useNames(): Names {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const paragraphs = useStore(useDocument().paragraphs)
  const countries = (codes: readonly CountryCode[]) =>
    formats.list(codes.map((code) => country(code, language)))
  const proposal = ({ proponents, operation }: ProposalState) => {
    const standing = proponents.filter(({ state }) => state !== 'withdrawn')
    const named = (standing.length > 0 ? standing : proponents).map((one) => one.country)
    return text('chair.name', {
      names: named.length === 0 ? text('people.presidency') : countries(named),
      what: text(KIND_WORDS[operation.kind]),
    })
  }
  return {
    paragraph(id) {
      const found = paragraphs.find((one) => one.id === id)
      if (found === undefined || found.number !== '') return found?.number ?? ''
      return `«${openingWords(found, 40)}»`
    },
    countries,
    proposal,
    proposals: (all) => formats.list(all.map(proposal)),
  }
}
