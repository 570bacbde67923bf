import './people.css'
import { useConference, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Members } from './Members.tsx'
import { Requests } from './Requests.tsx'

/** Who is in the conference, for everybody; and for the Secretariat who asks to come in. */
export function EnrolmentsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const hats = useStore(useConference().hats)
  const isSecretariat = hats.some(({ member }) => member?.role === 'secretariat')
  return (
    <Dialog title={text('people.title')} closeLabel={text('window.close')} onClose={onClose} wide>
      {isSecretariat && <Requests />}
      <Members ownKeys={hats.map(({ key }) => key)} />
    </Dialog>
  )
}
