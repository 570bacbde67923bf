import { useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { useSession } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { useVisibleRows } from '#renderer/ui/visible-range.ts'
import { destination } from './grid-keys.ts'
import { MatrixHead } from './MatrixHead.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import { MatrixTotals } from './MatrixTotals.tsx'
import type { Rows } from './use-rows.ts'
import { useSettledPointer } from './use-settled-pointer.ts'

/** Height of a row with its gap; matrix.css has the same. */
const ROW_PX = 36
const LIMIT = 150
const COLUMNS = COUNTRY_CODES.length + 1

/** A table to whoever reads it and a grid to the keyboard: one stop of the Tab key, arrows inside. */
export function MatrixTable(props: { readonly rows: Rows; readonly onPoint: (id: string | null) => void }) {
  const { rows, onPoint } = props
  const text = useText()
  const { view } = useSession()
  const { country } = usePowers()
  const scroller = useRef<HTMLDivElement>(null)
  const slots = useVisibleRows(scroller, {
    count: rows.ids.length,
    rowPx: ROW_PX,
    limit: LIMIT,
    kept: rows.row,
  })
  const point = useSettledPointer(onPoint)

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const size = { rows: rows.ids.length, columns: COLUMNS }
    const to = destination(event.key, rows, size, event.ctrlKey)
    const id = to === null ? undefined : rows.ids[to.row]
    if (to === null || id === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const grid = event.currentTarget
    // the row may not be in the page until it is the current one
    flushSync(() => {
      rows.setColumn(to.column)
      view.go({ paragraph: id, country: COUNTRY_CODES[to.column - 1] ?? null })
    })
    onPoint(null)
    grid.querySelector<HTMLElement>('[data-stop]')?.focus()
  }

  return (
    <div ref={scroller} className="matrix-scroll">
      <table
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid of the ARIA practices, on a real table
        role="grid"
        className="matrix-table"
        aria-rowcount={rows.ids.length + 2}
        aria-colcount={COLUMNS + 1}
        onKeyDown={onKeyDown}
        onMouseLeave={point.leave}
      >
        <caption className="unseen">{text('matrix.caption')}</caption>
        <MatrixHead own={country} />
        <tbody>
          {slots.map((slot) => {
            if (typeof slot !== 'number')
              return <Absent key={`gap-${String(slots.indexOf(slot))}`} rows={slot.gap} />
            const id = rows.ids[slot]
            return id === undefined ? null : (
              <MatrixRow
                key={id}
                id={id}
                index={slot}
                stop={slot === rows.row ? rows.column : null}
                setColumn={rows.setColumn}
                onEnter={point.enter}
              />
            )
          })}
        </tbody>
        <MatrixTotals />
      </table>
    </div>
  )
}

/** Keeps the place of rows that are not rendered. */
function Absent({ rows }: { readonly rows: number }) {
  return (
    <tr aria-hidden className="matrix-absent">
      <td colSpan={COLUMNS + 1} height={rows * ROW_PX - 2} />
    </tr>
  )
}
