import type { ParagraphState } from '#shared/acts/state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useRecord } from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'

/** What changed under the positions that lapsed, once for each earlier wording, with the countries that took theirs on it. */
export function LapsedChange({ paragraph }: { readonly paragraph: ParagraphState }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const record = useRecord()
  const current = shownWording(paragraph)
  const groups = lapsedGroups(paragraph)
  if (current === null || groups.length === 0) return null
  return (
    <section className="lapsed-change" aria-label={text('consensus.lapsed.label')}>
      {groups.map(([before, codes]) => (
        <div key={before}>
          <p className="quiet">
            {text('consensus.lapsed.countries', {
              count: codes.length,
              countries: formats.list(codes.map((code) => country(code, language))),
            })}
          </p>
          <WordDiff
            before={before}
            after={wordingText(current.clauses)}
            language={record?.language ?? 'es'}
            removedLabel={text('window.diff.removed')}
            addedLabel={text('window.diff.added')}
          />
        </div>
      ))}
    </section>
  )
}

function lapsedGroups({ positions }: ParagraphState): readonly (readonly [string, readonly CountryCode[]])[] {
  const groups = new Map<string, CountryCode[]>()
  for (const code of COUNTRY_CODES) {
    const position = positions[code]
    if (position.kind !== 'lapsed') continue
    groups.set(position.wording, [...(groups.get(position.wording) ?? []), code])
  }
  return [...groups]
}
