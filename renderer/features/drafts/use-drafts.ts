import { useEffect, useState } from 'react'
import type { KeptDraft } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'

/** The kept drafts, newest first; null until main has answered. */
export function useDrafts() {
  const { line, intents } = useSession()
  const { conf } = useConference()
  const [drafts, setDrafts] = useState<readonly KeptDraft[] | null>(null)
  const [dismissed, setDismissed] = useState(0)
  useEffect(() => {
    let wanted = true
    const read = () => {
      void intents.ask('drafts.list', { conf }).then((reply) => {
        const list = reply.ok ? [...reply.value].sort((one, other) => (one.at < other.at ? 1 : -1)) : null
        if (wanted) setDrafts((before) => list ?? before ?? [])
      })
    }
    read()
    const stop = line.on('drafts', (changed) => {
      if (changed.conf === conf) read()
    })
    return () => {
      wanted = false
      stop()
    }
  }, [line, intents, conf, dismissed])
  const dismiss = async (id: string) => {
    await intents.ask('drafts.dismiss', { conf, id })
    setDismissed((count) => count + 1)
  }
  return { drafts, dismiss }
}
