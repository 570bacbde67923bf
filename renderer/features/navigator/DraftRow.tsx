import { memo, useEffect, useRef } from 'react'
import type { DraftRow as Row } from '#renderer/session/draft-outline.ts'

/** Renders again only when what it shows has changed: it stands beside a text in which people type. */
export const DraftRow = memo(function DraftRow(props: {
  readonly row: Row
  readonly language: string
  readonly isCurrent: boolean
  readonly isStop: boolean
  readonly emptyLabel: string
  readonly suppressedLabel: string
  readonly onGo: (id: string) => void
}) {
  const { row, isCurrent } = props
  const { id, kind, number, words, depth, suppressed } = row
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={item}>
      <button
        type="button"
        className={kind === 'heading' ? 'nav-row nav-heading' : 'nav-row nav-draft'}
        data-depth={depth}
        data-unnumbered={number === '' || undefined}
        aria-current={isCurrent || undefined}
        tabIndex={props.isStop ? 0 : -1}
        title={words}
        onClick={() => {
          props.onGo(id)
        }}
      >
        {number !== '' && <b className="nav-number numeric">{number}</b>}
        <span className="nav-line">
          {words === '' ? (
            <i>{props.emptyLabel}</i>
          ) : suppressed ? (
            <s lang={props.language}>{words}</s>
          ) : (
            <span lang={props.language}>{words}</span>
          )}
          {suppressed && <span className="unseen"> {props.suppressedLabel}</span>}
        </span>
      </button>
    </li>
  )
})
