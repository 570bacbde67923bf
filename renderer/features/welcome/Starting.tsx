import './welcome.css'
import { useText } from '#renderer/i18n/language.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'

export function Starting() {
  const text = useText()
  return (
    <main className="starting" aria-busy="true">
      <Mark size={64} />
      <p className="unseen" role="status">
        {text('welcome.starting')}
      </p>
    </main>
  )
}
