import { useState } from 'react'
import { useDocument, useSession, useStore } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import type { Target } from '#renderer/session/intents.ts'
import { progressOf } from '#renderer/session/outline.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import type { StageStep } from '#renderer/session/view.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { Closing } from './Closing.tsx'

/** Every change of stage is an act before all delegations: it is confirmed, and what follows is said first. */
export function StageDialog(props: { readonly step: StageStep; readonly onClose: () => void }) {
  const { step, onClose } = props
  const text = useText()
  const { intents } = useSession()
  const office = useOffice(step === 'closeRound' ? 'closeRound' : 'moveStage')
  const progress = progressOf(useStore(useDocument().paragraphs))
  const [reason, setReason] = useState('')
  const [publish, setPublish] = useState(true)
  const [join, setJoin] = useState<readonly string[]>([])
  if (office === null) return null
  const run = (target: Target) => {
    switch (step) {
      case 'jointDrafting':
      case 'preparation':
        return intents.setStage(target, step, reason.trim())
      case 'backToDrafting':
        return intents.setStage(target, 'jointDrafting', reason.trim())
      case 'negotiation':
        return intents.openNegotiation(target)
      case 'closeRound':
        return intents.closeRound(target, publish, join)
    }
  }
  const asksReason = step === 'backToDrafting' || step === 'preparation'
  return (
    <Dialog
      title={text(`window.stage.${step}.confirm`)}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={asksReason && reason.trim() === ''}
            onPress={() => {
              onClose()
              void run(office.target)
            }}
          >
            {text(`window.stage.${step}.confirm`)}
          </Button>
        </>
      }
    >
      <p>{text(`window.stage.${step}.explain`)}</p>
      {step === 'closeRound' && (
        <>
          <p className="quiet">
            {text('window.progress.words', {
              agreed: progress.agreed + progress.reserved,
              total: progress.total,
            })}
          </p>
          <Closing join={join} onJoin={setJoin} />
          <Tick checked={publish} onChange={setPublish}>
            {text('window.stage.publish')}
          </Tick>
        </>
      )}
      {asksReason && (
        <Field
          label={text('consensus.reason.obligatory')}
          value={reason}
          onChange={setReason}
          rows={3}
          required
          maxLength={4000}
          takesFocus
        />
      )}
    </Dialog>
  )
}
