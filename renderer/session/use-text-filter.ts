/** The paragraphs before the member: all, or those the filter leaves. */
import { useMemo } from 'react'
import { useDocument, usePlace, useSelected, useStore } from './context.tsx'
import { isFiltering, matching } from './text-filter.ts'

export function useShownOrder(): readonly string[] {
  const { order, paragraphs, facts } = useDocument()
  const ids = useStore(order)
  const filter = usePlace((place) => place.filter)
  const filters = isFiltering(filter)
  // without a filter no change of a paragraph concerns the list
  const all = useSelected(paragraphs, (value) => (filters ? value : null))
  const proposals = useSelected(facts, (value) => (filters ? value.proposals : null))
  return useMemo(
    () => (all === null || proposals === null ? ids : matching(all, proposals, filter)),
    [ids, all, proposals, filter],
  )
}
