import { CloudOff } from 'lucide-react'
import { useConference, useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** While there is no connection: what goes on working and what waits (rule 32). */
export function OfflineBanner() {
  const text = useText()
  const { intents } = useSession()
  const { conf, sync } = useConference()
  const { link } = useStore(sync)
  if (link.kind !== 'offline') return null
  return (
    <div className="banner">
      <CloudOff size={18} aria-hidden />
      <p>
        <strong>{text('window.offline.title')}</strong> {text('window.offline.explain')}
      </p>
      <Button
        size="small"
        onPress={() =>
          void (link.chosen
            ? intents.ask('link.setOffline', { conf, offline: false })
            : intents.ask('link.retry', { conf }))
        }
      >
        {text(link.chosen ? 'window.offline.return' : 'window.offline.retry')}
      </Button>
    </div>
  )
}
