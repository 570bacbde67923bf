import './frame.css'
import { FileInput } from 'lucide-react'
import { useConference, useConferenceState, useSession, useStore } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'

/** A conference that has no document yet: the Chair begins by importing one. */
export function NoDocument() {
  const text = useText()
  const language = useLanguage()
  const { view, leaveConference } = useSession()
  const { title } = useConferenceState()
  const hats = useStore(useConference().hats)
  const begins = hats.some(({ member }) => member?.role === 'presidency' || member?.role === 'secretariat')
  return (
    <main className="no-document">
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
