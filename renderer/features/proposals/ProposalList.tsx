import './proposals.css'
import { useMemo, useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { rowOf, seekCard } from '#renderer/session/proposals.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Reasons } from './Backings.tsx'
import { CardFacts } from './CardFacts.tsx'
import { CardTags } from './CardHead.tsx'
import { Change } from './Change.tsx'
import { useNames } from './use-names.ts'
import { useSaid } from './use-said.ts'

const AT_ONCE = 60

/** Every version ever tabled, one after the other in the order of the text: the cards, for whoever reads line by line. */
export function ProposalList({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const { facts, order } = useDocument()
  const proposals = useSelected(facts, (value) => value.proposals)
  const [shown, setShown] = useState(AT_ONCE)
  const sorted = useMemo(() => {
    const place = new Map(order.get().map((id, at) => [id, at]))
    const at = (one: ProposalState) => place.get(rowOf(one, order.get()) ?? '') ?? place.size
    return [...proposals].sort((one, other) => at(one) - at(other))
  }, [proposals, order])
  return (
    <Dialog
      title={text('proposals.listing')}
      closeLabel={text('window.close')}
      onClose={onClose}
      wide
      footer={
        <Button look="primary" onPress={onClose}>
          {text('window.close')}
        </Button>
      }
    >
      <p className="quiet">{text('proposals.listing.explain', { count: proposals.length })}</p>
      <ol className="listing">
        {sorted.slice(0, shown).map((proposal) => (
          <li key={proposal.act}>
            <Item proposal={proposal} onGo={onClose} />
          </li>
        ))}
      </ol>
      {sorted.length > shown && (
        <Button
          onPress={() => {
            setShown(shown + AT_ONCE)
          }}
        >
          {text('proposals.showMore', { count: Math.min(AT_ONCE, sorted.length - shown) })}
        </Button>
      )}
    </Dialog>
  )
}

function Item({ proposal, onGo }: { readonly proposal: ProposalState; readonly onGo: () => void }) {
  const text = useText()
  const formats = useFormats()
  const names = useNames()
  const { view } = useSession()
  const { order } = useDocument()
  const said = useSaid(proposal)
  const { version } = proposal
  return (
    <section className="listing-item" aria-label={names.operation(proposal)}>
      <h3>{names.operation(proposal)}</h3>
      <p>
        {text('proposals.listing.by', {
          names: names.proponents(proposal),
          version,
          when: formats.when(proposal.received ?? proposal.claimed),
        })}
      </p>
      <CardTags proposal={proposal} />
      <Change proposal={proposal} />
      <CardFacts proposal={proposal} />
      <p>{said.sentence}</p>
      <Reasons proposal={proposal} />
      <Button
        size="small"
        aria-label={text('proposals.listing.goTo', { names: names.proponents(proposal), version })}
        onPress={() => {
          onGo()
          seekCard(view, proposal, order.get())
        }}
      >
        {text('proposals.listing.go')}
      </Button>
    </section>
  )
}
