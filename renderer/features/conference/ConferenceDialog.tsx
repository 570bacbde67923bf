import './conference.css'
import { useConferenceState } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Calendar } from './Calendar.tsx'
import { Declarations } from './Declarations.tsx'
import { Networks } from './Networks.tsx'
import { Presidencies } from './Presidencies.tsx'

/** What the conference's records say of itself, for every member to read: nothing is changed here. */
export function ConferenceDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const { title, edition, motto } = useConferenceState()
  return (
    <Dialog title={text('people.conference.title')} closeLabel={text('window.close')} onClose={onClose} wide>
      <div className="conference-head">
        <p className="conference-name">{title[language]}</p>
        {motto !== '' && <p className="conference-motto">{motto}</p>}
        <p className="quiet">{text('people.conference.edition', { edition })}</p>
      </div>
      <Presidencies />
      <Calendar />
      <Networks />
      <Declarations />
    </Dialog>
  )
}
