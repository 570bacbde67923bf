/** Opens a draft of the own delegation, and takes the member's pen there. */
import { useCallback } from 'react'
import { useDocument, useSession } from './context.tsx'
import { useOwnDelegation } from './delegation.tsx'
import type { WantedDraft } from './tabling.ts'

export type BeginDraft = (wanted: WantedDraft) => Promise<boolean>

/** null: this member drafts nothing here. A failure has been told in words when the answer is false. */
export function useBeginDraft(): BeginDraft | null {
  const { intents, view } = useSession()
  const { order } = useDocument()
  const delegation = useOwnDelegation()
  const target = delegation?.target ?? null
  const begin = useCallback(
    async (wanted: WantedDraft) => {
      if (target === null) return false
      const reply = await intents.ask('draft.open', { ...target, ...wanted, targets: [...wanted.targets] })
      const paragraph = wanted.targets[0] ?? wanted.after ?? order.get()[0]
      if (!reply.ok || paragraph === undefined) return false
      const pen = { paragraph, draft: reply.value.draft, at: null }
      view.go({ mode: 'text', writing: 'propose', paragraph, pen, country: null })
      return true
    },
    [intents, view, order, target],
  )
  return target === null ? null : begin
}
