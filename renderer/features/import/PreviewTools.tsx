import { IndentDecrease, IndentIncrease } from 'lucide-react'
import { CLAUSE_KINDS, type ClauseKind } from '#shared/domain/clause.ts'
import type { ImportedClause } from '#shared/ipc/contract.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Key } from '#renderer/ui/Key.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import type { Span } from './import-draft.ts'

/** Kind and level of what is chosen; the keys beside them do the same in the list. */
export function PreviewTools(props: {
  readonly clauses: readonly ImportedClause[]
  readonly span: Span
  readonly onKind: (kind: ClauseKind) => void
  readonly onLevel: (by: 1 | -1) => void
}) {
  const { clauses, span, onKind, onLevel } = props
  const text = useText()
  const chosen = clauses.slice(span.from, span.to + 1)
  const common = chosen.every(({ kind }) => kind === chosen[0]?.kind) ? chosen[0]?.kind : null
  return (
    <div className="import-tools">
      <div className="import-kinds" role="group" aria-label={text('import.preview.kind')}>
        {CLAUSE_KINDS.map((kind, i) => (
          <ToggleChip
            key={kind}
            on={kind === common}
            onChange={() => {
              onKind(kind)
            }}
          >
            {text(KIND_WORDS[kind])} <Key>{String(i + 1)}</Key>
          </ToggleChip>
        ))}
      </div>
      <div className="import-levels" role="group" aria-label={text('import.preview.level')}>
        <Button
          size="small"
          aria-label={text('import.preview.outdent')}
          icon={<IndentDecrease size={16} aria-hidden />}
          isDisabled={chosen.every(({ level }) => level === 0)}
          onPress={() => {
            onLevel(-1)
          }}
        />
        <Button
          size="small"
          aria-label={text('import.preview.indent')}
          icon={<IndentIncrease size={16} aria-hidden />}
          isDisabled={chosen.every(({ level }) => level === 3)}
          onPress={() => {
            onLevel(1)
          }}
        />
        <span className="quiet numeric" role="status">
          {text('import.preview.chosen', { count: chosen.length })}
        </span>
      </div>
    </div>
  )
}
