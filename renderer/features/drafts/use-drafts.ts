import { useCallback, useEffect, useState } from 'react'
import type { KeptDraft } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'

/** The kept drafts, newest first; null until main has answered. */
export function useDrafts() {
  const { line, intents } = useSession()
  const { conf } = useConference()
  const [drafts, setDrafts] = useState<readonly KeptDraft[] | null>(null)
  const read = useCallback(async () => {
    const reply = await intents.ask('drafts.list', { conf })
    const list = reply.ok ? [...reply.value].sort((one, other) => (one.at < other.at ? 1 : -1)) : null
    setDrafts((before) => list ?? before ?? [])
  }, [intents, conf])
  useEffect(() => {
    void read()
    return line.on('drafts', (changed) => {
      if (changed.conf === conf) void read()
    })
  }, [line, conf, read])
  const dismiss = async (id: string) => {
    await intents.ask('drafts.dismiss', { conf, id })
    await read()
  }
  return { drafts, dismiss }
}
