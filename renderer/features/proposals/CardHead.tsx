import {
  ArrowDownToLine,
  Ban,
  Check,
  CircleDashed,
  Lock,
  Replace,
  SquareSlash,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Proponent, ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ProposalStatus } from '#shared/domain/proposal.ts'
import { useDocument, useSelected } from '#renderer/session/context.tsx'
import { useUnsent } from '#renderer/session/position-choice.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Code } from '#renderer/ui/Code.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import { STATUS_WORDS } from './words.ts'

const SIGNS = {
  pending: CircleDashed,
  incorporated: Check,
  declined: Ban,
  withdrawn: Undo2,
  superseded: Replace,
  fallen: ArrowDownToLine,
  afterAgreement: Lock,
  suppressedMeanwhile: SquareSlash,
} as const satisfies Record<ProposalStatus, LucideIcon>

const TONES = {
  pending: 'plain',
  incorporated: 'ok',
  declined: 'object',
  withdrawn: 'plain',
  superseded: 'plain',
  fallen: 'warn',
  afterAgreement: 'warn',
  suppressedMeanwhile: 'warn',
} as const satisfies Record<ProposalStatus, 'plain' | 'ok' | 'object' | 'warn'>

/** Whose it is, which version, and since when. */
export function CardHead({ proposal, isOwn }: { readonly proposal: ProposalState; readonly isOwn: boolean }) {
  const text = useText()
  const formats = useFormats()
  const { proponents, version } = proposal
  return (
    <header className="card-head">
      {proponents.length === 0 ? <Bridging /> : <Proponents proponents={proponents} />}
      {isOwn && <Tag>{text('proposals.own')}</Tag>}
      <span className="spring" />
      {version > 1 && <Tag tone="alt">{text('proposals.version', { version })}</Tag>}
      <span className="quiet numeric card-when">{formats.when(proposal.received ?? proposal.claimed)}</span>
    </header>
  )
}

/** The Chair's own text. */
function Bridging() {
  const text = useText()
  return (
    <>
      <Code code="PPT" />
      <strong>{text('people.presidency')}</strong>
      <Tag tone="alt">{text('term.bridging')}</Tag>
    </>
  )
}

function Proponents({ proponents }: { readonly proponents: readonly Proponent[] }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const [first, ...others] = proponents.filter(({ state }) => state === 'confirmed')
  const names = others.map((one) => country(one.country, language))
  const pending = proponents.filter(({ state }) => state === 'pending')
  const left = proponents.filter(({ state }) => state === 'withdrawn')
  const named = (all: readonly Proponent[]) => formats.list(all.map((one) => country(one.country, language)))
  return (
    <>
      {first !== undefined && (
        <>
          <Code code={first.country} />
          <strong>{country(first.country, language)}</strong>
        </>
      )}
      {names.length > 0 && (
        <span className="quiet">{text('proposals.with', { countries: formats.list(names) })}</span>
      )}
      {pending.length > 0 && (
        <span className="card-pending">{text('proposals.pendingOf', { countries: named(pending) })}</span>
      )}
      {left.length > 0 && <span className="quiet">{text('proposals.left', { countries: named(left) })}</span>}
    </>
  )
}

/** Its state, and what else bears on it, each a sign and a word. */
export function CardTags({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const unsent = useUnsent(proposal.act)
  const round = useOlderRound(proposal)
  const { status } = proposal
  const Sign = SIGNS[status]
  return (
    <p className="card-tags">
      <Tag tone={TONES[status]}>
        <Sign size={12} aria-hidden />
        {text(STATUS_WORDS[status])}
      </Tag>
      {unsent && <Tag tone="warn">{text('window.sync.waiting')}</Tag>}
      {round !== null && <Tag tone="warn">{text('proposals.onRound', { symbol: round })}</Tag>}
      {proposal.late && <Tag tone="warn">{text('proposals.late')}</Tag>}
    </p>
  )
}

/** The symbol of the round it was made on, where that is not the one in force (rule 33). */
function useOlderRound({ round }: ProposalState): string | null {
  return useSelected(useDocument().facts, ({ rounds }) => {
    const last = rounds.at(-1)
    if (last === undefined || last.n <= round) return null
    return rounds.find(({ n }) => n === round)?.symbol ?? null
  })
}
