import type { Version } from '#renderer/session/compare.ts'
import { useRecord } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'

/** One version as it was, with the numbers it had; read-only. */
export function RoundText({ version }: { readonly version: Version }) {
  const text = useText()
  const language = useRecord()?.language ?? 'es'
  return version.map(({ id, number, clauses }) => (
    <section key={id} className={`row row-plain row-${clauses[0]?.kind ?? 'text'}`}>
      <span className="row-gutter row-number numeric">{number}</span>
      <ClauseText clauses={clauses} language={language} unknownLabel={text('window.text.unknown')} />
    </section>
  ))
}
