import type { About } from '#shared/acts/negotiation-state.ts'
import { useDocument, useRecord, useSelected, useSession } from '#renderer/session/context.tsx'
import { useTextAccess } from '#renderer/session/text-access.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { useParagraphName } from './use-paragraph.ts'
import { useParagraphOf } from './use-threads.ts'

/** What a thread is about; pressing it goes there. Words that have changed since are quoted, and it is said. */
export function AboutLine({ about }: { readonly about: About }) {
  const text = useText()
  const record = useRecord()
  const paragraphOf = useParagraphOf()
  const name = useParagraphName()
  const paragraph = paragraphOf(about)
  return (
    <div className="thread-about">
      {about.kind === 'document' && <span className="quiet">{text('comments.about.document')}</span>}
      {about.kind === 'proposal' && <ProposalLink act={about.proposal} />}
      {paragraph !== null && <ParagraphLink id={paragraph} name={name(paragraph)} />}
      {about.kind === 'words' && (
        <>
          <blockquote className="thread-quote" lang={record?.language}>
            {about.quote}
          </blockquote>
          {about.place === null && <Tag tone="warn">{text('comments.wordsChanged')}</Tag>}
        </>
      )}
    </div>
  )
}

function ParagraphLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { view } = useSession()
  const drafted = useTextAccess() === 'room'
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        view.go(drafted ? { caret: id } : { paragraph: id })
      }}
    >
      {name}
    </button>
  )
}

function ProposalLink({ act }: { readonly act: string }) {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const proposal = useSelected(useDocument().facts, ({ proposals }) =>
    proposals.find((one) => one.act === act),
  )
  const from = proposal?.proponents[0]?.country
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        view.go({ sheet: 'proposals', soughtCard: act, paragraph: proposal?.paragraph ?? null })
      }}
    >
      {text('comments.about.proposal', {
        name: from === undefined ? text('people.presidency') : country(from, language),
      })}
    </button>
  )
}
