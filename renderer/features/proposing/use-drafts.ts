/** What is asked of main about drafts; failures are told in words by then. */
import { useCallback } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import type { AskForDraft } from './copies.ts'
import type { Delegation } from '#renderer/session/delegation.tsx'
import type { WantedDraft } from '#renderer/session/tabling.ts'

/** Answers with its name; null where it could not be opened. */
export function useOpenDraft({ target }: Delegation): (wanted: WantedDraft) => Promise<string | null> {
  const { intents } = useSession()
  return useCallback(
    async ({ targets, ...wanted }) => {
      const reply = await intents.ask('draft.open', { ...target, ...wanted, targets: [...targets] })
      return reply.ok ? reply.value.draft : null
    },
    [intents, target],
  )
}

/** For the words of a paragraph as they are. */
export function useAskForDraft(delegation: Delegation, paragraph: string): AskForDraft {
  const open = useOpenDraft(delegation)
  return useCallback(
    () => open({ operation: 'amend', targets: [paragraph], after: null, previous: null, answers: null }),
    [open, paragraph],
  )
}

/** Off the list; its room stays. */
export function usePutAway({ target }: Delegation): (draft: string) => Promise<boolean> {
  const { intents } = useSession()
  return useCallback(
    async (draft) => (await intents.ask('draft.putAway', { ...target, draft })).ok,
    [intents, target],
  )
}
