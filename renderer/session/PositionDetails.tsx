import './position-details.css'
import type { CountryPosition, Wording } from '#shared/acts/state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { useConferenceState, useRecord } from './context.tsx'
import { useUnsent } from './position-choice.ts'

/** Since when a position stands, who signed it, why, and what changed since where it lapsed (rule 15). */
export function PositionDetails(props: {
  readonly position: Exclude<CountryPosition, { readonly kind: 'none' }>
  readonly wording: Wording | null
}) {
  const { position, wording } = props
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const record = useRecord()
  const by = useConferenceState().members.get(position.by)
  const unsent = useUnsent(position.act)
  const signed = [
    text('consensus.since', { when: formats.when(position.received ?? position.claimed) }),
    ...(by === undefined ? [] : [memberTitle(by.member, language, text)]),
  ]
  return (
    <div className="position-details">
      <p className="quiet position-signed">
        {signed.join(' · ')}
        {unsent && <Tag tone="warn">{text('window.sync.waiting')}</Tag>}
      </p>
      {position.reason !== null && <p className="position-reason">{position.reason}</p>}
      {position.kind === 'lapsed' && (
        <div className="position-lapsed">
          <Tag tone="warn">{text('term.lapsed')}</Tag>
          {wording !== null && (
            <WordDiff
              before={position.wording}
              after={wordingText(wording.clauses)}
              language={record?.language ?? 'es'}
              removedLabel={text('window.diff.removed')}
              addedLabel={text('window.diff.added')}
            />
          )}
        </div>
      )}
    </div>
  )
}
