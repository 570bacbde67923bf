import { Bold, IndentDecrease, IndentIncrease, Italic, Redo2, Undo2 } from 'lucide-react'
import { CLAUSE_KINDS, type ClauseKind, type ClauseLevel } from '#shared/domain/clause.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { setClause, toggleFlag } from '#renderer/editor/commands.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { Bar, BarButton, BarSwitch } from '#renderer/ui/Bar.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { useEditorValue } from './use-editor.ts'

const ICON = { size: 16, 'aria-hidden': true } as const
const LEVELS: readonly ClauseLevel[] = [0, 1, 2, 3]

const kindAt = ({ state }: ClauseEditor): ClauseKind => {
  const kind: unknown = state.selection.$from.parent.attrs['kind']
  return CLAUSE_KINDS.find((known) => known === kind) ?? 'text'
}
const levelAt = ({ state }: ClauseEditor): number => Number(state.selection.$from.parent.attrs['level'] ?? 0)

/** Kind and level of the clause, bold, italic, undo. Undo takes back one's own words only. */
export function FormatBar({ editor }: { readonly editor: ClauseEditor }) {
  const text = useText()
  const kind = useEditorValue(editor, kindAt)
  const level = useEditorValue(editor, levelAt)
  const bold = useEditorValue(editor, ({ tiptap }) => tiptap.isActive('bold'))
  const italic = useEditorValue(editor, ({ tiptap }) => tiptap.isActive('italic'))
  const back = () => {
    editor.view.focus()
  }
  const setLevel = (by: 1 | -1) => {
    const next = LEVELS.find((one) => one === level + by)
    if (next !== undefined) editor.run(setClause({ level: next }))
    back()
  }
  return (
    <Bar label={text('window.format.label')}>
      <Choice
        small
        label={text('window.kind.label')}
        value={kind}
        options={CLAUSE_KINDS.map((key) => ({ key, label: text(KIND_WORDS[key]) }))}
        onChange={(key) => {
          editor.run(setClause({ kind: key }))
          back()
        }}
      />
      <BarSwitch
        label={text('window.format.bold')}
        icon={<Bold {...ICON} />}
        on={bold}
        onPress={() => {
          editor.run(toggleFlag('bold'))
          back()
        }}
      />
      <BarSwitch
        label={text('window.format.italic')}
        icon={<Italic {...ICON} />}
        on={italic}
        onPress={() => {
          editor.run(toggleFlag('italic'))
          back()
        }}
      />
      <BarButton
        label={text('window.format.outdent')}
        icon={<IndentDecrease {...ICON} />}
        isDisabled={level === 0}
        onPress={() => {
          setLevel(-1)
        }}
      />
      <BarButton
        label={text('window.format.indent')}
        icon={<IndentIncrease {...ICON} />}
        isDisabled={level === 3}
        onPress={() => {
          setLevel(1)
        }}
      />
      <BarButton label={text('window.format.undo')} icon={<Undo2 {...ICON} />} onPress={editor.undo} />
      <BarButton label={text('window.format.redo')} icon={<Redo2 {...ICON} />} onPress={editor.redo} />
    </Bar>
  )
}
