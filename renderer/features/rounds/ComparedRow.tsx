import { memo, useRef } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import { isRenumbered, type Change, type ComparedParagraph } from '#renderer/session/compare.ts'
import { useRecord } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { useSeen } from '#renderer/ui/use-seen.ts'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'

const CHANGE_WORDS = {
  same: 'reading.change.same',
  changed: 'reading.change.changed',
  reclassified: 'reading.change.reclassified',
  added: 'reading.change.added',
  removed: 'reading.change.removed',
} as const satisfies Record<Change, string>

const TONES = {
  same: 'plain',
  changed: 'plain',
  reclassified: 'plain',
  added: 'ok',
  removed: 'object',
} as const

/** One paragraph of both versions; the words are compared once it comes near what is in view. */
export const ComparedRow = memo(function ComparedRow(props: {
  readonly paragraph: ComparedParagraph
  readonly isCurrent: boolean
}) {
  const { paragraph, isCurrent } = props
  const { id, kind, change, moved, from, to, before, after } = paragraph
  const text = useText()
  const language = useRecord()?.language ?? 'es'
  const row = useRef<HTMLElement>(null)
  const seen = useSeen(row)
  const number = to ?? from ?? ''
  const name = number === '' ? text(KIND_WORDS[kind]) : number
  const differs = change === 'changed' || change === 'added' || change === 'removed'
  return (
    <section
      ref={row}
      id={`c-${id}`}
      className={joinClasses('row', 'row-plain', `row-${kind}`, isCurrent && 'row-current', `row-${change}`)}
      tabIndex={-1}
      aria-label={text('window.paragraph.label', { number: name, status: text(CHANGE_WORDS[change]) })}
      aria-current={isCurrent || undefined}
    >
      <span className="row-gutter row-number numeric">{number}</span>
      <div className="row-text">
        {(change !== 'same' || moved || isRenumbered(paragraph)) && (
          <p className="compare-tags">
            {change !== 'same' && <Tag tone={TONES[change]}>{text(CHANGE_WORDS[change])}</Tag>}
            {moved && <Tag tone="alt">{text('reading.change.moved')}</Tag>}
            {isRenumbered(paragraph) && (
              <span className="quiet">
                {text('reading.change.renumbered', { from: unnumbered(from), to: unnumbered(to) })}
              </span>
            )}
          </p>
        )}
        {differs && seen ? (
          <div className="compare-words">
            <WordDiff
              before={wordingText(before)}
              after={wordingText(after)}
              language={language}
              removedLabel={text('window.diff.removed')}
              addedLabel={text('window.diff.added')}
            />
          </div>
        ) : (
          <ClauseText
            clauses={after.length > 0 ? after : before}
            language={language}
            unknownLabel={text('window.text.unknown')}
          />
        )}
      </div>
    </section>
  )
})

/** As in tables of numbers everywhere. */
const NO_NUMBER = '–'
const unnumbered = (number: string | null) => (number === null || number === '' ? NO_NUMBER : number)
