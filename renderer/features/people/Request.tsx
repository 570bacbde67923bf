import { useState } from 'react'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Fingerprint } from '#renderer/ui/Fingerprint.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import type { Enrolment } from './use-enrolments.ts'

/** One device: whom it would speak for, its fingerprint, and the decision, which asks for the comparison. */
export function Request(props: {
  readonly enrolment: Enrolment
  /** The root key is at hand. */
  readonly canApprove: boolean
  readonly onSettle: (approve: boolean) => Promise<void>
}) {
  const { member, label, fingerprint, requested } = props.enrolment
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const [compared, setCompared] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const name = memberTitle(member, language, text)
  const facts = [
    label === '' ? text('people.noOffice') : label,
    text('people.requested', { when: formats.when(requested) }),
  ]
  const settle = async (approve: boolean) => {
    setBusy(true)
    await props.onSettle(approve)
    setBusy(false)
  }
  return (
    <li className="request">
      <div className="request-who">
        <strong>{name}</strong>
        <span className="quiet">{facts.join(' · ')}</span>
      </div>
      <Fingerprint label={text('people.fingerprint')} value={fingerprint} />
      <div className="request-decide">
        <Tick checked={compared} onChange={setCompared}>
          {text('people.compared')}
        </Tick>
        <span className="spring" />
        <Button
          isDisabled={isBusy}
          aria-label={text('people.refuseFor', { name })}
          onPress={() => void settle(false)}
        >
          {text('people.refuse')}
        </Button>
        <Button
          look="primary"
          isDisabled={isBusy || !compared || !props.canApprove}
          aria-label={text('people.approveFor', { name })}
          onPress={() => void settle(true)}
        >
          {text('people.approve')}
        </Button>
      </div>
    </li>
  )
}
