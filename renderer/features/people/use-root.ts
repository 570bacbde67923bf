/** How the conference's root key lies on this device; read again after another one was loaded. */
import { useEffect, useState } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'

export type RootState = Output<'root.state'>

export function useRoot() {
  const { intents } = useSession()
  const { conf } = useConference()
  /** null until the first answer. */
  const [state, setState] = useState<RootState | null>(null)
  const [passphrase, setPassphrase] = useState('')
  useEffect(() => {
    let wanted = true
    void intents.ask('root.state', { conf }).then((reply) => {
      if (wanted && reply.ok) setState(reply.value)
    })
    return () => {
      wanted = false
    }
  }, [intents, conf])
  const load = async () => {
    const reply = await intents.ask('root.import', { conf })
    if (reply.ok) setState(reply.value)
  }
  return {
    state,
    passphrase,
    setPassphrase,
    load,
    isReady: state === 'open' || (state === 'locked' && passphrase !== ''),
  }
}
