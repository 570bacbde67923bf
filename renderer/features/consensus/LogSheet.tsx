import { useState } from 'react'
import type { LogEntry } from '#shared/acts/state.ts'
import { useConferenceState, useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName, memberTitle } from '#renderer/i18n/names.ts'
import { actWords, NO_EFFECT_WORDS } from '#renderer/i18n/words.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'

/** Enough for a day of negotiation; older ones are reached by paragraph. */
const SHOWN = 200

type Filter = 'all' | 'paragraph' | 'noEffect'

/** The register of what was done; acts without effect stay in it, with the reason. */
export function LogSheet({ paragraph }: { readonly paragraph: string | null }) {
  const text = useText()
  const log = useSelected(useDocument().facts, (facts) => facts.log)
  const [filter, setFilter] = useState<Filter>('all')
  const wanted = log.filter((entry) => {
    if (filter === 'noEffect') return entry.noEffect !== null
    return filter === 'all' || entry.paragraph === paragraph
  })
  return (
    <div className="sheet">
      <div className="sheet-filter">
        <Segmented
          label={text('consensus.log.filter')}
          value={filter}
          segments={[
            { key: 'all', label: text('consensus.log.all') },
            { key: 'paragraph', label: text('consensus.log.thisParagraph') },
            { key: 'noEffect', label: text('consensus.log.noEffect') },
          ]}
          onChange={setFilter}
        />
      </div>
      {wanted.length === 0 && <p className="sheet-empty">{text('consensus.log.empty')}</p>}
      <ol className="log" aria-label={text('term.decisionLog')}>
        {wanted
          .slice(-SHOWN)
          .reverse()
          .map((entry) => (
            <Entry key={entry.act} entry={entry} />
          ))}
      </ol>
    </div>
  )
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { view } = useSession()
  const { members } = useConferenceState()
  const number = useSelected(useDocument().paragraphs, (all) =>
    entry.paragraph === null ? '' : (all.find(({ id }) => id === entry.paragraph)?.number ?? ''),
  )
  const { paragraph, member } = entry
  return (
    <li className="log-entry">
      <p className="spaced">
        <strong>
          {member === null
            ? keyName(members.get(entry.by), language, text)
            : memberTitle(member, language, text)}
        </strong>
        <span>{text(actWords(entry))}</span>
        {paragraph !== null && number !== '' && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                view.go({ paragraph })
              }}
            >
              {text('window.paragraph.short', { number })}
            </button>
          </>
        )}
      </p>
      <p className="quiet">
        {entry.received === null
          ? text('consensus.log.notReceived', { when: formats.when(entry.claimed) })
          : formats.when(entry.received)}
        {entry.late && (
          <>
            {' '}
            <Tag tone="warn">{text('consensus.log.late')}</Tag>
          </>
        )}
      </p>
      {entry.noEffect !== null && (
        <p className="log-void">
          <Tag tone="object">{text(NO_EFFECT_WORDS[entry.noEffect])}</Tag>
        </p>
      )}
    </li>
  )
}
