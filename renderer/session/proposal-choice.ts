/**
 * What this member can do about a tabled proposal: speak of it for a country, confirm it, withdraw it; and
 * in words, why not. The same predicates are asked again by main and by the relay.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { Backing } from '#shared/domain/proposal.ts'
import type { Hat } from '#shared/ipc/contract.ts'
import { useConference, useDocument, useSelected, useSession } from './context.tsx'
import { isWaiting } from './proposals.ts'
import { sectionOf } from './powers.ts'
import { usePowers } from './use-powers.ts'

/** Why nothing can be said of it. `nothing`: it is not for this member, or it is over, and nothing is offered. */
export type Barred = 'nothing' | 'adviser' | 'stage' | 'fallen'

export interface ProposalChoice {
  readonly country: CountryCode | null
  readonly own: Backing | null
  /** Whether the own country proposes it, or is asked to confirm that it does. */
  readonly part: 'proposes' | 'asked' | 'none'
  readonly barred: Barred | null
  /** Says it, or takes back what is said already; asks for the reason first where one belongs to it. */
  say(value: Backing): void
  /** null: not possible. */
  readonly join: (() => void) | null
  readonly withdraw: (() => void) | null
}

export function useProposalChoice(proposal: ProposalState): ProposalChoice {
  const { intents, view } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const withdrawing = useWithdrawing(proposal)
  const powers = usePowers()
  const { act } = proposal
  const { country } = powers
  const part = partOf(proposal, country)
  const own = country === null ? null : (proposal.backings[country]?.value ?? null)
  const speaking = powers.may('supportProposal')[0] ?? null
  const joining = ofDelegation(powers.may('confirmCoProponent'))
  const isOpen = isWaiting(proposal)
  const isBridging = proposal.proponents.length === 0
  return {
    country,
    own,
    part,
    barred: !isOpen || country === null || part === 'proposes' ? 'nothing' : barredBy(),
    say(value) {
      if (speaking === null) return
      const target = { conf, doc, hat: speaking.key }
      if (own === value) void intents.backProposal(target, act, null, null)
      else if (value === 'support') void intents.backProposal(target, act, value, null)
      else view.go({ question: { kind: 'back', proposal: act, value } })
    },
    join:
      joining === null || !isOpen || isBridging || part === 'proposes'
        ? null
        : () => void intents.joinProposal({ conf, doc, hat: joining.key }, act),
    withdraw:
      withdrawing === null || !isOpen
        ? null
        : () => {
            view.go({ question: { kind: 'withdraw', proposal: act } })
          },
  }

  function barredBy(): Barred | null {
    if (proposal.status === 'fallen') return 'fallen'
    if (speaking !== null) return null
    return powers.speaker === null ? 'adviser' : 'stage'
  }
}

export function partOf({ proponents }: ProposalState, country: CountryCode | null): ProposalChoice['part'] {
  const state = proponents.find((one) => one.country === country)?.state
  return state === 'confirmed' ? 'proposes' : state === 'pending' ? 'asked' : 'none'
}

/** The hat that may take it back: a proponent's own, for a bridging proposal the Chair's. */
export function useWithdrawing(proposal: ProposalState): Hat | null {
  const powers = usePowers()
  const section = useSelected(useDocument().paragraphs, (all) =>
    proposal.paragraph === null ? null : sectionOf(all, proposal.paragraph),
  )
  const hats = powers.may('withdrawProposal', section)
  if (proposal.proponents.length === 0) return hats.find(({ member }) => member?.role !== 'delegate') ?? null
  return partOf(proposal, powers.country) === 'none' ? null : ofDelegation(hats)
}

const ofDelegation = (hats: readonly Hat[]): Hat | null =>
  hats.find(({ member }) => member?.role === 'delegate') ?? null
