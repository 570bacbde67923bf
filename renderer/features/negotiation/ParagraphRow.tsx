import { memo } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import {
  useDocument,
  useParagraph,
  usePlace,
  useRecord,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS, STATUS_WORDS } from '#renderer/i18n/words.ts'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'
import { Alternatives } from './Alternatives.tsx'
import { useBracketMarks } from './use-bracket-marks.ts'
import { ParagraphActions } from './ParagraphActions.tsx'
import type { RowSlots } from './row-slots.ts'

interface RowProps {
  readonly id: string
  readonly slots: RowSlots
}

/** One paragraph: its number and state, its words, and what the countries say of them. */
export const ParagraphRow = memo(function ParagraphRow({ id, slots }: RowProps) {
  const { Strip, Screen, Draft, Words, Pending, Comments } = slots
  const text = useText()
  const { view } = useSession()
  const paragraph = useParagraph(id)
  const isCurrent = usePlace((place) => place.paragraph === id)
  if (paragraph === undefined) return null
  const { kind, number, status, consent } = paragraph
  const name = number === '' ? text(KIND_WORDS[kind]) : number
  const words = text(STATUS_WORDS[status])
  const select = () => {
    if (!isCurrent) view.go({ paragraph: id, country: null })
  }
  return (
    <section
      className={joinClasses('row', `row-${kind}`, isCurrent && 'row-current', `row-is-${status}`)}
      id={`p-${id}`}
      aria-label={consent ? text('window.paragraph.label', { number: name, status: words }) : name}
      aria-current={isCurrent || undefined}
    >
      <div className="row-gutter">
        {consent && (
          <button type="button" className="row-number numeric" tabIndex={isCurrent ? 0 : -1} onClick={select}>
            <span>{number}</span>
            <StatusSquare status={status} label={words} />
          </button>
        )}
        <Pending id={id} />
        <Comments id={id} />
      </div>
      <div className="row-text">
        <Screen id={id} />
        <Draft id={id}>
          <Words id={id}>
            <Wording paragraph={paragraph} />
          </Words>
        </Draft>
        {isCurrent && <ParagraphActions id={id} />}
      </div>
      {consent && <Strip id={id} />}
    </section>
  )
})

function Wording({ paragraph }: { readonly paragraph: ParagraphState }) {
  const text = useText()
  const record = useRecord()
  const marks = useBracketMarks(paragraph.id)
  const firstFootnote = useSelected(useDocument().footnotes, (all) => all[paragraph.id] ?? 1)
  const common = {
    language: record?.language ?? 'es',
    firstFootnote,
    unknownLabel: text('window.text.unknown'),
  }
  if (paragraph.wording !== null)
    return <ClauseText clauses={paragraph.wording.clauses} marks={marks} {...common} />
  return (
    <Alternatives
      paragraph={paragraph}
      render={({ clauses }) => <ClauseText clauses={clauses} {...common} />}
    />
  )
}
