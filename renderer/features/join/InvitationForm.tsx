import { useState } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { isUnprotected } from './relay-address.ts'
import { useInvitation } from './use-invitation.ts'
import { Verified } from './Verified.tsx'

export type Joined = Output<'invitation.join'>

/** The invitation is read while it is typed; delegation and role are fixed by it. */
export function InvitationForm({ onJoined }: { readonly onJoined: (joined: Joined) => void }) {
  const text = useText()
  const { intents } = useSession()
  const [typed, setTyped] = useState('')
  const [label, setLabel] = useState('')
  const [onMeetingNetwork, setOnMeetingNetwork] = useState(false)
  const [isSending, setSending] = useState(false)
  const reading = useInvitation(typed)
  const invitation = reading.kind === 'read' ? reading.invitation : null
  const unprotected = invitation !== null && isUnprotected(invitation.relay)
  const isReady = invitation !== null && (!unprotected || onMeetingNetwork) && !isSending
  const join = async () => {
    setSending(true)
    const reply = await intents.ask('invitation.join', { invitation: typed.trim(), label: label.trim() })
    setSending(false)
    if (reply.ok) onJoined(reply.value)
  }
  const submit = invitation?.member.role === 'observer' ? 'join.submitObserver' : 'join.submit'
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void join()
      }}
    >
      <div>
        <h2>{text('join.title')}</h2>
        <p className="quiet">{text('join.explain')}</p>
      </div>
      <Field
        label={text('join.invitation')}
        help={text(reading.kind === 'reading' ? 'join.reading' : 'join.invitationHelp')}
        value={typed}
        onChange={setTyped}
        maxLength={2000}
      />
      <Problem words={reading.kind === 'refused' ? reading.words : null} />
      {invitation !== null && <Verified invitation={invitation} />}
      {unprotected && (
        <div className="join-unprotected">
          <p>{text('join.unprotected', { host: invitation.host })}</p>
          <Tick checked={onMeetingNetwork} onChange={setOnMeetingNetwork}>
            {text('join.unprotectedConfirm')}
          </Tick>
        </div>
      )}
      {invitation !== null && (
        <Field
          label={text('join.label')}
          help={text('join.labelHelp')}
          value={label}
          onChange={setLabel}
          maxLength={200}
        />
      )}
      <Button type="submit" look="primary" size="large" isDisabled={!isReady}>
        {text(isSending ? 'join.submitting' : submit)}
      </Button>
    </form>
  )
}
