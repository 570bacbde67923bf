import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { formatPeriod } from '#renderer/i18n/period.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { Section } from './Section.tsx'
import { useEntries } from './use-entries.ts'

/** Past declarations; where the conference has the record but not the words, it says so. */
export function Declarations() {
  const text = useText()
  const language = useLanguage()
  const entries = useEntries('declaration')
  return (
    <Section title={text('people.conference.declarations')} isEmpty={entries.length === 0}>
      <ul className="conference-declarations">
        {entries.map(({ id, title, date, note, textLoaded }) => (
          <li key={id}>
            <span className="conference-date">{date === null ? '' : formatPeriod(date, language)}</span>
            <span>
              {title}
              {note !== null && <span className="conference-note">{note}</span>}
            </span>
            {!textLoaded && <Tag>{text('people.conference.notLoaded')}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
