import { memo, useEffect, useRef } from 'react'
import {
  useDocument,
  useParagraph,
  usePlace,
  useRecord,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { waitingAt } from '#renderer/session/proposals.ts'
import { useShownOrder } from '#renderer/session/use-text-filter.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { STATUS_WORDS } from '#renderer/i18n/words.ts'
import { moveFocus } from '#renderer/ui/roving.ts'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'

/** One row for each paragraph; arrows move, Enter jumps. */
export function Outline() {
  const text = useText()
  const order = useShownOrder()
  const current = usePlace((place) => place.paragraph)
  if (order.length === 0) return null
  const stop = current !== null && order.includes(current) ? current : order[0]
  return (
    <section className="nav-section" aria-label={text('window.outline')}>
      <h2>{text('window.outline')}</h2>
      <ul
        role="presentation"
        onKeyDown={(event) => {
          moveFocus(event, { columns: 1 })
        }}
      >
        {order.map((id) => (
          <Row key={id} id={id} isStop={id === stop} />
        ))}
      </ul>
    </section>
  )
}

const Row = memo(function Row({ id, isStop }: { readonly id: string; readonly isStop: boolean }) {
  const text = useText()
  const { view } = useSession()
  const record = useRecord()
  const paragraph = useParagraph(id)
  const isCurrent = usePlace((place) => place.paragraph === id)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  if (paragraph === undefined) return null
  const words = openingWords(paragraph)
  // where the navigator is narrow, nothing else says which paragraph it is
  const named = [paragraph.number, words].filter((part) => part !== '').join(' · ')
  return (
    <li ref={row}>
      <button
        type="button"
        className={paragraph.consent ? 'nav-row nav-paragraph' : 'nav-row nav-heading'}
        aria-current={isCurrent || undefined}
        tabIndex={isStop ? 0 : -1}
        title={named}
        onClick={() => {
          view.go({ paragraph: id, country: null, mode: 'text' })
        }}
      >
        {paragraph.consent && (
          <StatusSquare status={paragraph.status} label={text(STATUS_WORDS[paragraph.status])} />
        )}
        <span className="nav-line">
          {paragraph.number !== '' && <b className="numeric">{paragraph.number} </b>}
          <span lang={record?.language}>{words}</span>
        </span>
        <Waiting id={id} />
      </button>
    </li>
  )
})

/** How much waits on the paragraph: proposals and open brackets. */
function Waiting({ id }: { readonly id: string }) {
  const text = useText()
  const { facts, order } = useDocument()
  const proposals = useSelected(facts, (value) => waitingAt(value, order.get(), id).proposals)
  const brackets = useSelected(facts, (value) => waitingAt(value, order.get(), id).brackets)
  if (proposals + brackets === 0) return null
  return (
    <span className="nav-count nav-waiting numeric">
      <span aria-hidden>{proposals + brackets}</span>
      <span className="unseen">{text('proposals.waiting', { proposals, brackets })}</span>
    </span>
  )
}
