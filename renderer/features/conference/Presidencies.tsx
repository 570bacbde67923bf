import type { CountryCode } from '#shared/domain/country.ts'
import { useConferenceState } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Section } from './Section.tsx'
import { troikaTerms } from './troika-terms.ts'

const TURN_WORDS = {
  before: 'people.conference.before',
  now: 'people.conference.now',
  next: 'people.conference.next',
} as const

/** Who presides, who did before and who will: the Troika (rule 42). */
export function Presidencies() {
  const text = useText()
  const language = useLanguage()
  const { presidencies, ppt } = useConferenceState()
  const terms = troikaTerms(presidencies, ppt)
  const name = (code: CountryCode) => country(code, language)
  return (
    <Section title={text('people.conference.troika')} isEmpty={terms.length === 0}>
      <dl className="conference-troika">
        {terms.map(({ turn, term }) => (
          <div key={turn} className={turn === 'now' ? 'conference-presides' : undefined}>
            <dt>{text(TURN_WORDS[turn])}</dt>
            <dd>
              <strong>{name(term.country)}</strong>
              <span className="quiet">
                {text('people.conference.editionOf', { edition: term.conference })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
