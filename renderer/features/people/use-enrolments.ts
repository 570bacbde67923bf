/** The requests to join, as the relay holds them; read again whenever main says that they changed. */
import { useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'

export type Enrolment = Output<'enrolments.list'>[number]

export function useEnrolments() {
  const { line, intents } = useSession()
  const { conf } = useConference()
  /** null until the first answer. */
  const [list, setList] = useState<readonly Enrolment[] | null>(null)
  const [settled, setSettled] = useState(0)
  useEffect(() => {
    let wanted = true
    const read = () => {
      void intents.ask('enrolments.list', { conf }).then((reply) => {
        if (wanted) setList((before) => (reply.ok ? reply.value : (before ?? [])))
      })
    }
    read()
    const stop = line.on('enrolments', (changed) => {
      if (changed.conf === conf) read()
    })
    return () => {
      wanted = false
      stop()
    }
  }, [line, intents, conf, settled])
  /** The passphrase of the root key; empty where none is asked for. */
  const settle = async (id: string, approve: boolean, passphrase: string): Promise<boolean> => {
    const secret = approve && passphrase !== '' ? { passphrase } : {}
    const { ok } = await intents.ask('enrolments.settle', { conf, id, approve, ...secret })
    setSettled((count) => count + 1)
    return ok
  }
  return { list, settle }
}
