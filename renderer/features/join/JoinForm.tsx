import './join.css'
import { useState } from 'react'
import { useText } from '#renderer/i18n/language.tsx'
import { InvitationForm, type Joined } from './InvitationForm.tsx'
import { Waiting } from './Waiting.tsx'

/** Joining by invitation; then the Secretariat compares the device's fingerprint and approves it. */
export function JoinForm() {
  const text = useText()
  const [joined, setJoined] = useState<Joined | null>(null)
  return (
    <section className="box" aria-label={text('join.title')}>
      {joined === null ? (
        <InvitationForm onJoined={setJoined} />
      ) : (
        <Waiting
          joined={joined}
          onAnother={() => {
            setJoined(null)
          }}
        />
      )}
    </section>
  )
}
