/** The threads of the document in view, and those that wait for an answer of the own delegation. */
import { useMemo } from 'react'
import type { About, ThreadState } from '#shared/acts/negotiation-state.ts'
import { useConferenceState, useDocument, useSelected } from '#renderer/session/context.tsx'
import { waitingMention } from '#renderer/session/threads.ts'
import { usePowers } from '#renderer/session/use-powers.ts'

export const useThreads = (): readonly ThreadState[] =>
  useSelected(useDocument().facts, ({ threads }) => threads)

/** The paragraph it is about, a proposal's too; null: the document, or what is not here. */
export function useParagraphOf(): (about: About) => string | null {
  const proposals = useSelected(useDocument().facts, (facts) => facts.proposals)
  return useMemo(
    () => (about) => {
      switch (about.kind) {
        case 'document':
          return null
        case 'paragraph':
        case 'words':
          return about.paragraph
        case 'proposal':
          return proposals.find(({ act }) => act === about.proposal)?.paragraph ?? null
      }
    },
    [proposals],
  )
}

export interface WaitingMention {
  readonly act: string
  readonly thread: ThreadState
}

/** Mentions of the own delegation that nobody of it has answered. */
export function useWaitingMentions(): readonly WaitingMention[] {
  const threads = useThreads()
  const { members } = useConferenceState()
  const { country } = usePowers()
  return useMemo(
    () =>
      country === null
        ? []
        : threads.flatMap((thread) => {
            const act = waitingMention(thread, country, members)
            return act === null ? [] : [{ act, thread }]
          }),
    [threads, members, country],
  )
}
