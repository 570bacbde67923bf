/** Has main read the invitation as it is typed; only the answer to the last thing typed counts. */
import { useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { useSession } from '#renderer/session/context.tsx'
import { failureWords } from '#renderer/session/intents.ts'

export type Invitation = Output<'invitation.read'>

export type Reading =
  | { readonly kind: 'empty' | 'reading' }
  | { readonly kind: 'read'; readonly invitation: Invitation }
  | { readonly kind: 'refused'; readonly words: string }

export function useInvitation(typed: string): Reading {
  const { line, text } = useSession()
  const invitation = typed.trim()
  const [answer, setAnswer] = useState<{ readonly to: string; readonly reading: Reading } | null>(null)
  useEffect(() => {
    if (invitation === '') return
    let wanted = true
    void line.call('invitation.read', { invitation }).then((reply) => {
      if (!wanted) return
      setAnswer({
        to: invitation,
        reading: reply.ok
          ? { kind: 'read', invitation: reply.value }
          : { kind: 'refused', words: failureWords(reply.error, text()) },
      })
    })
    return () => {
      wanted = false
    }
  }, [line, text, invitation])
  if (invitation === '') return { kind: 'empty' }
  return answer?.to === invitation ? answer.reading : { kind: 'reading' }
}
