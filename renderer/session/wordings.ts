/** Making new wordings out of what a member typed, and naming what an act answers to. */
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Clause, ClauseKind, ClauseLevel } from '#shared/domain/clause.ts'

/** The acts that last set a paragraph: two where contradictory ones stand side by side (rule 35). */
export function setBy({ wording, alternatives }: ParagraphState): readonly string[] {
  return wording === null ? alternatives.map(({ act }) => act) : [wording.act]
}

/** Each line is a clause; the first is the paragraph, the others its sub-paragraphs. */
export function newParagraph(kind: ClauseKind, words: string, newId: () => string): readonly Clause[] {
  const lines = words.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return lines
    .filter((line) => line !== '')
    .map((line, i) => {
      const level: ClauseLevel = i === 0 ? 0 : 1
      return { id: newId(), kind, level, suppressed: false, runs: [{ insert: line }] }
    })
}
