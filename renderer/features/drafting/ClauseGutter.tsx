import { useMemo } from 'react'
import { CLAUSE_KINDS, type ClauseKind } from '#shared/domain/clause.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { useRecord, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { GutterButton } from '#renderer/ui/GutterButton.tsx'
import { MenuButton } from '#renderer/ui/Menu.tsx'
import { changeClauseAt } from './clause-at.ts'
import { createGutter, type GutterRow } from './gutter.ts'

/** The column of numbers; each is a button that says what kind of clause stands beside it. */
export function ClauseGutter({
  editor,
  writable,
}: {
  readonly editor: ClauseEditor
  readonly writable: boolean
}) {
  const record = useRecord()
  const layout = record?.layout ?? 'gerund'
  const language = record?.language ?? 'es'
  const rows = useStore(useMemo(() => createGutter(editor, layout, language), [editor, layout, language]))
  return (
    <div className="gutter">
      {rows.map((row) => (
        <Place key={row.id} row={row} editor={editor} writable={writable} />
      ))}
    </div>
  )
}

function Place(props: {
  readonly row: GutterRow
  readonly editor: ClauseEditor
  readonly writable: boolean
}) {
  const { row, editor } = props
  const text = useText()
  const kind = text(KIND_WORDS[row.kind])
  const shown = row.label === '' ? '·' : row.label
  // moves with the text: a place that no class could name
  const place = { transform: `translateY(${String(row.top)}px)` }
  if (!props.writable) {
    return (
      <span className="gutter-row" style={place}>
        <span className="gutter-number numeric">{shown}</span>
      </span>
    )
  }
  return (
    <span className="gutter-row" style={place}>
      <MenuButton<ClauseKind>
        label={text('window.kind.label')}
        heading={text('window.kind.label')}
        trigger={<GutterButton label={text('window.kind.of', { number: shown, kind })}>{shown}</GutterButton>}
        entries={CLAUSE_KINDS.map((key) => ({ key, label: text(KIND_WORDS[key]) }))}
        selected={row.kind}
        onChoose={(key) => {
          changeClauseAt(editor, row.index, { kind: key })
        }}
      />
    </span>
  )
}
