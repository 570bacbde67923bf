import './frame.css'
import { FileInput } from 'lucide-react'
import { useConference, useConferenceState, useSession, useStore } from '#renderer/session/context.tsx'
import { LanguageSwitch } from '#renderer/session/LanguageSwitch.tsx'
import { mayRegister } from '#renderer/session/powers.ts'
import { OF_EVERY_SCREEN, useCommands } from '#renderer/session/use-commands.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { ConferenceMenu } from './ConferenceMenu.tsx'

const OF_CONFERENCE = [...OF_EVERY_SCREEN, 'saveExchange', 'openExchange'] as const
const OF_CHAIR = [...OF_CONFERENCE, 'import'] as const

/** A conference that has no document yet: the Chair begins by importing one. */
export function NoDocument() {
  const text = useText()
  const language = useLanguage()
  const { view, leaveConference } = useSession()
  const { title } = useConferenceState()
  const begins = mayRegister(useStore(useConference().hats))
  useCommands(begins ? OF_CHAIR : OF_CONFERENCE)
  return (
    <main className="no-document">
      <div className="no-document-tools">
        <LanguageSwitch />
        <ConferenceMenu />
      </div>
      <Mark size={56} />
      <h1>{title[language]}</h1>
      <p>{text(begins ? 'window.noDocument.begin' : 'window.noDocument.wait')}</p>
      <div className="no-document-actions">
        {begins && (
          <Button
            look="primary"
            size="large"
            icon={<FileInput size={18} aria-hidden />}
            onPress={() => {
              view.go({ question: { kind: 'import' } })
            }}
          >
            {text('window.more.import')}
          </Button>
        )}
        <Button size="large" onPress={leaveConference}>
          {text('window.conferences')}
        </Button>
      </div>
    </main>
  )
}
