/** The rows of the matrix as the member chose to see them, and the one that has the stop of the Tab key. */
import { useMemo, useState } from 'react'
import { useDocument, usePlace, useSelected, useStore } from '#renderer/session/context.tsx'
import { orderRows, type Sort } from './order.ts'

export interface Rows {
  readonly ids: readonly string[]
  /** How many paragraphs ask for consent, hidden ones included. */
  readonly sort: Sort
  readonly hideAgreed: boolean
  setSort(sort: Sort): void
  setHideAgreed(hide: boolean): void
  /** Row and column of the cell that Tab comes to. */
  readonly row: number
  readonly column: number
  setColumn(column: number): void
}

export function useRows(): Rows {
  const document = useDocument()
  const paragraphs = useStore(document.paragraphs)
  const log = useSelected(document.facts, (facts) => facts.log)
  const current = usePlace((place) => place.paragraph)
  const [sort, setSort] = useState<Sort>('text')
  const [hideAgreed, setHideAgreed] = useState(false)
  const [column, setColumn] = useState(0)
  const ids = useMemo(() => {
    const times = new Map(log.map((entry) => [entry.act, entry.received ?? entry.claimed]))
    const rows = orderRows(paragraphs, {
      sort,
      hideAgreed,
      since: ({ wording }) => (wording === null ? '' : (times.get(wording.act) ?? '')),
    })
    return rows.map(({ id }) => id)
  }, [paragraphs, log, sort, hideAgreed])
  const row = Math.max(0, current === null ? 0 : ids.indexOf(current))
  return { ids, sort, hideAgreed, setSort, setHideAgreed, row, column, setColumn }
}
