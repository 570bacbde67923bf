import { useText } from '#renderer/i18n/language.tsx'
import { Section } from './Section.tsx'
import { useEntries } from './use-entries.ts'

export function Networks() {
  const text = useText()
  const entries = useEntries('network')
  return (
    <Section title={text('people.conference.networks')} isEmpty={entries.length === 0}>
      <ul className="conference-networks">
        {entries.map(({ id, title, note }) => (
          <li key={id}>
            <strong>{title}</strong>
            {note !== null && <span className="conference-note">{note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
