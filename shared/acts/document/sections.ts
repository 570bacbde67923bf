/** Which sections a paragraph stands in: a heading and what follows, to the next heading of its level or above. */
import type { Clause } from '#shared/domain/clause.ts'

interface Heading {
  readonly id: string
  readonly level: number
}

/** Ids of the headings around each paragraph, the outermost first; a heading is within its own section. */
export function sectionsOf(
  paragraphs: Iterable<{ readonly id: string; readonly clauses: readonly Clause[] }>,
): Map<string, readonly string[]> {
  let around: readonly Heading[] = []
  const sections = new Map<string, readonly string[]>()
  for (const { id, clauses } of paragraphs) {
    const first = clauses[0]
    if (first?.kind === 'heading') {
      around = [...around.filter(({ level }) => level < first.level), { id, level: first.level }]
    }
    sections.set(
      id,
      around.map((heading) => heading.id),
    )
  }
  return sections
}
