import type { ParagraphState } from '#shared/acts/state.ts'
import { useRecord, useSession } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { STATUS_WORDS } from '#renderer/i18n/words.ts'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'
import { onDigitKey } from './digit.ts'

/** The paragraph of the row: its state, number and first words; Enter goes to its text. */
export function RowHead(props: {
  readonly paragraph: ParagraphState
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onDigit: (digit: number) => void
}) {
  const { paragraph, isStop } = props
  const text = useText()
  const { view } = useSession()
  const record = useRecord()
  const words = openingWords(paragraph)
  return (
    <th scope="row" className="matrix-head" aria-colindex={1}>
      <button
        type="button"
        className="matrix-paragraph"
        tabIndex={isStop ? 0 : -1}
        data-stop={isStop || undefined}
        title={words}
        onFocus={props.onFocus}
        onKeyDown={onDigitKey(props.onDigit)}
        onClick={() => {
          view.go({ mode: 'text', paragraph: paragraph.id, country: null })
        }}
      >
        <StatusSquare status={paragraph.status} label={text(STATUS_WORDS[paragraph.status])} />
        {paragraph.number !== '' && <b className="numeric">{paragraph.number}</b>}
        <span className="matrix-words" lang={record?.language}>
          {words}
        </span>
      </button>
    </th>
  )
}
