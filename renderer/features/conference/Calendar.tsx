import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { formatPeriod } from '#renderer/i18n/period.ts'
import { Section } from './Section.tsx'
import { useEntries } from './use-entries.ts'

/** A table, so that whoever hears it can ask for the date of a meeting. */
export function Calendar() {
  const text = useText()
  const language = useLanguage()
  const entries = useEntries('agenda')
  return (
    <Section title={text('people.conference.calendar')} isEmpty={entries.length === 0}>
      <table className="conference-table">
        <thead>
          <tr>
            <th scope="col">{text('people.conference.date')}</th>
            <th scope="col">{text('people.conference.meeting')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, title, date, note }) => (
            <tr key={id}>
              <td className="conference-date">
                {date === null ? text('people.conference.noDate') : formatPeriod(date, language)}
              </td>
              <th scope="row">
                {title}
                {note !== null && <span className="conference-note">{note}</span>}
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
