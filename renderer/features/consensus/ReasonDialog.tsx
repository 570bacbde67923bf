import { useState } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'

const WORDS = {
  reopen: {
    title: 'consensus.reopen.title',
    explain: 'consensus.reopen.explain',
    button: 'consensus.reopen.confirm',
  },
  suppress: {
    title: 'consensus.suppress.title',
    explain: 'consensus.suppress.explain',
    button: 'consensus.suppress.confirm',
  },
} as const

/** Re-opening and suppressing are recorded with a reason (rules 10 and 22). */
export function ReasonDialog(props: {
  readonly kind: 'reopen' | 'suppress'
  readonly paragraph: ParagraphState
  readonly onClose: () => void
}) {
  const { kind, paragraph, onClose } = props
  const text = useText()
  const { intents } = useSession()
  const office = useOffice(kind, paragraph.id)
  const [reason, setReason] = useState('')
  if (office === null) return null
  const confirm = () => {
    onClose()
    const why = reason.trim()
    if (kind === 'reopen') void intents.reopen(office.target, paragraph.id, why)
    else void intents.suppress(office.target, paragraph.id, setBy(paragraph), why)
  }
  return (
    <Dialog
      title={text(WORDS[kind].title, { number: paragraph.number })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={reason.trim() === ''} onPress={confirm}>
            {text(WORDS[kind].button)}
          </Button>
        </>
      }
    >
      <p>{text(WORDS[kind].explain)}</p>
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
