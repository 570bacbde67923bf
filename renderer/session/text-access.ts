/** Where this member reads the text of the document from, in its present stage (rules 1 and 38). */
import { useDocument, useSelected } from './context.tsx'
import { usePowers } from './use-powers.ts'

export type TextAccess = 'negotiated' | 'room' | 'published' | 'none'

export function useTextAccess(): TextAccess {
  const { facts, order } = useDocument()
  const powers = usePowers()
  const stage = useSelected(facts, (value) => value.stage)
  const hasText = useSelected(order, (ids) => ids.length > 0)
  const published = useSelected(facts, (value) => value.published.length > 0)
  const drafting = stage === 'preparation' || stage === 'jointDrafting'
  if (powers.holds('readNegotiation').length > 0 && !drafting && hasText) return 'negotiated'
  if (drafting && powers.holds('readText').length > 0) return 'room'
  if (published) return 'published'
  return 'none'
}
