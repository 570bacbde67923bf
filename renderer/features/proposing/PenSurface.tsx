import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import '#renderer/editor/editor.css'
import { TextSelection } from '@tiptap/pm/state'
import type { Clause } from '#shared/domain/clause.ts'
import { showChanges } from '#renderer/editor/changes.ts'
import { createClauseEditor, type ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { setClause, splitClause } from '#renderer/editor/commands.ts'
import type { Copy } from '#renderer/editor/copy.ts'
import type { PasteRefusal } from '#renderer/editor/paste.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useSession } from '#renderer/session/context.tsx'
import type { Pen } from '#renderer/session/view.ts'
import { useText } from '#renderer/i18n/language.tsx'

interface SurfaceProps {
  /** What is typed into until the room is open; null where there is a room from the start. */
  readonly copy: Copy | null
  readonly room: OpenRoom | null
  /** The words it would replace. */
  readonly against: readonly Clause[]
  readonly at: Pen['at']
  readonly label: string
  /** What Enter begins: a sub-paragraph, or another paragraph. */
  readonly enter: 'sub' | 'paragraph'
  readonly language: string
  /** The words of the copy are in the room, or the room had others. */
  readonly onHandedOver: (done: boolean) => void
}

interface Caret {
  readonly anchor: number
  readonly head: number
}

/** An input method's last words reach the document some 20 ms after it has ended. */
const SETTLE_MS = 60

/** The words themselves, over the copy or the room. React never renders them. */
export function PenSurface(props: SurfaceProps) {
  const { copy, room, against, at, label, language } = props
  const text = useText()
  const { newId, notices } = useSession()
  const mount = useRef<HTMLDivElement>(null)
  const caret = useRef<Caret | null>(null)
  const [editor, setEditor] = useState<ClauseEditor | null>(null)
  const mayHandOver = useQuiet(copy !== null && room !== null ? editor : null)
  const onHandedOver = useLatest(props.onHandedOver)
  const refused = useLatest((refusal: PasteRefusal) => {
    notices.tell('problem', text(`window.paste.${refusal.kind}`))
  })
  const source = copy !== null && !(room !== null && mayHandOver) ? copy : room
  const handOver = useLatest(
    source === room && room !== null && copy !== null ? () => copy.handTo(room) : null,
  )
  const first = useLatest(at)
  const isSub = useLatest(props.enter === 'sub')
  const words = source?.text ?? null
  const writable = source === null ? false : source === copy || (room?.writable ?? false)
  const awareness = source === room ? room?.awareness : undefined
  // one step: nothing is typed between the copy and the room
  useLayoutEffect(() => {
    const element = mount.current
    if (element === null || words === null) return
    const handed = handOver.current === null ? null : handOver.current()
    const made = createClauseEditor({
      element,
      text: words,
      editable: writable,
      ...(awareness === undefined ? {} : { awareness }),
      newId,
      onRefused: (refusal) => {
        refused.current(refusal)
      },
      attributes: {
        role: 'textbox',
        'aria-label': label,
        lang: language,
        class: 'pen-text',
        spellcheck: 'true',
      },
    })
    const onKey = (event: KeyboardEvent) => {
      if (isPlainEnter(event) && isSub.current) beginSub(made, event, newId)
    }
    element.addEventListener('keydown', onKey, true)
    made.view.focus()
    if (caret.current !== null) setCaret(made, caret.current)
    else if (first.current !== null) setCaretAt(made, element, first.current)
    setEditor(made)
    if (handed !== null) onHandedOver.current(handed)
    return () => {
      const { anchor, head } = made.state.selection
      caret.current = { anchor, head }
      setEditor(null)
      element.removeEventListener('keydown', onKey, true)
      made.close()
    }
  }, [words, writable, awareness, label, language, newId, handOver, first, isSub, refused, onHandedOver])
  useEffect(() => {
    editor?.run(
      showChanges({
        clauses: against,
        addedLabel: text('window.diff.added'),
        removedLabel: text('window.diff.removed'),
      }),
    )
  }, [editor, against, text])
  return <div ref={mount} className="pen-words" />
}

const isPlainEnter = ({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  key === 'Enter' && !shiftKey && !ctrlKey && !metaKey && !altKey && !isComposing

/** A proposal is one paragraph: what Enter begins in it hangs on its head. */
function beginSub(editor: ClauseEditor, event: KeyboardEvent, newId: () => string): void {
  event.preventDefault()
  event.stopPropagation()
  editor.run(splitClause(newId))
  const { $from } = editor.state.selection
  if ($from.index(0) > 0 && $from.parent.attrs['level'] === 0) editor.run(setClause({ level: 1 }))
}

function setCaret({ tiptap, state }: ClauseEditor, { anchor, head }: Caret): void {
  const end = state.doc.content.size
  const near = (pos: number) => TextSelection.near(state.doc.resolve(Math.min(pos, end)))
  tiptap.view.dispatch(
    state.tr.setSelection(TextSelection.between(near(anchor).$anchor, near(head).$anchor)).scrollIntoView(),
  )
}

/** Rows above may have moved since the pointer went down; the words have not moved within their box. */
function setCaretAt(editor: ClauseEditor, box: HTMLElement, { x, y }: NonNullable<Pen['at']>): void {
  const found = editor.view.posAtCoords({ left: x, top: box.getBoundingClientRect().top + y })
  if (found !== null) setCaret(editor, { anchor: found.pos, head: found.pos })
}

/** Whether no input method is at work in the editor; null: nobody waits for it. */
function useQuiet(editor: ClauseEditor | null): boolean {
  const { clock } = useSession()
  const [quiet, setQuiet] = useState<ClauseEditor | null>(null)
  useEffect(() => {
    if (editor === null) return
    let waits = true
    const look = () => {
      if (waits && !editor.view.composing) setQuiet(editor)
    }
    const later = () => {
      clock.after(SETTLE_MS, look)
    }
    const { dom } = editor.view
    dom.addEventListener('compositionend', later)
    look()
    return () => {
      waits = false
      dom.removeEventListener('compositionend', later)
    }
  }, [editor, clock])
  return editor !== null && quiet === editor
}

/** What a listener made once must read as it is now. */
function useLatest<T>(value: T): { readonly current: T } {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return ref
}
