import type { KeyboardEvent, ReactNode } from 'react'
import { usePlace, useRecord } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { DraftFoot } from './DraftFoot.tsx'
import { PenSurface } from './PenSurface.tsx'
import { useAgainst } from './against.ts'
import { Rebase } from './Rebase.tsx'
import type { DraftProps } from './draft-props.ts'
import { useLeave } from './leave.ts'

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
