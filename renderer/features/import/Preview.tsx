import { useMemo, useState } from 'react'
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import { numberParagraphs } from '#shared/domain/numbering.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { subLabels } from '#shared/domain/sub-label.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { ClauseList } from './ClauseList.tsx'
import { setKind, shiftLevel, type ImportDraft } from './import-draft.ts'
import { PreviewTools } from './PreviewTools.tsx'
import { FIRST, spanOf } from './selection.ts'

/** What was read, clause by clause; kind and level of one or of several can be corrected. */
export function Preview(props: {
  readonly draft: ImportDraft
  readonly onChange: (draft: ImportDraft) => void
}) {
  const { draft, onChange } = props
  const { clauses } = draft
  const text = useText()
  const [selection, setSelection] = useState(FIRST)
  const span = spanOf(selection)
  const labels = useLabels(draft)
  const current = clauses[selection.focus]
  const onKind = (kind: ClauseKind) => {
    onChange({ ...draft, clauses: setKind(clauses, span, kind) })
  }
  const onLevel = (by: 1 | -1) => {
    onChange({ ...draft, clauses: shiftLevel(clauses, span, by) })
  }
  const count = (kind: ClauseKind) =>
    clauses.filter((clause) => clause.kind === kind && clause.level === 0).length
  return (
    <>
      <p className="import-summary">
        <strong>{draft.fileName}</strong>
        <span className="quiet">
          {text('import.preview.summary', {
            count: clauses.length,
            pp: count('preambular'),
            op: count('operative'),
          })}
        </span>
      </p>
      <PreviewTools clauses={clauses} span={span} onKind={onKind} onLevel={onLevel} />
      <ClauseList
        clauses={clauses}
        labels={labels}
        language={draft.language}
        name={draft.fileName}
        selection={selection}
        onSelect={setSelection}
        onKind={onKind}
        onLevel={onLevel}
      />
      <p className="quiet">{text('import.preview.help')}</p>
      {current !== undefined && (
        <section className="import-whole" aria-label={text('import.preview.whole')} lang={draft.language}>
          {current.text}
        </section>
      )}
    </>
  )
}

/** The numbers and letters that the clauses would have: they show a wrong kind at a glance. */
function useLabels({ clauses, layout, language }: ImportDraft): readonly string[] {
  return useMemo(() => {
    const all = clauses.map(({ kind, level }, i): Clause => {
      return { id: String(i), kind, level, suppressed: false, runs: [] }
    })
    const paragraphs = groupParagraphs(all)
    const numbers = numberParagraphs(paragraphs, layout)
    const letters = paragraphs.flatMap((paragraph) => [...subLabels(paragraph.clauses, language)])
    const byId = new Map(letters)
    return all.map(({ id }) => {
      const number = numbers.get(id) ?? ''
      return number === '' ? (byId.get(id) ?? '') : number
    })
  }, [clauses, layout, language])
}
