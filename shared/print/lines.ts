/**
 * A paragraph's clauses as printed lines. Footnotes go where they are referred to; a footnote that nothing
 * refers to goes to the end of the line before it, so that no word of a paragraph is left out. What this
 * version does not know is printed as a mark, never dropped.
 */
import type { Clause, Run } from '#shared/domain/clause.ts'
import type { TextLanguage } from '#shared/domain/language.ts'
import { subLabels } from '#shared/domain/sub-label.ts'
import type { Line, PrintRun } from './paper.ts'

type Notes = ReadonlyMap<string, readonly PrintRun[]>

const LINK = /^(?:https:\/\/|mailto:)\S+$/iu

function printRun({ insert, attributes = {} }: Run, notes: Notes, newer: string): PrintRun[] {
  if (typeof insert === 'string') return insert === '' ? [] : [textRun(insert, attributes)]
  if (insert['br'] === true) return [{ kind: 'break' }]
  const note = insert['footnote']
  if (typeof note !== 'string') return [textRun(newer, { italic: true })]
  const runs = notes.get(note)
  return runs === undefined ? [] : [{ kind: 'note', runs }]
}

function textRun(text: string, { bold, italic, underline, link }: NonNullable<Run['attributes']>): PrintRun {
  return {
    kind: 'text',
    text,
    bold: bold === true,
    italic: italic === true,
    underline: underline === true,
    link: typeof link === 'string' && LINK.test(link) ? link : null,
  }
}

const referredTo = (clauses: readonly Clause[]) =>
  new Set(
    clauses.flatMap(({ runs }) =>
      runs.map(({ insert }) => (typeof insert === 'string' ? null : insert['footnote'])),
    ),
  )

/** `newer` stands for content that only a newer version can show. */
export function linesOf(clauses: readonly Clause[], language: TextLanguage, newer: string): Line[] {
  const shown = clauses.filter((clause) => !clause.suppressed)
  const labels = subLabels(clauses, language)
  const runsOf = (clause: Clause, notes: Notes) => clause.runs.flatMap((run) => printRun(run, notes, newer))
  const isNote = ({ kind }: Clause, at: number) => kind === 'footnote' && at > 0
  const notes: Notes = new Map(shown.filter(isNote).map((clause) => [clause.id, runsOf(clause, new Map())]))
  const referred = referredTo(shown)
  const lines: Line[] = []
  for (const [at, clause] of shown.entries()) {
    const last = lines.at(-1)
    if (last === undefined || !isNote(clause, at)) {
      lines.push({ level: clause.level, label: labels.get(clause.id) ?? '', runs: runsOf(clause, notes) })
    } else if (!referred.has(clause.id)) {
      lines[lines.length - 1] = {
        ...last,
        runs: [...last.runs, { kind: 'note', runs: notes.get(clause.id) ?? [] }],
      }
    }
  }
  return lines
}
