import { MonitorUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import { isSameToTheLetter } from '#shared/acts/three-way.ts'
import type { Wording } from '#shared/acts/state.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { writeWords } from '#renderer/editor/hand-over.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useParagraph, usePlace, useRecord, useSession } from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { useScreenParagraph, useScreenRoom, useScreenWords } from '#renderer/session/screen.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { keepFocus } from '#renderer/ui/kept-focus.ts'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { EditorSurface } from './EditorSurface.tsx'
import { FormatBar } from './FormatBar.tsx'
import { Presence } from './Presence.tsx'
import { ScreenActions } from './ScreenActions.tsx'

/** In place of a paragraph, while the Chair drafts on the screen: all see it live, nothing counts yet. */
export function ScreenDraft({ id }: { readonly id: string }) {
  const room = useScreenRoom()
  const about = useScreenParagraph()
  return room === null || about !== id ? null : <Screen id={id} room={room} />
}

const wordsOf = (room: OpenRoom) => wordingText(room.clauses())

/** Puts words made elsewhere on the screen; what somebody has written there meanwhile stays, and it is said. */
function useSeed(id: string, room: OpenRoom, current: Wording | null): void {
  const text = useText()
  const { view, notices } = useSession()
  const screen = usePlace((place) => place.screen)
  useEffect(() => {
    if (screen?.paragraph !== id || screen.seed === null || current === null || !room.writable) return
    const isUntouched = isSameToTheLetter(room.clauses(), current.clauses)
    if (isUntouched) writeWords(room.text, screen.seed)
    else notices.tell('problem', text('chair.screen.taken'))
    view.go({ screen: { ...screen, seed: null, used: isUntouched ? screen.used : [] } })
  }, [id, room, current, screen, view, notices, text])
}

function Screen({ id, room }: { readonly id: string; readonly room: OpenRoom }) {
  const text = useText()
  const record = useRecord()
  const paragraph = useParagraph(id)
  const words = useScreenWords(wordsOf)
  const office = useOffice('writeScreen', id)
  const [editor, setEditor] = useState<ClauseEditor | null>(null)
  useEffect(
    () => () => {
      keepFocus(() => document.querySelector(`#p-${CSS.escape(id)} button`))
    },
    [id],
  )
  const current = paragraph === undefined ? null : shownWording(paragraph)
  useSeed(id, room, current)
  return (
    <section className="screen" aria-label={text('window.screen.label')}>
      <header className="screen-head">
        <MonitorUp size={16} aria-hidden />
        {text('term.draftOnScreen')}
        <span className="spring" />
        <Presence room={room} />
      </header>
      {office !== null && room.writable && editor !== null && (
        <div className="screen-tools">
          <FormatBar editor={editor} />
        </div>
      )}
      <div className="screen-body">
        <EditorSurface room={room} inPlace editor={editor} onEditor={setEditor} />
      </div>
      {current !== null && (
        <div className="screen-changes">
          <h3 className="quiet">{text('window.screen.changes')}</h3>
          <WordDiff
            before={wordingText(current.clauses)}
            after={words}
            language={record?.language ?? 'es'}
            removedLabel={text('window.diff.removed')}
            addedLabel={text('window.diff.added')}
          />
        </div>
      )}
      {paragraph !== undefined && <ScreenActions room={room} paragraph={paragraph} words={words} />}
    </section>
  )
}
