/**
 * Labels of sub-paragraphs (rule 9): `a)`, `i)` in Spanish and Portuguese, `(a)`, `(i)` in English, `a.` on the
 * third level everywhere. Letters are those of the English alphabet in every language, so that "c)" is the
 * same apartado in all versions.
 */
import type { Clause, ClauseLevel } from './clause.ts'
import type { TextLanguage } from './language.ts'

/** `index` counts from 0; level 0 has no label of its own. */
export function subLabel(level: ClauseLevel, index: number, language: TextLanguage): string {
  if (level === 0) return ''
  if (level === 3) return `${letters(index)}.`
  const symbol = level === 1 ? letters(index) : roman(index + 1)
  return /^en\b/.test(language) ? `(${symbol})` : `${symbol})`
}

/** The label of each clause of a paragraph, by id; empty for its first clause, footnotes and what is suppressed. */
export function subLabels(clauses: readonly Clause[], language: TextLanguage): Map<string, string> {
  const counts = [0, 0, 0, 0]
  const labels = new Map<string, string>()
  for (const [position, clause] of clauses.entries()) {
    const labelled = position > 0 && clause.level > 0 && clause.kind !== 'footnote' && !clause.suppressed
    labels.set(clause.id, labelled ? subLabel(clause.level, counts[clause.level] ?? 0, language) : '')
    if (!labelled) continue
    counts[clause.level] = (counts[clause.level] ?? 0) + 1
    counts.fill(0, clause.level + 1)
  }
  return labels
}

/** a, b … z, aa, ab … */
function letters(index: number): string {
  const own = String.fromCharCode(97 + (index % 26))
  return index < 26 ? own : letters(Math.floor(index / 26) - 1) + own
}

// prettier-ignore
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'],
  [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [worth, symbol] of ROMAN) {
    while (rest >= worth) {
      text += symbol
      rest -= worth
    }
  }
  return text
}
