/** Where this member reads the text of the document from, in its present stage (rules 1 and 38). */
import type { Stage } from '#shared/domain/stage.ts'
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

/** null: the acts that set the stage travel in a scope which this member does not read (rule 38). */
export function useKnownStage(): Stage | null {
  const stage = useSelected(useDocument().facts, (value) => value.stage)
  const powers = usePowers()
  const reads = powers.holds('readNegotiation').length > 0 || powers.holds('readText').length > 0
  return reads ? stage : null
}
