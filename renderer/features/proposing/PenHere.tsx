import { useCallback, useEffect, type ReactNode } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { roomName } from '#shared/sync/rooms.ts'
import {
  useConference,
  useDocument,
  useParagraph,
  usePlace,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { useRoom } from '#renderer/session/use-room.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Apart } from './Apart.tsx'
import { copiesOf, type Kept } from './copies.ts'
import type { Delegation } from '#renderer/session/delegation.tsx'
import { useDraft, useDraftsAt } from './drafts-at.ts'
import { Draft } from './Draft.tsx'
import { useAskForDraft } from './use-drafts.ts'
import { whyClosed } from './why-closed.ts'

interface PenProps {
  readonly id: string
  readonly delegation: Delegation
  /** The words as they are. */
  readonly children: ReactNode
}

/** The words of the paragraph with the member's pen in them. */
export function PenHere(props: PenProps) {
  const paragraph = useParagraph(props.id)
  return paragraph === undefined ? props.children : <Pen {...props} paragraph={paragraph} />
}

function Pen({ id, delegation, paragraph, children }: PenProps & { readonly paragraph: ParagraphState }) {
  const text = useText()
  const { view } = useSession()
  const { kept, copy, draft } = useWhatIsWritten(id, delegation)
  const copies = copiesOf(useConference(), useDocument().id)
  const ask = useAskForDraft(delegation, id)
  const closed = draft === null && kept === undefined ? whyClosed(paragraph) : null
  const { wording } = paragraph
  const begins = draft === null && kept === undefined && closed === null ? wording : null
  useEffect(() => {
    if (begins !== null) copies.begin(id, begins.clauses, ask)
  }, [begins, copies, id, ask])
  useUntouchedGoes(id, wording?.hash ?? '', draft)
  const { doc } = delegation.target
  const { country } = delegation
  const name = draft === null ? null : roomName({ kind: 'workshop', doc, country, draft })
  const opened = useRoom(name)
  // that of another draft goes only after this view has been drawn: no word may get into it
  const room = opened?.name === name ? opened : null
  const listed = useDraft(draft)
  const isOver = listed !== undefined && listed.state !== 'open'
  useEffect(() => {
    if (isOver) view.go({ pen: null })
  }, [isOver, view])
  const onHandedOver = useCallback(
    (done: boolean) => {
      const { pen } = view.get()
      // the copy names the draft no more
      if (pen !== null) view.go({ pen: { ...pen, draft } })
      copies.handedOver(id, done)
    },
    [view, draft, copies, id],
  )
  if (closed !== null) {
    return (
      <>
        <div className="words">{children}</div>
        <p className="pen-closed" role="status">
          {text(closed)}
        </p>
      </>
    )
  }
  return (
    <>
      <Draft
        {...{ paragraph, delegation, copy, room, draft, listed, onHandedOver }}
        state={copy === null ? null : (kept?.state.kind ?? null)}
        onAskAgain={() => void copies.askAgain(id, ask)}
      >
        {children}
      </Draft>
      {kept?.state.kind === 'apart' && <Apart id={id} copy={kept.copy} />}
    </>
  )
}

/** The draft under the pen, and the copy that is typed into until its room is open. */
function useWhatIsWritten(
  id: string,
  { country }: Delegation,
): { readonly kept: Kept | undefined; readonly copy: Kept['copy'] | null; readonly draft: string | null } {
  const copies = copiesOf(useConference(), useDocument().id)
  const kept = useSelected(copies.all, (all) => all.get(id))
  const named = usePlace(({ pen }) => pen?.draft ?? null)
  const own = useDraftsAt(id, country).findLast(({ operation }) => operation === 'amend')
  const { state } = kept ?? {}
  const isUnderWay = state !== undefined && state.kind !== 'untouched' && state.kind !== 'apart'
  if (kept !== undefined && isUnderWay && named === null)
    return { kept, copy: kept.copy, draft: state.kind === 'listed' ? state.draft : null }
  const draft = named ?? own?.draft ?? null
  return { kept, copy: draft === null && state?.kind === 'untouched' ? (kept?.copy ?? null) : null, draft }
}

/** What nobody has typed into is made anew when the words change, and goes with the pen or when there is a draft. */
function useUntouchedGoes(id: string, hash: string, draft: string | null): void {
  const copies = copiesOf(useConference(), useDocument().id)
  useEffect(
    () => () => {
      if (copies.all.get().get(id)?.state.kind === 'untouched') copies.drop(id)
    },
    [copies, id, hash, draft],
  )
}
