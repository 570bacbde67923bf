import { useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Backing } from '#shared/domain/proposal.ts'
import { useConference, useDocument, useSession } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'
import { Change } from './Change.tsx'
import { useNames } from './use-names.ts'
import { BACKING_SIGN } from './words.ts'

const TITLES = { reserve: 'proposals.back.reserve', object: 'proposals.back.object' } as const
const CONFIRM = {
  reserve: 'proposals.back.reserve.confirm',
  object: 'proposals.back.object.confirm',
} as const

/** The reason: obligatory for an objection, usual for a reservation. Bound to this version (rule 5). */
export function BackDialog(props: {
  readonly proposal: ProposalState
  readonly value: Exclude<Backing, 'support'>
  readonly onClose: () => void
}) {
  const { proposal, value, onClose } = props
  const text = useText()
  const language = useLanguage()
  const names = useNames()
  const { intents } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const powers = usePowers()
  const [reason, setReason] = useState(() =>
    powers.country === null ? '' : (proposal.backings[powers.country]?.reason ?? ''),
  )
  const hat = powers.may('supportProposal')[0]
  const obligatory = value === 'object'
  if (hat === undefined || powers.country === null) return null
  const say = () => {
    onClose()
    const why = reason.trim()
    void intents.backProposal({ conf, doc, hat: hat.key }, proposal.act, value, why === '' ? null : why)
  }
  return (
    <Dialog
      title={text(TITLES[value])}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={obligatory && reason.trim() === ''} onPress={say}>
            {text(CONFIRM[value])}
          </Button>
        </>
      }
    >
      <p className="dialog-line">
        <PositionMark shown={{ value: BACKING_SIGN[value], lapsed: false }} />
        {text('people.as', { name: country(powers.country, language) })}
        <span className="quiet">
          {text('proposals.of', {
            names: names.proponents(proposal),
            version: proposal.version,
            what: names.operation(proposal),
          })}
        </span>
      </p>
      <div className="quoted">
        <Change proposal={proposal} />
      </div>
      <Field
        label={text(obligatory ? 'consensus.reason.obligatory' : 'consensus.reason.optional')}
        help={text('proposals.back.help')}
        value={reason}
        onChange={setReason}
        rows={4}
        required={obligatory}
        maxLength={4000}
        takesFocus
      />
    </Dialog>
  )
}
