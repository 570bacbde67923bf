import { useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { useConference, useDocument, useSession } from '#renderer/session/context.tsx'
import { partOf, useWithdrawing } from '#renderer/session/proposal-choice.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country, memberName } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Change } from './Change.tsx'

/** Says what becomes of the proposal when the own country leaves it (rule 6). */
export function WithdrawDialog(props: { readonly proposal: ProposalState; readonly onClose: () => void }) {
  const { proposal, onClose } = props
  const text = useText()
  const language = useLanguage()
  const { intents } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const own = usePowers().country
  const hat = useWithdrawing(proposal)
  const outcome = useOutcome(proposal)
  const [reason, setReason] = useState('')
  if (hat === null) return null
  const asked = partOf(proposal, own) === 'asked'
  const withdraw = () => {
    onClose()
    void intents.withdrawProposal({ conf, doc, hat: hat.key }, proposal.act, reason.trim())
  }
  return (
    <Dialog
      title={text(asked ? 'proposals.refuse.title' : 'proposals.withdraw.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          {hat.member !== null && (
            <p className="hat">{text('people.as', { name: memberName(hat.member, language, text) })}</p>
          )}
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" onPress={withdraw}>
            {text(asked ? 'proposals.refuse' : 'proposals.withdraw.confirm')}
          </Button>
        </>
      }
    >
      <p>{outcome}</p>
      <div className="quoted">
        <Change proposal={proposal} />
      </div>
      <Field
        label={text('consensus.reason.optional')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={4000}
        takesFocus
      />
    </Dialog>
  )
}

function useOutcome(proposal: ProposalState): string {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const own = usePowers().country
  const named = (state: 'confirmed' | 'pending') =>
    proposal.proponents
      .filter((one) => one.state === state && one.country !== own)
      .map((one) => country(one.country, language))
  const [staying, pending] = [named('confirmed'), named('pending')]
  if (proposal.proponents.length === 0) return text('proposals.withdraw.bridging')
  if (staying.length > 0)
    return text('proposals.withdraw.stays', { countries: formats.list(staying), count: staying.length })
  if (pending.length > 0) return text('proposals.withdraw.pending', { countries: formats.list(pending) })
  return text('proposals.withdraw.ends')
}
