import { useMemo } from 'react'
import type { Entry } from '#shared/acts/state.ts'
import { useConferenceState } from '#renderer/session/context.tsx'

/** The records of one type, in the order in which the conference keeps them. */
export function useEntries(type: Entry['type']): readonly Entry[] {
  const { entries } = useConferenceState()
  return useMemo(() => entries.filter((entry) => entry.type === type), [entries, type])
}
