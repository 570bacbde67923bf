/** Hooks over {@link Visits} for the document in view. */
import { useConference, useDocument, useSession, useStore } from './context.tsx'
import type { VisitState } from './visits.ts'

export function useVisit(): VisitState & { putAway(): void } {
  const { visits } = useSession()
  const conference = useConference()
  const document = useDocument()
  const state = useStore(visits.at(conference, document))
  return {
    ...state,
    putAway() {
      visits.putAway(conference, document)
    },
  }
}

/** The newest receipt of the member's last visit; null: this is the first. */
export function useSince(): string | null {
  return useVisit().since
}
