/** What a member can ask for about tabled proposals and brackets. */
import type { CountryCode } from '#shared/domain/country.ts'
import type { Backing } from '#shared/domain/proposal.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { CallName, Input } from '#shared/ipc/contract.ts'
import type { Target } from './target.ts'

/** Words of a paragraph, from and to in its text with one line a clause. */
interface ChosenWords {
  readonly paragraph: string
  readonly hash: string
  readonly from: number
  readonly to: number
}

interface Meeting {
  readonly meeting: string
  readonly attendance: readonly CountryCode[]
}

export interface ProposalIntents {
  /** null takes back what the own country said of this version. */
  backProposal(
    target: Target,
    proposal: string,
    value: Backing | null,
    reason: string | null,
  ): Promise<boolean>
  joinProposal(target: Target, proposal: string): Promise<boolean>
  withdrawProposal(target: Target, proposal: string, reason: string): Promise<boolean>
  /** `countries` null: for the own country. */
  openBracket(
    target: Target,
    words: ChosenWords,
    countries: readonly CountryCode[] | null,
    reason: string,
  ): Promise<boolean>
  /** `meeting` null: for the own country. */
  liftBracket(target: Target, bracket: string, meeting: Meeting | null): Promise<boolean>
}

const TOLD = {
  support: 'proposals.told.support',
  reserve: 'proposals.told.reserve',
  object: 'proposals.told.object',
} as const satisfies Record<Backing, MessageId>

type Act = <K extends CallName>(name: K, input: Input<K>, done: MessageId) => Promise<boolean>

export function createProposalIntents(act: Act): ProposalIntents {
  return {
    backProposal: (target, proposal, value, reason) =>
      act(
        'proposal.back',
        { ...target, proposal, value, reason },
        value === null ? 'proposals.told.takenBack' : TOLD[value],
      ),
    joinProposal: (target, proposal) =>
      act('proposal.join', { ...target, proposal }, 'proposals.told.joined'),
    withdrawProposal: (target, proposal, reason) =>
      act('proposal.withdraw', { ...target, proposal, reason }, 'proposals.told.withdrawn'),
    openBracket: (target, words, countries, reason) =>
      act(
        'bracket.open',
        { ...target, ...words, reason, countries: countries === null ? null : [...countries] },
        'proposals.told.bracketed',
      ),
    liftBracket: (target, bracket, meeting) =>
      act(
        'bracket.lift',
        {
          ...target,
          bracket,
          meeting: meeting === null ? null : { ...meeting, attendance: [...meeting.attendance] },
        },
        'proposals.told.lifted',
      ),
  }
}
