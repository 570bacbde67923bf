/** What the rows of the text show besides the Chair's words: planned once for the text, compared where it is read. */
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { LogEntry } from '#shared/acts/state.ts'
import { planCompilation, type CompilationPlan } from '#shared/print/compilation.ts'
import { useDocument, usePlace, useRecord, useSelected, useStore } from '#renderer/session/context.tsx'
import { receiptsOf, wantedOf, type Show } from '#renderer/session/reading.ts'
import { createKeeper } from '#renderer/session/share.ts'
import { useSince } from '#renderer/session/use-visit.ts'

interface Reading {
  readonly show: Show
  readonly plan: CompilationPlan
  /** Of the member's last visit; null: this is the first. */
  readonly since: string | null
  readonly log: ReadonlyMap<string, LogEntry>
}

const ReadingContext = createContext<Reading | null>(null)
const EMPTY: CompilationPlan = { first: [], paragraphs: {} }

export function ReadingProvider({ children }: { readonly children: ReactNode }) {
  const show = usePlace((place) => place.show)
  const reading = useReading(show)
  return <ReadingContext value={show.kind === 'current' ? null : reading}>{children}</ReadingContext>
}

function useReading(show: Show): Reading {
  const { facts, paragraphs } = useDocument()
  const all = useStore(paragraphs)
  const proposals = useSelected(facts, (value) => value.proposals)
  const brackets = useSelected(facts, (value) => value.brackets)
  const entries = useSelected(facts, (value) => value.log)
  const layout = useRecord()?.layout ?? 'gerund'
  const since = useSince()
  const [kept] = useState(() => createKeeper(EMPTY))
  return useMemo(() => {
    if (show.kind === 'current') return { show, plan: EMPTY, since, log: new Map<string, LogEntry>() }
    const wanted = wantedOf(show, { proposals, brackets }, since)
    // what waits at a paragraph stays the same object while it says the same: its row does not compare again
    const plan = kept(planCompilation(all, wanted.proposals, wanted.brackets, layout))
    return { show, plan, since, log: receiptsOf(entries) }
  }, [show, all, proposals, brackets, entries, layout, since, kept])
}

/** null: the Chair's text, as it is. */
export const useReadingHere = (): Reading | null => useContext(ReadingContext)
