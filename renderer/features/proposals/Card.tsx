import { memo } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { usePlace } from '#renderer/session/context.tsx'
import { useProposalChoice } from '#renderer/session/proposal-choice.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Backings } from './Backings.tsx'
import { CardActions } from './CardActions.tsx'
import { CardFacts } from './CardFacts.tsx'
import { CardHead, CardTags } from './CardHead.tsx'
import { Change } from './Change.tsx'
import { useNames } from './use-names.ts'
import { useSought } from './use-sought.ts'
import { STATUS_WORDS } from './words.ts'

/** One proposal, with the versions it took the place of folded below it. */
export const Card = memo(function Card(props: {
  readonly proposal: ProposalState
  readonly older: readonly ProposalState[]
}) {
  const { proposal, older } = props
  const { act } = proposal
  const text = useText()
  const names = useNames()
  const choice = useProposalChoice(proposal)
  const card = useSought(act)
  const isCurrent = usePlace((place) => place.card === act)
  const words = names.operation(proposal)
  return (
    <article
      ref={card}
      id={`proposal-${act}`}
      className={joinClasses('card', isCurrent && 'card-current')}
      tabIndex={-1}
      data-proposal={act}
      aria-current={isCurrent || undefined}
      aria-label={text('proposals.card', {
        names: names.proponents(proposal),
        version: proposal.version,
        what: words,
        status: text(STATUS_WORDS[proposal.status]),
      })}
    >
      <CardHead proposal={proposal} isOwn={choice.part === 'proposes'} />
      <p className="card-what">{words}</p>
      <CardTags proposal={proposal} />
      <Change proposal={proposal} />
      <CardFacts proposal={proposal} />
      <Backings proposal={proposal} />
      <CardActions proposal={proposal} choice={choice} />
      {older.length > 0 && <Older versions={older} />}
    </article>
  )
})

function Older({ versions }: { readonly versions: readonly ProposalState[] }) {
  const text = useText()
  return (
    <details className="card-older">
      <summary>{text('proposals.older', { count: versions.length })}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.act}>
            <OlderVersion proposal={version} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Nothing can be done about it any more; what was said of it stays with it (rule 5). */
function OlderVersion({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const names = useNames()
  const card = useSought(proposal.act)
  return (
    <article
      ref={card}
      id={`proposal-${proposal.act}`}
      className="card card-of-old"
      tabIndex={-1}
      aria-label={text('proposals.card', {
        names: names.proponents(proposal),
        version: proposal.version,
        what: names.operation(proposal),
        status: text(STATUS_WORDS[proposal.status]),
      })}
    >
      <p className="card-what">{text('proposals.version', { version: proposal.version })}</p>
      <CardTags proposal={proposal} />
      <Change proposal={proposal} />
      {proposal.reason !== '' && <p className="card-reason">{proposal.reason}</p>}
      <Backings proposal={proposal} />
    </article>
  )
}
