/** What of the proposals on one paragraph can stand among its words, and what must be printed in full (rule 7). */
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { rebase } from '#shared/acts/three-way.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { Operation } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Piece, Who } from './compiled.ts'
import { editsBetween, overlap, type Edit } from './edits.ts'

type Of<K extends Operation['kind']> = Extract<Operation, { readonly kind: K }>

export interface Inline extends Edit {
  readonly kind: 'change' | 'bracket'
  readonly who: Who
}
interface Alternative {
  readonly proposals: readonly ProposalState[]
  readonly words: string
}

/** What can stand in its place among the words, and what must be printed in full. */
export function sortOut(
  paragraph: ParagraphState,
  clauses: readonly Clause[],
  text: string,
  {
    proposals,
    brackets,
  }: { readonly proposals: readonly ProposalState[]; readonly brackets: readonly BracketState[] },
): { readonly inline: readonly Inline[]; readonly alternatives: readonly Alternative[] } {
  const marks = bracketMarks(text, brackets)
  const alike = groupBy(proposals, ({ operation }) => wordsMeant(paragraph, clauses, operation))
  const amends = [...alike].map(([words, of]) => ({
    words,
    of,
    edits: of.some(({ operation }) => operation.kind === 'amend') ? editsBetween(text, words) : null,
  }))
  const meets = (edits: readonly Edit[], others: readonly Edit[]) =>
    edits.some((edit) => others.some((other) => overlap(edit, other)))
  const fits = amends.map(
    ({ edits }, at) =>
      edits !== null &&
      edits.length > 0 &&
      !meets(edits, marks) &&
      !amends.some(({ edits: others }, i) => i !== at && others !== null && meets(edits, others)),
  )
  const inline = amends.flatMap(({ edits, of }, at): Inline[] =>
    fits[at] === true ? (edits ?? []).map((edit) => ({ ...edit, kind: 'change', who: whoOf(of) })) : [],
  )
  const alternatives = amends.flatMap(({ of, words }, at) =>
    fits[at] === true ? [] : [{ proposals: of, words }],
  )
  return { inline: [...inline, ...marks].sort((a, b) => a.from - b.from || a.to - b.to), alternatives }
}

/** What the paragraph would read; null for what is not about its words. */
function wordsMeant(
  paragraph: ParagraphState,
  current: readonly Clause[],
  operation: Operation,
): string | null {
  if (operation.kind !== 'amend' && operation.kind !== 'alternative') return null
  return wordingText(broughtOn(paragraph, current, operation))
}

/** Made on an earlier wording, it is brought onto this one where nobody changed the same words (rule 33). */
function broughtOn(
  { history, wording }: ParagraphState,
  current: readonly Clause[],
  { hash, clauses }: Of<'amend' | 'alternative'>,
): readonly Clause[] {
  if (hash === wording?.hash) return clauses
  const base = history.find((one) => one.hash === hash)
  const brought = base === undefined ? null : rebase(base.clauses, current, clauses)
  return brought !== null && 'clauses' in brought ? brought.clauses : clauses
}

/** Brackets over the same words become one: nothing nests. Those whose words have changed stand nowhere. */
function bracketMarks(text: string, brackets: readonly BracketState[]): readonly Inline[] {
  const placed = brackets
    .flatMap(({ place, countries, byChair, act }): Inline[] => {
      if (place === null || place.to > text.length || place.from >= place.to) return []
      const open = countries.flatMap(({ country, lifted }) => (lifted === null ? [country] : []))
      return [{ ...place, put: '', kind: 'bracket', who: { countries: open, chair: byChair, acts: [act] } }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const joined: Inline[] = []
  for (const mark of placed) {
    const last = joined.at(-1)
    if (last !== undefined && mark.from < last.to) {
      joined[joined.length - 1] = {
        ...last,
        to: Math.max(last.to, mark.to),
        who: joinWho(last.who, mark.who),
      }
    } else joined.push(mark)
  }
  return joined
}

export function piecesOf(text: string, inline: readonly Inline[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { kind, from, to, put, who } of inline) {
    if (from > at) pieces.push(same(text.slice(at, from)))
    const words = text.slice(from, to)
    pieces.push(kind === 'bracket' ? { kind, text: words, who } : { kind, removed: words, added: put, who })
    at = to
  }
  if (at < text.length || pieces.length === 0) pieces.push(same(text.slice(at)))
  return pieces
}

export const same = (text: string): Piece => ({ kind: 'same', text })

/** Whoever has not withdrawn; alphabetical, as everywhere. */
export function whoOf(proposals: readonly ProposalState[]): Who {
  const countries = proposals.flatMap(({ proponents }) =>
    proponents.flatMap(({ country, state }) => (state === 'withdrawn' ? [] : [country])),
  )
  return {
    countries: [...new Set(countries)].sort(),
    chair: proposals.some(({ proponents }) => proponents.length === 0),
    acts: proposals.map(({ act }) => act),
  }
}

const joinWho = (one: Who, other: Who): Who => ({
  countries: [...new Set([...one.countries, ...other.countries])].sort(),
  chair: one.chair || other.chair,
  acts: [...one.acts, ...other.acts],
})

export function groupBy<T>(all: readonly T[], key: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const of = key(one)
    if (of !== null) groups.set(of, [...(groups.get(of) ?? []), one])
  }
  return groups
}
