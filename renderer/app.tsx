/** Which screen is shown, and how the features stand together on it: they know nothing of each other. */
import type { ConferenceStore } from './session/conference-store.ts'
import {
  ConferenceProvider,
  DocumentProvider,
  SessionProvider,
  useConference,
  usePlace,
  useSelected,
  useSession,
  useStore,
} from './session/context.tsx'
import type { Session } from './session/session.ts'
import { TextRoomProvider } from './session/text-room.tsx'
import { LanguageProvider, useText } from './i18n/language.tsx'
import { Notices } from './ui/Notices.tsx'
import { Desk } from './desk.tsx'
import { Questions } from './questions.tsx'
import { NoDocument } from './features/frame/NoDocument.tsx'
import { Starting } from './features/welcome/Starting.tsx'
import { Unlock } from './features/welcome/Unlock.tsx'
import { Welcome } from './features/welcome/Welcome.tsx'
import { JoinForm } from './features/join/JoinForm.tsx'

export function App({ session }: { readonly session: Session }) {
  const { language } = useStore(session.settings)
  return (
    <SessionProvider session={session}>
      <LanguageProvider language={language}>
        <CurrentScreen />
        <Told />
      </LanguageProvider>
    </SessionProvider>
  )
}

function CurrentScreen() {
  const { screen } = useSession()
  const current = useStore(screen)
  switch (current.kind) {
    case 'starting':
      return <Starting />
    case 'locked':
      return (
        <>
          <Unlock fresh={current.fresh} />
          <Questions />
        </>
      )
    case 'welcome':
      return (
        <>
          <Welcome join={<JoinForm />} />
          <Questions />
        </>
      )
    case 'conference':
      return <OpenConference key={current.conference.conf} conference={current.conference} />
  }
}

function OpenConference({ conference }: { readonly conference: ConferenceStore }) {
  return (
    <ConferenceProvider conference={conference}>
      <OpenDocument />
    </ConferenceProvider>
  )
}

function OpenDocument() {
  const conference = useConference()
  const wanted = usePlace((place) => place.doc)
  // a document that arrives later, or the only one there is, needs no choice
  const doc = useSelected(conference.state, ({ documents }) =>
    wanted !== null && documents.has(wanted) ? wanted : ([...documents.keys()][0] ?? null),
  )
  if (doc === null) {
    return (
      <>
        <NoDocument />
        <Questions />
      </>
    )
  }
  return (
    <DocumentProvider key={doc} document={conference.document(doc)}>
      <TextRoomProvider>
        <Desk />
        <Questions />
      </TextRoomProvider>
    </DocumentProvider>
  )
}

function Told() {
  const text = useText()
  const { notices } = useSession()
  return (
    <Notices
      label={text('window.notices')}
      closeLabel={text('window.close')}
      notices={useStore(notices)}
      onClose={notices.close}
    />
  )
}
