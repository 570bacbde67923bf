import { BadgeCheck, Hourglass } from 'lucide-react'
import { useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Fingerprint } from '#renderer/ui/Fingerprint.tsx'
import type { Joined } from './InvitationForm.tsx'

/** Until the Secretariat has compared the fingerprint and approved this device. */
export function Waiting(props: { readonly joined: Joined; readonly onAnother: () => void }) {
  const { joined, onAnother } = props
  const text = useText()
  const { catalogue, openConference } = useSession()
  const entry = useStore(catalogue).find(({ conf }) => conf === joined.conf)
  const isApproved = entry?.hats.some(({ member }) => member !== null) === true
  return (
    <div className="form">
      <h2 className="form-title" role="status">
        {isApproved ? <BadgeCheck size={20} aria-hidden /> : <Hourglass size={19} aria-hidden />}
        {text(isApproved ? 'join.approved.title' : 'join.waiting.title')}
      </h2>
      {isApproved ? (
        <Button look="primary" size="large" onPress={() => void openConference(joined.conf)}>
          {text('join.approved.enter')}
        </Button>
      ) : (
        <>
          <p>{text('join.waiting.explain')}</p>
          <Fingerprint large label={text('people.fingerprint')} value={joined.fingerprint} />
          <p className="quiet">{text('join.waiting.state')}</p>
          <Button onPress={onAnother}>{text('join.another')}</Button>
        </>
      )}
    </div>
  )
}
