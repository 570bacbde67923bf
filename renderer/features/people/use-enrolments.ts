/** The requests to join, as the relay holds them; read again whenever main says that they changed. */
import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'

export type Enrolment = Output<'enrolments.list'>[number]

export function useEnrolments() {
  const { line, intents } = useSession()
  const { conf } = useConference()
  /** null until the first answer. */
  const [list, setList] = useState<readonly Enrolment[] | null>(null)
  const read = useCallback(async () => {
    const reply = await intents.ask('enrolments.list', { conf })
    setList((before) => (reply.ok ? reply.value : (before ?? [])))
  }, [intents, conf])
  useEffect(() => {
    void read()
    return line.on('enrolments', (changed) => {
      if (changed.conf === conf) void read()
    })
  }, [line, conf, read])
  const settle = async (id: string, approve: boolean): Promise<boolean> => {
    const { ok } = await intents.ask('enrolments.settle', { conf, id, approve })
    await read()
    return ok
  }
  return { list, settle }
}
