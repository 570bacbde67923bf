/** What stands between a paragraph and "agreed", as sentences: one for each cause, naming its countries. */
import type { Missing } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { Translator } from '#shared/i18n/format.ts'

const SENTENCES = {
  objection: 'matrix.missing.objection',
  scrutiny: 'matrix.missing.scrutiny',
  disputed: 'matrix.missing.disputed',
  noCurrentWording: 'matrix.missing.noCurrentWording',
  openProposal: 'matrix.missing.openProposal',
  openBracket: 'matrix.missing.openBracket',
  placeholder: 'matrix.missing.placeholder',
  lapsed: 'matrix.missing.lapsed',
  noInstructions: 'matrix.missing.noInstructions',
  noPosition: 'matrix.missing.noPosition',
  suppressed: 'matrix.missing.suppressed',
} as const satisfies Record<Missing['kind'], MessageId>

/** `as`: the keys of the record above, in the order in which it names them. */
const ORDER = Object.keys(SENTENCES) as readonly Missing['kind'][]

export function missingSentences(
  missing: readonly Missing[],
  say: { readonly text: Translator; readonly names: (codes: readonly CountryCode[]) => string },
): readonly string[] {
  return ORDER.flatMap((kind) => {
    const of = missing.filter((one) => one.kind === kind)
    if (of.length === 0) return []
    const codes = of.flatMap((one) => ('country' in one ? [one.country] : 'act' in one ? one.countries : []))
    const isChairs = codes.length === 0 && of.some((one) => 'act' in one)
    if (codes.length === 0 && !isChairs) return [say.text(SENTENCES[kind])]
    const countries = isChairs ? say.text('people.presidency') : say.names([...new Set(codes)])
    return [say.text(SENTENCES[kind], { countries, count: of.length })]
  })
}
