import type { KeyboardEvent, ReactNode } from 'react'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Copy } from '#renderer/editor/copy.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { usePlace, useRecord } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import type { CopyState } from './copies.ts'
import type { Delegation } from '#renderer/session/delegation.tsx'
import { DraftFoot } from './DraftFoot.tsx'
import { PenSurface } from './PenSurface.tsx'
import { useAgainst } from './against.ts'
import { Rebase } from './Rebase.tsx'
import { useLeave } from './leave.ts'

export interface DraftProps {
  readonly paragraph: ParagraphState
  readonly delegation: Delegation
  readonly copy: Copy | null
  /** Of the copy. */
  readonly state: CopyState['kind'] | null
  readonly room: OpenRoom | null
  readonly draft: string | null
  readonly listed: DraftState | undefined
  readonly onHandedOver: (done: boolean) => void
  readonly onAskAgain: () => void
}

/** A draft where it is written: its words, and below them what can be done with it. */
export function Draft(props: DraftProps & { readonly children: ReactNode }) {
  const { paragraph, delegation, copy, room, draft, listed, state, children } = props
  const text = useText()
  const at = usePlace(({ pen }) => pen?.at ?? null)
  const language = useRecord()?.language ?? 'es'
  const against = useAgainst(listed, paragraph)
  const leave = useLeave(paragraph.id)
  const onKeyDown = (event: KeyboardEvent) => {
    // a dialog or a menu of the draft stands elsewhere in the page
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    // the editor prevents what the browser does with the key; an input method takes it for itself
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !isInside) return
    event.preventDefault()
    leave()
  }
  const isNew = listed?.operation === 'insert'
  const surface =
    copy === null && room === null ? (
      <div className="words">{!isNew && children}</div>
    ) : (
      <PenSurface
        {...{ copy, room, against, at, language }}
        label={text('proposing.editor.label', { number: paragraph.number })}
        enter={listed?.operation === 'split' ? 'paragraph' : 'sub'}
        onHandedOver={props.onHandedOver}
      />
    )
  return (
    <>
      {isNew && <div className="words">{children}</div>}
      {/* Esc leaves whatever part of the draft has the focus */}
      <div className="pen" role="presentation" onKeyDown={onKeyDown}>
        {surface}
        {room !== null && listed !== undefined && (
          <Rebase key={listed.draft} {...{ paragraph, delegation, room, listed }} />
        )}
        {(draft !== null || (state !== null && state !== 'untouched')) && (
          <DraftFoot
            {...{ paragraph, delegation, room, draft, listed, state, against }}
            onAskAgain={props.onAskAgain}
          />
        )}
      </div>
    </>
  )
}
