import { useEffect } from 'react'
import { roomName } from '#shared/sync/rooms.ts'
import { useConference, useDocument, useSession } from '#renderer/session/context.tsx'
import { useRoom } from '#renderer/session/use-room.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Apart } from './Apart.tsx'
import { copiesOf, type Kept } from './copies.ts'
import type { Delegation } from '#renderer/session/delegation.tsx'

interface HandOverProps {
  readonly id: string
  readonly kept: Kept
  readonly delegation: Delegation
}

/** Where the pen was laid down before the room had the words: they follow, or wait here in sight. */
export function HandOver({ id, kept, delegation }: HandOverProps) {
  const text = useText()
  const { view } = useSession()
  const { copy, state } = kept
  switch (state.kind) {
    case 'untouched':
    case 'asked':
      return null
    case 'listed':
      return <Follow {...{ id, kept, delegation }} draft={state.draft} />
    case 'apart':
      return <Apart id={id} copy={copy} />
    case 'failed':
      return (
        <p className="pen-note">
          {text('proposing.copy.failed')}
          <Button
            size="small"
            onPress={() => {
              view.go({ paragraph: id, pen: { paragraph: id, draft: null, at: null } })
            }}
          >
            {text('proposing.copy.goOn')}
          </Button>
        </p>
      )
  }
}

function Follow({ id, kept, delegation, draft }: HandOverProps & { readonly draft: string }) {
  const copies = copiesOf(useConference(), useDocument().id)
  const { country, target } = delegation
  const room = useRoom(roomName({ kind: 'workshop', doc: target.doc, country, draft }))
  useEffect(() => {
    if (room !== null) copies.handedOver(id, kept.copy.handTo(room))
  }, [room, copies, id, kept])
  return null
}
