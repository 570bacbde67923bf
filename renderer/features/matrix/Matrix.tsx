import './matrix.css'
import { useState } from 'react'
import { usePlace } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { MatrixTools } from './MatrixTools.tsx'
import { MissingBox } from './MissingBox.tsx'
import { useRows } from './use-rows.ts'

/** The whole negotiation on one page: a row for each paragraph, a column for each State. */
export function Matrix() {
  const text = useText()
  const rows = useRows()
  const current = usePlace((place) => place.paragraph)
  const [pointed, setPointed] = useState<string | null>(null)
  const shown = pointed ?? current
  return (
    <section className="matrix" aria-label={text('matrix.label')}>
      <MatrixTools rows={rows} />
      {rows.ids.length === 0 ? (
        <p className="matrix-empty">{text('matrix.empty')}</p>
      ) : (
        <MatrixTable rows={rows} onPoint={setPointed} />
      )}
      <MissingBox id={shown} />
    </section>
  )
}
