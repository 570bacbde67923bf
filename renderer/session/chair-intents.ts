/** What the Chair, a facilitator or the Secretariat on their behalf can ask for about proposals. */
import type { Clause, ClauseLevel } from '#shared/domain/clause.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { CallName, Input } from '#shared/ipc/contract.ts'
import { givenClauses } from './given.ts'
import type { Target } from './target.ts'

export interface Given {
  /** null for a new paragraph, placed after `after`. */
  readonly paragraph: string | null
  readonly after: string | null
  readonly base: readonly string[]
  readonly clauses: readonly Clause[]
}

/** Which proposals were used, and why. */
export interface Grounds {
  readonly proposals: readonly string[]
  readonly reason: string
}

interface Standing {
  readonly paragraph: string
  readonly base: readonly string[]
}

export interface ChairIntents {
  incorporateProposals(target: Target, paragraphs: readonly Given[], grounds: Grounds): Promise<boolean>
  moveParagraph(
    target: Target,
    moved: Standing & { readonly after: string | null },
    grounds: Grounds,
  ): Promise<boolean>
  splitParagraph(
    target: Target,
    split: Standing & {
      readonly parts: readonly { readonly clauses: readonly Clause[]; readonly level: ClauseLevel }[]
    },
    grounds: Grounds,
  ): Promise<boolean>
  declineProposal(target: Target, proposal: string, reason: string): Promise<boolean>
  /** In place of those proposals, once it is incorporated. */
  tableBridging(
    target: Target,
    wording: { readonly paragraph: string; readonly hash: string; readonly clauses: readonly Clause[] },
    grounds: Grounds,
  ): Promise<boolean>
}

type Act = <K extends CallName>(name: K, input: Input<K>, done: MessageId) => Promise<boolean>

const mutable = ({ proposals, reason }: Grounds) => ({ proposals: [...proposals], reason })

export function createChairIntents(act: Act): ChairIntents {
  return {
    incorporateProposals: (target, paragraphs, grounds) =>
      act(
        'text.incorporate',
        {
          ...target,
          ...mutable(grounds),
          paragraphs: paragraphs.map(({ base, clauses, ...place }) => ({
            ...place,
            base: [...base],
            clauses: givenClauses(clauses),
          })),
        },
        'chair.told.incorporated',
      ),
    moveParagraph: (target, { base, ...place }, grounds) =>
      act('text.move', { ...target, ...mutable(grounds), ...place, base: [...base] }, 'chair.told.moved'),
    splitParagraph: (target, { paragraph, base, parts }, grounds) =>
      act(
        'text.split',
        {
          ...target,
          ...mutable(grounds),
          paragraph,
          base: [...base],
          parts: parts.map(({ clauses, level }) => ({ clauses: givenClauses(clauses), level })),
        },
        'chair.told.split',
      ),
    declineProposal: (target, proposal, reason) =>
      act('proposal.decline', { ...target, proposal, reason }, 'chair.told.declined'),
    tableBridging: (target, { paragraph, hash, clauses }, { proposals, reason }) =>
      act(
        'proposal.table',
        {
          ...target,
          draft: null,
          operation: { kind: 'amend', paragraph, hash, clauses: givenClauses(clauses) },
          proponents: [],
          nature: 'substantive',
          reason,
          previous: null,
          answers: null,
          replaces: [...proposals],
          huddle: null,
          proposal: null,
        },
        'chair.told.bridging',
      ),
  }
}
