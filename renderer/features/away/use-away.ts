import { useMemo } from 'react'
import { awayOf, type Away } from '#renderer/session/away.ts'
import { useConference, useDocument, useSelected, useStore } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useSince } from '#renderer/session/use-visit.ts'

/** What has come since this member's last visit. */
export function useAway(): Away {
  const { facts, paragraphs } = useDocument()
  const hats = useStore(useConference().hats)
  const all = useStore(paragraphs)
  const log = useSelected(facts, (value) => value.log)
  const proposals = useSelected(facts, (value) => value.proposals)
  const { country } = usePowers()
  const since = useSince()
  return useMemo(() => {
    const keys = new Set(hats.map(({ key }) => key))
    return awayOf({ log, paragraphs: all, proposals }, { keys, country }, since)
  }, [log, all, proposals, hats, country, since])
}
