/**
 * Which sections a paragraph stands in: a heading and what follows, to the next heading of its level or above.
 * A suppressed heading opens none: what follows it stands where it would stand without it.
 */
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
    const own: Heading[] = first?.kind === 'heading' ? [{ id, level: first.level }] : []
    const within = [...around.filter(({ level }) => own.every((heading) => level < heading.level)), ...own]
    sections.set(
      id,
      within.map((heading) => heading.id),
    )
    if (!first?.suppressed) around = within
  }
  return sections
}

interface Placed {
  readonly id: string
  readonly clauses: readonly Clause[]
}

/**
 * Whether a paragraph stays where it belongs (rule 16): under the same headings, and on its side of where the
 * preamble ends and the operative part begins.
 */
export function isSamePlace(before: readonly Placed[], after: readonly Placed[], id: string): boolean {
  const around = (text: readonly Placed[]) => (sectionsOf(text).get(id) ?? []).join()
  return around(before) === around(after) && sideOf(before, id) === sideOf(after, id)
}

/**
 * A preambular paragraph passes no operative one, an operative one no preambular; what is neither stays before
 * or behind the first operative one.
 */
function sideOf(text: readonly Placed[], id: string): string {
  const index = text.findIndex((one) => one.id === id)
  const those = (all: readonly Placed[], kind: Clause['kind']) =>
    all.flatMap(({ id: other, clauses: [first] }) =>
      first?.kind === kind && !first.suppressed ? [other] : [],
    )
  const kind = text[index]?.clauses[0]?.kind
  if (kind === 'operative')
    return those(text.slice(index + 1), 'preambular')
      .sort()
      .join()
  const passed = those(text.slice(0, index), 'operative').sort()
  return kind === 'preambular' ? passed.join() : String(passed.length > 0)
}
