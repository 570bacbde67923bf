import { useCallback } from 'react'
import { usePlace, useRecord, useSession, useStore } from '#renderer/session/context.tsx'
import type { DraftOutline as Rows } from '#renderer/session/draft-outline.ts'
import { useTextRoom } from '#renderer/session/text-room.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { moveFocus } from '#renderer/ui/roving.ts'
import { DraftRow } from './DraftRow.tsx'

/** The outline of the text that is drafted together; arrows move, Enter takes the caret there. */
export function DraftOutline() {
  const open = useTextRoom()
  return open === null ? null : <DraftRows outline={open.outline} />
}

function DraftRows({ outline }: { readonly outline: Rows }) {
  const text = useText()
  const { view } = useSession()
  const language = useRecord()?.language ?? 'es'
  const rows = useStore(outline)
  const current = usePlace((place) => place.paragraph)
  const onGo = useCallback(
    (id: string) => {
      view.go({ caret: id, country: null, mode: 'text' })
    },
    [view],
  )
  if (rows.length === 0) return null
  const stop = rows.some(({ id }) => id === current) ? current : rows[0]?.id
  const [empty, suppressed] = [text('window.outline.empty'), text('term.suppressed')]
  return (
    <section className="nav-section" aria-label={text('window.outline')}>
      <h2>{text('window.outline')}</h2>
      <ul
        role="presentation"
        onKeyDown={(event) => {
          moveFocus(event, { columns: 1 })
        }}
      >
        {rows.map((row) => (
          <DraftRow
            key={row.id}
            row={row}
            language={language}
            isCurrent={row.id === current}
            isStop={row.id === stop}
            emptyLabel={empty}
            suppressedLabel={suppressed}
            onGo={onGo}
          />
        ))}
      </ul>
    </section>
  )
}
