import { useEffect, useRef, useState } from 'react'
import '#renderer/editor/editor.css'
import { showChanges } from '#renderer/editor/changes.ts'
import { createClauseEditor, type ClauseEditor } from '#renderer/editor/clause-editor.ts'
import type { PasteRefusal } from '#renderer/editor/paste.ts'
import { useRecord, useSession } from '#renderer/session/context.tsx'
import type { Slot } from '#renderer/session/incorporation.ts'
import type { Bench, Workbench } from '#renderer/session/workbench.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'

interface SlotProps {
  readonly slot: Slot
  readonly bench: Bench
  readonly workbench: Workbench
  readonly label: string
}

/** What a paragraph would say: made of what is chosen, then written on by hand, against the words there now. */
export function SlotEditor({ slot, bench, workbench, label }: SlotProps) {
  const text = useText()
  const language = useRecord()?.language ?? 'es'
  const { newId, notices } = useSession()
  const mount = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<ClauseEditor | null>(null)
  const words = bench.copy.text
  useEffect(() => {
    if (mount.current === null) return
    const made = createClauseEditor({
      element: mount.current,
      text: words,
      editable: true,
      newId,
      onRefused: (refusal: PasteRefusal) => {
        notices.tell('problem', text(`window.paste.${refusal.kind}`))
      },
      attributes: {
        role: 'textbox',
        'aria-label': label,
        lang: language,
        class: 'result-text',
        spellcheck: 'true',
      },
    })
    setEditor(made)
    return () => {
      setEditor(null)
      made.close()
    }
  }, [words, newId, notices, text, label, language])
  const { before } = slot
  useEffect(() => {
    editor?.run(
      showChanges({
        clauses: before,
        addedLabel: text('window.diff.added'),
        removedLabel: text('window.diff.removed'),
      }),
    )
  }, [editor, before, text])
  return (
    <div className="slot">
      <h4 className="slot-name">{label}</h4>
      <div ref={mount} className="slot-words" />
      {bench.waiting !== null && (
        <div className="chair-warning" role="status">
          <p>{text('chair.result.waits')}</p>
          <Button
            size="small"
            onPress={() => {
              workbench.remake(slot.key)
            }}
          >
            {text('chair.result.remake')}
          </Button>
          <Button
            size="small"
            onPress={() => {
              workbench.keep(slot.key)
            }}
          >
            {text('chair.result.keep')}
          </Button>
        </div>
      )}
    </div>
  )
}
