import './clause-text.css'
import type { Clause, Run } from '#shared/domain/clause.ts'
import { subLabels } from '#shared/domain/sub-label.ts'
import { withBrackets, type TextMark } from './bracket-signs.ts'

/** Stands for what only a newer version can show. */
const UNKNOWN_SIGN = '▢'

interface TextProps {
  readonly clauses: readonly Clause[]
  /** Language of the text: of its passages and of the labels of its sub-paragraphs. */
  readonly language: string
  /** Number of the paragraph's first footnote in the whole text. */
  readonly firstFootnote?: number
  /** Words for content that only a newer version understands. */
  readonly unknownLabel: string
  /** Words in brackets. */
  readonly marks?: readonly TextMark[]
}

/** The wording of one paragraph as it will be read: sub-paragraphs with labels, footnotes below. */
export function ClauseText({ clauses, language, firstFootnote = 1, unknownLabel, marks = [] }: TextProps) {
  const labels = subLabels(clauses, language)
  const pieces = withBrackets(clauses, marks)
  const footnotes = clauses.filter(({ kind }) => kind === 'footnote').map(({ id }) => id)
  const numberOf = (id: string) => firstFootnote + Math.max(0, footnotes.indexOf(id))
  return (
    <div className="wording" lang={language}>
      {clauses.map((clause, at) => {
        const label = clause.kind === 'footnote' ? String(numberOf(clause.id)) : labels.get(clause.id)
        return (
          <p
            key={clause.id}
            className={`clause clause-${clause.kind} level-${String(clause.level)}`}
            data-suppressed={clause.suppressed || undefined}
          >
            {label !== undefined && label !== '' && <span className="clause-label">{label} </span>}
            {pieces[at]?.map((piece, i) =>
              // runs have no identity of their own: their place is it
              piece.kind === 'run' ? (
                <RunText key={i} run={piece.run} footnoteNumber={numberOf} unknownLabel={unknownLabel} />
              ) : (
                <BracketSign key={i} kind={piece.kind} mark={piece.mark} />
              ),
            )}
          </p>
        )
      })}
    </div>
  )
}

const [OPEN, CLOSE] = ['[', ']']

function BracketSign({ kind, mark }: { readonly kind: 'open' | 'close'; readonly mark: TextMark }) {
  if (kind === 'close') return <span className="bracket-sign">{CLOSE}</span>
  return (
    <span className="bracket-sign">
      {OPEN}
      <span className="bracket-tag" aria-hidden>
        {mark.tag}
      </span>
      <span className="unseen">{mark.said}</span>
    </span>
  )
}

function RunText(props: {
  readonly run: Run
  readonly footnoteNumber: (id: string) => number
  readonly unknownLabel: string
}) {
  const { insert, attributes = {} } = props.run
  if (typeof insert !== 'string') {
    if (insert['br'] === true) return <br />
    const footnote = insert['footnote']
    if (typeof footnote === 'string') return <sup>{props.footnoteNumber(footnote)}</sup>
    return (
      <span className="unknown" role="img" aria-label={props.unknownLabel}>
        {UNKNOWN_SIGN}
      </span>
    )
  }
  let words = <>{insert}</>
  if (attributes['italic'] === true) words = <em>{words}</em>
  if (attributes['bold'] === true) words = <strong>{words}</strong>
  if (attributes['underline'] === true) words = <u>{words}</u>
  return words
}
