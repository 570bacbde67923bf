import type { Wording } from '#shared/acts/state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import {
  useConferenceState,
  useDocument,
  useParagraph,
  useRecord,
  useSelected,
} from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'

/** Every wording the paragraph ever had, the newest first, each against the one before. */
export function HistorySheet({ id }: { readonly id: string }) {
  const text = useText()
  const paragraph = useParagraph(id)
  if (paragraph === undefined) return null
  const { history, wording } = paragraph
  return (
    <ol className="history" aria-label={text('consensus.history.label')}>
      {history
        .map((one, i) => (
          <Version
            key={`${one.act}-${one.hash}`}
            wording={one}
            before={history[i - 1] ?? null}
            isCurrent={one.act === wording?.act}
          />
        ))
        .reverse()}
    </ol>
  )
}

function Version(props: {
  readonly wording: Wording
  readonly before: Wording | null
  readonly isCurrent: boolean
}) {
  const { wording, before } = props
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const record = useRecord()
  const { members } = useConferenceState()
  const entry = useSelected(useDocument().facts, ({ log }) => log.find(({ act }) => act === wording.act))
  const words = wordingText(wording.clauses)
  return (
    <li className="version">
      <p className="version-head">
        {entry !== undefined && (
          <span>
            {text('consensus.stamp.by', {
              name: keyName(members.get(entry.by), language, text),
              when: formats.when(entry.received ?? entry.claimed),
            })}
          </span>
        )}
        {props.isCurrent && <Tag tone="ok">{text('consensus.history.current')}</Tag>}
      </p>
      <WordDiff
        before={before === null ? words : wordingText(before.clauses)}
        after={words}
        language={record?.language ?? 'es'}
        removedLabel={text('window.diff.removed')}
        addedLabel={text('window.diff.added')}
      />
    </li>
  )
}
