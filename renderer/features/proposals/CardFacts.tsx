import { TriangleAlert } from 'lucide-react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { useConferenceState, useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { seekCard } from '#renderer/session/proposals.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import { useNames } from './use-names.ts'
import { NATURE_WORDS } from './words.ts'

/** Why, of what nature, to what other proposals it is related, and what became of it. */
export function CardFacts({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const { nature, reason, answers, replaces, supersededBy, status } = proposal
  return (
    <div className="card-facts">
      {proposal.baseChanged && status !== 'incorporated' && (
        <p className="card-alert">
          <TriangleAlert size={14} aria-hidden />
          {text('proposals.baseChanged')}
        </p>
      )}
      {ALERTS[status] !== undefined && <p className="card-alert">{text(ALERTS[status])}</p>}
      {reason !== '' && <p className="card-reason">{reason}</p>}
      <p className="quiet">{text('proposals.nature', { nature: text(NATURE_WORDS[nature]) })}</p>
      {answers !== null && <Related words="proposals.answers" acts={[answers]} />}
      {replaces.length > 0 && <Related words="proposals.replaces" acts={replaces} />}
      {supersededBy !== null && <Related words="proposals.supersededBy" acts={[supersededBy]} />}
      <Decision proposal={proposal} />
    </div>
  )
}

const ALERTS: Readonly<Partial<Record<ProposalState['status'], MessageId>>> = {
  fallen: 'proposals.alert.fallen',
  afterAgreement: 'proposals.alert.afterAgreement',
  suppressedMeanwhile: 'proposals.alert.suppressedMeanwhile',
}

/** The other proposals, each a link to its card. */
function Related({ words, acts }: { readonly words: MessageId; readonly acts: readonly string[] }) {
  const text = useText()
  const names = useNames()
  const { view } = useSession()
  const { facts, order } = useDocument()
  const proposals = useSelected(facts, (value) => value.proposals)
  const found = acts.flatMap((act) => proposals.find((one) => one.act === act) ?? [])
  return (
    <p className="card-related">
      <span className="quiet">{text(words)}</span>
      {found.map((one) => (
        <button
          key={one.act}
          type="button"
          className="link"
          onClick={() => {
            seekCard(view, one, order.get())
          }}
        >
          {text('proposals.link', { names: names.proponents(one), version: one.version })}
        </button>
      ))}
    </p>
  )
}

function Decision({ proposal: { decision } }: { readonly proposal: ProposalState }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { members } = useConferenceState()
  if (decision === null) return null
  const { kind, whole, reason } = decision
  const words =
    kind === 'declined'
      ? 'proposals.decision.declined'
      : whole
        ? 'proposals.decision.whole'
        : 'proposals.decision.part'
  return (
    <div className="card-decision">
      <p>
        {text(words, {
          name: keyName(members.get(decision.by), language, text),
          when: formats.when(decision.received ?? decision.claimed),
        })}
      </p>
      {reason !== '' && <p className="card-reason">{reason}</p>}
    </div>
  )
}
