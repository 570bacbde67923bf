import { useState } from 'react'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { Delegation } from '#renderer/session/delegation.tsx'
import { usePutAway } from './use-drafts.ts'

interface DiscardProps {
  readonly draft: string
  readonly delegation: Delegation
  /** Then nobody is asked. */
  readonly isUnchanged: boolean
  readonly onDone: () => void
}

/** Takes a draft off the list of the delegation. */
export function DiscardDraft({ draft, delegation, isUnchanged, onDone }: DiscardProps) {
  const text = useText()
  const putAway = usePutAway(delegation)
  const [asks, setAsks] = useState(false)
  const discard = async () => {
    setAsks(false)
    if (await putAway(draft)) onDone()
  }
  const close = () => {
    setAsks(false)
  }
  return (
    <>
      <Button
        size="small"
        onPress={() => {
          if (isUnchanged) void discard()
          else setAsks(true)
        }}
      >
        {text('proposing.draft.discard')}
      </Button>
      {asks && (
        <Dialog
          title={text('proposing.discard.title')}
          closeLabel={text('window.close')}
          onClose={close}
          footer={
            <>
              <span className="spring" />
              <Button onPress={close}>{text('window.cancel')}</Button>
              <Button look="danger" onPress={() => void discard()}>
                {text('proposing.draft.discard')}
              </Button>
            </>
          }
        >
          <p>{text('proposing.discard.explain')}</p>
        </Dialog>
      )}
    </>
  )
}
