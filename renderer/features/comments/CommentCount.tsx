import './comments.css'
import { MessageSquare } from 'lucide-react'
import { memo } from 'react'
import { useDocument, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import type { DocumentFacts } from '#renderer/session/document-store.ts'
import { useText } from '#renderer/i18n/language.tsx'

/** How many threads are open on a paragraph, at its number; pressing it shows them. */
export const CommentCount = memo(function CommentCount({ id }: { readonly id: string }) {
  const text = useText()
  const { view } = useSession()
  const count = useSelected(useDocument().facts, (facts) => countsOf(facts).get(id) ?? 0)
  const isCurrent = usePlace((place) => place.paragraph === id)
  if (count === 0) return null
  return (
    <button
      type="button"
      className="row-comments numeric"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={text('comments.count', { count })}
      onClick={() => {
        const threads = { ...view.get().threads, where: 'here' } as const
        view.go({ paragraph: id, sheet: 'comments', drawer: true, threads })
      }}
    >
      <MessageSquare size={14} aria-hidden />
      {count}
    </button>
  )
})

/** Once for all rows. */
const counted = new WeakMap<DocumentFacts, ReadonlyMap<string, number>>()

function countsOf(facts: DocumentFacts): ReadonlyMap<string, number> {
  const known = counted.get(facts)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const { about, resolved } of facts.threads) {
    if (resolved !== null || about.kind === 'document') continue
    const paragraph =
      about.kind === 'proposal'
        ? facts.proposals.find(({ act }) => act === about.proposal)?.paragraph
        : about.paragraph
    if (typeof paragraph === 'string') counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  }
  counted.set(facts, counts)
  return counts
}
