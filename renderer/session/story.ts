/**
 * The story of one paragraph across all rounds, oldest first: every wording it had, with the proposals behind
 * it, every proposal on it with what became of it, brackets, agreement, re-opening, and the rounds between. The
 * order is that of the log, which is the same for everybody.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { LogEntry, ParagraphState, RoundState, Wording } from '#shared/acts/state.ts'
import { placeOf, targetsOf } from '#shared/domain/proposal.ts'
import type { DocumentFacts } from './document-store.ts'

export type StoryItem =
  | {
      readonly kind: 'wording'
      readonly entry: LogEntry | null
      readonly wording: Wording
      /** The one before it, to compare with. */
      readonly before: Wording | null
      /** Those that were brought in with it, whole or in part. */
      readonly proposals: readonly ProposalState[]
      readonly inForce: boolean
    }
  | { readonly kind: 'proposal'; readonly entry: LogEntry; readonly proposal: ProposalState }
  | { readonly kind: 'decision'; readonly entry: LogEntry }
  | {
      readonly kind: 'round'
      readonly entry: LogEntry
      readonly round: RoundState
      /** Where the round gave it another number. */
      readonly renumbered: { readonly from: string; readonly to: string } | null
    }

const DECISIONS: readonly string[] = ['agree', 'reopen', 'bracket', 'lift', 'move', 'split', 'decline']

type Facts = Pick<DocumentFacts, 'log' | 'rounds' | 'proposals'>

export function storyOf(paragraph: ParagraphState, { log, rounds, proposals }: Facts): readonly StoryItem[] {
  const { id, history, wording } = paragraph
  const tabled = new Map(proposals.filter((one) => isAbout(one, id)).map((one) => [one.act, one]))
  const wordingItem = (one: Wording, entry: LogEntry | null): StoryItem => ({
    kind: 'wording',
    entry,
    wording: one,
    before: history[history.indexOf(one) - 1] ?? null,
    proposals: proposals.filter(
      ({ decision }) => decision?.kind === 'incorporated' && decision.act === one.act,
    ),
    inForce: one.act === wording?.act,
  })
  const known = new Set(log.map(({ act }) => act))
  const told = new Set<string>()
  const items = log.flatMap((entry): StoryItem[] => {
    const { act } = entry
    if (told.has(act)) return []
    const here = itemsOf(entry)
    if (here.length > 0) told.add(act)
    return here
  })
  return [...history.filter(({ act }) => !known.has(act)).map((one) => wordingItem(one, null)), ...items]

  function itemsOf(entry: LogEntry): StoryItem[] {
    const set = history.filter(({ act }) => act === entry.act).map((one) => wordingItem(one, entry))
    const round = rounds.find(({ act }) => act === entry.act)
    const proposal = tabled.get(entry.act)
    if (round !== undefined) {
      const renumbered = round.renumbered.find((one) => one.paragraph === id) ?? null
      return [...set, { kind: 'round', entry, round, renumbered }]
    }
    if (set.length > 0) return set
    if (proposal !== undefined) return [{ kind: 'proposal', entry, proposal }]
    return entry.paragraph === id && DECISIONS.includes(entry.kind) ? [{ kind: 'decision', entry }] : []
  }
}

const isAbout = ({ operation }: ProposalState, id: string): boolean =>
  placeOf(operation) === id || targetsOf(operation).some(({ paragraph }) => paragraph === id)
