import type { ImportedClause } from '#shared/ipc/contract.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { joinClasses } from '#renderer/ui/classes.ts'

/** One clause: the number it would have, its kind, and its words indented by its level. */
export function ClauseRow(props: {
  readonly id: string
  readonly clause: ImportedClause
  readonly index: number
  readonly count: number
  readonly label: string
  readonly language: string
  readonly isChosen: boolean
  readonly isCurrent: boolean
  readonly onChoose: (index: number, extend: boolean) => void
}) {
  const { clause, index, isChosen, isCurrent } = props
  const text = useText()
  const kind = text(KIND_WORDS[clause.kind])
  return (
    // The list box has the focus and the keys; a row is only pointed at.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- reached through aria-activedescendant of the list box
    <div
      id={props.id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      className={joinClasses('import-row', `import-row-${clause.kind}`, isCurrent && 'import-current')}
      onClick={(event) => {
        props.onChoose(index, event.shiftKey)
      }}
    >
      <span className="import-number numeric">{props.label}</span>
      <span className="import-kind">
        {kind}
        <span className="unseen">{text('import.preview.levelOf', { level: clause.level })}</span>
      </span>
      <span className={`import-words import-level-${String(clause.level)}`} lang={props.language}>
        {clause.text}
      </span>
    </div>
  )
}
