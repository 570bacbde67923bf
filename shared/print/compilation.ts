/**
 * The compilation: the Chair's text with every proposal that waits and every open bracket in it, as on paper.
 * Words that only one proposal changes stand in brackets in their place, with the countries behind them:
 * `[words — AR, UY]`. Proposals over the same words are printed each in full as `5 alt 1`, `5 alt 2` (rule 7);
 * brackets never nest. Who proposes a new paragraph gives it the number it would have: `3 bis`.
 *
 * {@link planCompilation} looks at no word and is done for the whole text; {@link compileParagraph} compares
 * words and is done for what is read.
 */
import type { BracketState, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { alternativeLabel, numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import { targetsOf, type Operation } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { BlockRole, CompiledBlock, Piece } from './compiled.ts'
import { groupBy, piecesOf, same, sortOut, whoOf } from './marks.ts'

/** What waits at one paragraph. */
export interface PlannedParagraph {
  readonly number: string
  readonly proposals: readonly ProposalState[]
  readonly brackets: readonly BracketState[]
  /** New paragraphs behind it, each with its number. */
  readonly inserted: readonly Insertion[]
  /** Numbers that moves and merges here name, by paragraph. */
  readonly numbers: Readonly<Record<string, string>>
}
export interface Insertion {
  readonly number: string
  readonly proposal: ProposalState
}

export interface CompilationPlan {
  /** New paragraphs before the first. */
  readonly first: readonly Insertion[]
  readonly paragraphs: Readonly<Record<string, PlannedParagraph>>
}

export const isPending = ({ status }: ProposalState): boolean => status === 'pending'

/** `proposals` are those wanted: all that wait, or one country's. */
export function planCompilation(
  paragraphs: readonly ParagraphState[],
  proposals: readonly ProposalState[],
  brackets: readonly BracketState[],
  layout: LayoutFamily,
): CompilationPlan {
  const numbers = numbersOf(paragraphs)
  const inserts = groupBy(proposals, (one) =>
    one.operation.kind === 'insert' ? (one.operation.after ?? START) : null,
  )
  const about = groupBy(proposals, (one) => targetsOf(one.operation)[0]?.paragraph ?? null)
  const bracketed = groupBy(brackets, (one) => (one.lifted === null ? one.paragraph : null))
  const given = inserts.size === 0 ? {} : numbersOfInserted(paragraphs, inserts, layout)
  const insertions = (at: string): readonly Insertion[] =>
    (inserts.get(at) ?? []).map((proposal) => ({ number: given[proposal.act] ?? '', proposal }))
  const planned = paragraphs.map(({ id, number }): [string, PlannedParagraph] => {
    const here = about.get(id) ?? []
    return [
      id,
      {
        number,
        proposals: here,
        brackets: bracketed.get(id) ?? [],
        inserted: insertions(id),
        numbers: namedNumbers(here, numbers),
      },
    ]
  })
  return { first: insertions(START), paragraphs: Object.fromEntries(planned) }
}

/** No paragraph has this id: where nothing comes before. */
const START = ''

const numbersOf = (paragraphs: readonly ParagraphState[]): Readonly<Record<string, string>> =>
  Object.fromEntries(paragraphs.map(({ id, number }) => [id, number]))

function namedNumbers(
  proposals: readonly ProposalState[],
  numbers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const named = proposals.flatMap(({ operation }) => {
    if (operation.kind === 'move') return operation.after === null ? [] : [operation.after]
    return operation.kind === 'merge' ? operation.paragraphs.map(({ paragraph }) => paragraph) : []
  })
  return Object.fromEntries(named.map((id) => [id, numbers[id] ?? '']))
}

/** As if all of them were in the text: bis, ter… behind what they follow (rule 9), by their act. */
function numbersOfInserted(
  paragraphs: readonly ParagraphState[],
  inserts: ReadonlyMap<string, readonly ProposalState[]>,
  layout: LayoutFamily,
): Readonly<Record<string, string>> {
  const inserted = (at: string) =>
    (inserts.get(at) ?? []).flatMap(({ act, operation }) =>
      operation.kind === 'insert' ? [{ id: act, clauses: operation.clauses }] : [],
    )
  const whole = [
    ...inserted(START),
    ...paragraphs.flatMap(({ id, wording, alternatives }) => [
      { id, clauses: wording?.clauses ?? alternatives[0]?.clauses ?? [] },
      ...inserted(id),
    ]),
  ]
  const frozen = new Map(paragraphs.map(({ id, number }) => [id, number]))
  return Object.fromEntries(numberParagraphs(whole, layout, frozen))
}

/** The blocks of one paragraph: its text with what is in brackets, then the alternatives, then what is new behind it. */
export function compileParagraph(
  paragraph: ParagraphState,
  planned: PlannedParagraph,
): readonly CompiledBlock[] {
  const { wording } = paragraph
  const inserted = planned.inserted.map(insertedBlock)
  // two wordings that contradict each other: there is no text for anything to stand in
  if (wording === null) return inserted
  const text = wordingText(wording.clauses)
  const { inline, alternatives } = sortOut(paragraph, wording.clauses, text, planned)
  const deletions = planned.proposals.filter(({ operation }) => operation.kind === 'delete')
  const others = planned.proposals.filter(({ operation }) =>
    ['move', 'split', 'merge'].includes(operation.kind),
  )
  const onlyDeleted = deletions.length > 0 && inline.length === 0
  const pieces: readonly Piece[] = onlyDeleted
    ? [{ kind: 'change', removed: text, added: '', who: whoOf(deletions) }]
    : piecesOf(text, inline)
  const alts = [
    ...alternatives.map(({ proposals, words }) => ({
      role: 'alternative' as const,
      proposals,
      pieces: [same(words)],
    })),
    ...(onlyDeleted || deletions.length === 0
      ? []
      : [{ role: 'deletion' as const, proposals: deletions, pieces: [struck(text, deletions)] }]),
    ...others.map((proposal) => ({
      role: roleOf(proposal.operation),
      proposals: [proposal],
      pieces: wholeOf(proposal.operation),
    })),
  ]
  return [
    {
      key: 'text',
      label: planned.number,
      role: 'text',
      pieces,
      who: null,
      numbers: [],
    },
    ...alts.map(({ role, proposals, pieces: own }, i): CompiledBlock => ({
      key: proposals[0]?.act ?? role,
      label: role === 'move' ? planned.number : alternativeLabel(planned.number, i + 1),
      role,
      pieces: own,
      who: whoOf(proposals),
      numbers: proposals.flatMap(({ operation }) => numbersNamed(operation, planned.numbers)),
    })),
    ...inserted,
  ]
}

/** A new paragraph stands in brackets as a whole. */
export function insertedBlock({ number, proposal }: Insertion): CompiledBlock {
  const { operation } = proposal
  const words = operation.kind === 'insert' ? wordingText(operation.clauses) : ''
  return {
    key: proposal.act,
    label: number,
    role: 'insertion',
    pieces: [{ kind: 'change', removed: '', added: words, who: whoOf([proposal]) }],
    who: whoOf([proposal]),
    numbers: [],
  }
}

const struck = (text: string, proposals: readonly ProposalState[]): Piece => ({
  kind: 'change',
  removed: text,
  added: '',
  who: whoOf(proposals),
})

function roleOf({ kind }: Operation): BlockRole {
  return kind === 'split' || kind === 'merge' ? kind : 'move'
}

function wholeOf(operation: Operation): readonly Piece[] {
  if (operation.kind === 'split') return [same(operation.parts.map((part) => wordingText(part)).join('\n\n'))]
  return operation.kind === 'merge' ? [same(wordingText(operation.clauses))] : []
}

function numbersNamed(operation: Operation, numbers: Readonly<Record<string, string>>): readonly string[] {
  if (operation.kind === 'move') return operation.after === null ? [] : [numbers[operation.after] ?? '']
  return operation.kind === 'merge'
    ? operation.paragraphs.map(({ paragraph }) => numbers[paragraph] ?? '')
    : []
}
