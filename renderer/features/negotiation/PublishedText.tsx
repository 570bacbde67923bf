import { decodeRound } from '#shared/acts/round-blob.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { useConference, useDocument, useRecord, useSelected, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'
import { DocumentHead } from './DocumentHead.tsx'

/** For observers: the clean text of the last round that the Chair published (rule 38). */
export function PublishedText() {
  const text = useText()
  const hash = useSelected(useDocument().facts, ({ published }) => published.at(-1)?.blob ?? null)
  return (
    <div className="scroll" tabIndex={-1}>
      <article className="page page-plain" aria-label={text('window.text.label')}>
        <DocumentHead />
        <p className="page-note">{text('window.published.note')}</p>
        {hash !== null && <Round hash={hash} />}
      </article>
    </div>
  )
}

function Round({ hash }: { readonly hash: string }) {
  const text = useText()
  const record = useRecord()
  const content = useStore(useConference().blob(hash))
  if (content === undefined) return <p className="page-empty">{text('window.text.opening')}</p>
  const round = decodeRound(content)
  if (round === null) return <p className="page-empty">{text('window.published.damaged')}</p>
  return groupParagraphs(round.clauses).map((paragraph) => (
    <section key={paragraph.id} className={`row row-plain row-${paragraph.clauses[0]?.kind ?? 'text'}`}>
      <span className="row-gutter row-number numeric">{round.numbers[paragraph.id] ?? ''}</span>
      <ClauseText
        clauses={paragraph.clauses}
        language={record?.language ?? 'es'}
        unknownLabel={text('window.text.unknown')}
      />
    </section>
  ))
}
