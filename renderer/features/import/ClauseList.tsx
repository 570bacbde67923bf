import { useId, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { CLAUSE_KINDS, type ClauseKind } from '#shared/domain/clause.ts'
import type { ImportedClause } from '#shared/ipc/contract.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { useVisibleRows } from '#renderer/ui/visible-range.ts'
import { ClauseRow } from './ClauseRow.tsx'
import { destination, moveTo, spanOf, type Selection } from './selection.ts'

/** Height of a row; import.css has the same. */
const ROW_PX = 56
const LIMIT = 300

interface ClauseListProps {
  readonly clauses: readonly ImportedClause[]
  readonly labels: readonly string[]
  readonly language: string
  readonly name: string
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onKind: (kind: ClauseKind) => void
  readonly onLevel: (by: 1 | -1) => void
}

/** A list box: arrows move, with Shift they choose a stretch; digits set the kind, left and right the level. */
export function ClauseList(props: ClauseListProps) {
  const { clauses, labels, language, selection, onSelect } = props
  const text = useText()
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const count = clauses.length
  const slots = useVisibleRows(list, { count, rowPx: ROW_PX, limit: LIMIT, kept: selection.focus })
  const span = spanOf(selection)

  const select = (focus: number, extend: boolean) => {
    // the row may not be in the page until it is the current one
    flushSync(() => {
      onSelect(moveTo(selection, focus, extend))
    })
    document.getElementById(`${name}-${String(focus)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const kind = CLAUSE_KINDS[Number(event.key) - 1]
    const to = destination(event.key, selection.focus, count)
    if (event.key === 'ArrowRight') props.onLevel(1)
    else if (event.key === 'ArrowLeft') props.onLevel(-1)
    else if (event.key === 'a' && event.ctrlKey) onSelect({ anchor: 0, focus: count - 1 })
    else if (to !== null) select(to, event.shiftKey)
    else if (kind !== undefined && !event.ctrlKey) props.onKind(kind)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      className="import-list"
      role="listbox"
      tabIndex={0}
      aria-multiselectable
      aria-label={text('import.preview.list', { name: props.name })}
      aria-activedescendant={`${name}-${String(selection.focus)}`}
      onKeyDown={onKeyDown}
    >
      {slots.map((slot, i) => {
        if (typeof slot !== 'number') {
          return (
            <svg
              key={`gap-${String(i)}`}
              className="import-gap"
              width="1"
              height={slot.gap * ROW_PX}
              aria-hidden
            />
          )
        }
        const clause = clauses[slot]
        return clause === undefined ? null : (
          <ClauseRow
            key={slot}
            id={`${name}-${String(slot)}`}
            clause={clause}
            index={slot}
            count={count}
            label={labels[slot] ?? ''}
            language={language}
            isChosen={slot >= span.from && slot <= span.to}
            isCurrent={slot === selection.focus}
            onChoose={select}
          />
        )
      })}
    </div>
  )
}
