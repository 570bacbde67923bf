import './exchange.css'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Failure, Output } from '#shared/ipc/contract.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'
import { failureWords } from '#renderer/session/intents.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'

type Taken = NonNullable<Output<'exchange.import'>>['taken']

type State =
  | { readonly kind: 'asking' | 'working' }
  | { readonly kind: 'taken'; readonly taken: Taken }
  | { readonly kind: 'refused'; readonly failure: Failure }

/** Takes what a colleague's file has; a file that is not right changes nothing, and it is said why (rule 36). */
export function OpenExchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const { line } = useSession()
  const { conf } = useConference()
  const [state, setState] = useState<State>({ kind: 'asking' })
  const open = async () => {
    setState({ kind: 'working' })
    const reply = await line.call('exchange.import', { conf, content: null })
    if (!reply.ok) setState({ kind: 'refused', failure: reply.error })
    // null: the member closed the dialog that asks for the file
    else setState(reply.value === null ? { kind: 'asking' } : { kind: 'taken', taken: reply.value.taken })
  }
  return (
    <Dialog
      title={text('exchange.open.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('window.close')}</Button>
          {state.kind !== 'taken' && (
            <Button look="primary" isDisabled={state.kind === 'working'} onPress={() => void open()}>
              {text('exchange.open.choose')}
            </Button>
          )}
        </>
      }
    >
      <p>{text('exchange.open.explain')}</p>
      <div role="status">
        {state.kind === 'working' && <p>{text('exchange.open.working')}</p>}
        {state.kind === 'taken' && (
          <p className="exchange-done">
            <CircleCheck size={20} aria-hidden />
            {state.taken.acts === 0 && state.taken.blobs === 0
              ? text('exchange.open.known')
              : text('exchange.open.taken', { acts: state.taken.acts, blobs: state.taken.blobs })}
          </p>
        )}
      </div>
      <Problem words={state.kind === 'refused' && failureWords(state.failure, text)} />
    </Dialog>
  )
}
