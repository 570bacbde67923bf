/** What the twelve hold of a version, by name: "Apoyan: Chile y Uruguay". */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { BACKINGS, type Backing } from '#shared/domain/proposal.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { SAID_WORDS } from './words.ts'

interface Said {
  readonly groups: readonly { readonly value: Backing; readonly codes: readonly CountryCode[] }[]
  readonly silent: number
  readonly sentence: string
}

export function useSaid({ backings, proponents }: ProposalState): Said {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const groups = BACKINGS.map((value) => ({
    value,
    codes: COUNTRY_CODES.filter((code) => backings[code]?.value === value),
  })).filter(({ codes }) => codes.length > 0)
  const behind = proponents.flatMap((one) => (one.state === 'withdrawn' ? [] : [one.country]))
  const silent = COUNTRY_CODES.filter((code) => backings[code] === undefined && !behind.includes(code)).length
  const sentences = groups.map(({ value, codes }) =>
    text(SAID_WORDS[value], {
      countries: formats.list(codes.map((code) => country(code, language))),
      count: codes.length,
    }),
  )
  return {
    groups,
    silent,
    sentence: [...sentences, text('proposals.said.silent', { count: silent })].join('. '),
  }
}
