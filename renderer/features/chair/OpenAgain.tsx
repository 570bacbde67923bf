import { useState } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { useNames } from './use-names.ts'

/** What is agreed is opened again first, with a reason (rule 22); then it can be changed. */
export function OpenAgain({ paragraph }: { readonly paragraph: string }) {
  const text = useText()
  const names = useNames()
  const { intents } = useSession()
  const office = useOffice('reopen', paragraph)
  const [reason, setReason] = useState('')
  return (
    <div className="chair-warning">
      <p>{text('chair.agreed.first', { name: names.paragraph(paragraph) })}</p>
      {office !== null && (
        <div className="open-again">
          <Field label={text('chair.agreed.reason')} value={reason} onChange={setReason} maxLength={4000} />
          <Button
            isDisabled={reason.trim() === ''}
            onPress={() => void intents.reopen(office.target, paragraph, reason.trim())}
          >
            {text('chair.agreed.reopen')}
          </Button>
        </div>
      )}
    </div>
  )
}
