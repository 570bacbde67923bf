import { useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { useNames } from './use-names.ts'

interface DeclineProps {
  readonly proposal: ProposalState
  readonly onClose: () => void
}

/** "No acogida" is recorded with a reason that everybody reads (rule 4). */
export function DeclineDialog(props: { readonly act: string; readonly onClose: () => void }) {
  const { act, onClose } = props
  const proposal = useSelected(useDocument().facts, ({ proposals }) =>
    proposals.find((one) => one.act === act),
  )
  return proposal === undefined ? null : <Decline proposal={proposal} onClose={onClose} />
}

function Decline({ proposal, onClose }: DeclineProps) {
  const text = useText()
  const names = useNames()
  const { intents } = useSession()
  const office = useOffice('decline', proposal.paragraph)
  const [reason, setReason] = useState('')
  if (office === null) return null
  const decline = () => {
    onClose()
    void intents.declineProposal(office.target, proposal.act, reason.trim())
  }
  return (
    <Dialog
      title={text('chair.decline.title', { name: names.proposal(proposal) })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={reason.trim() === ''} onPress={decline}>
            {text('chair.decline.confirm')}
          </Button>
        </>
      }
    >
      <p>{text('chair.decline.explain')}</p>
      <Field
        label={text('consensus.reason.obligatory')}
        value={reason}
        onChange={setReason}
        rows={3}
        required
        maxLength={4000}
        takesFocus
      />
    </Dialog>
  )
}
