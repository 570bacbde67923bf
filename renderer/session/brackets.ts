/** The brackets of a paragraph, found once for each state of the document, however many rows ask. */
import type { BracketState } from '#shared/acts/negotiation-state.ts'

const NONE: readonly BracketState[] = []
const found = new WeakMap<readonly BracketState[], ReadonlyMap<string, readonly BracketState[]>>()

export function openBracketsAt(
  brackets: readonly BracketState[],
  paragraph: string,
): readonly BracketState[] {
  const known = found.get(brackets)
  if (known !== undefined) return known.get(paragraph) ?? NONE
  const open = new Map<string, BracketState[]>()
  for (const bracket of brackets) {
    if (bracket.lifted === null)
      open.set(bracket.paragraph, [...(open.get(bracket.paragraph) ?? []), bracket])
  }
  found.set(brackets, open)
  return open.get(paragraph) ?? NONE
}
