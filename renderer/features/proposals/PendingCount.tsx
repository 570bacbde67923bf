import './proposals.css'
import { Brackets, FilePen } from 'lucide-react'
import { memo } from 'react'
import { useDocument, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import { openCards, waitingAt } from '#renderer/session/proposals.ts'
import { useText } from '#renderer/i18n/language.tsx'

/** How many proposals wait on a paragraph, and how many brackets are open; pressing it shows them. */
export const PendingCount = memo(function PendingCount({ id }: { readonly id: string }) {
  const text = useText()
  const { view } = useSession()
  const { facts, order } = useDocument()
  const proposals = useSelected(facts, (value) => waitingAt(value, order.get(), id).proposals)
  const brackets = useSelected(facts, (value) => waitingAt(value, order.get(), id).brackets)
  const isCurrent = usePlace((place) => place.paragraph === id)
  if (proposals + brackets === 0) return null
  return (
    <button
      type="button"
      className="row-pending numeric"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={text('proposals.waiting', { proposals, brackets })}
      title={text('proposals.waiting', { proposals, brackets })}
      onClick={() => {
        openCards(view, id)
      }}
    >
      {proposals > 0 && (
        <span className="row-pending-part">
          <FilePen size={14} aria-hidden />
          {proposals}
        </span>
      )}
      {brackets > 0 && (
        <span className="row-pending-part">
          <Brackets size={14} aria-hidden />
          {brackets}
        </span>
      )}
    </button>
  )
})
