import { Ban, CircleAlert, CircleCheck, CloudOff, LoaderCircle, RefreshCw } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import type { SyncShown } from './sync-words.ts'

const ICON = { size: 15, 'aria-hidden': true } as const
const ICONS = {
  unsaved: <CircleAlert {...ICON} />,
  refused: <Ban {...ICON} />,
  stranger: <Ban {...ICON} />,
  connecting: <LoaderCircle {...ICON} />,
  offline: <CloudOff {...ICON} />,
  sending: <RefreshCw {...ICON} />,
  checking: <LoaderCircle {...ICON} />,
  synced: <CircleCheck {...ICON} />,
}

/** The true state of what was written, in a sign and in words. */
export function SyncLabel({ shown }: { readonly shown: SyncShown }) {
  const words = useSyncWords(shown)
  return (
    <>
      {ICONS[shown.kind]}
      <span className="numeric">{words}</span>
    </>
  )
}

function useSyncWords(shown: SyncShown): string {
  const text = useText()
  const formats = useFormats()
  const now = useSeconds(shown.kind === 'synced')
  switch (shown.kind) {
    case 'synced':
      return shown.at === null
        ? text('window.sync.synced')
        : text('window.sync.syncedAgo', { ago: formats.ago(now - Date.parse(shown.at)) })
    case 'offline':
      if (shown.unsent > 0) return text('window.sync.offlineUnsent', { count: shown.unsent })
      return shown.lastContact === null
        ? text('window.sync.offline')
        : text('window.sync.offlineUpToDate', { time: formats.time(shown.lastContact) })
    case 'sending':
      return text('window.sync.sending', { count: shown.unsent })
    case 'refused':
      return text('window.sync.refused', { count: shown.unsent })
    case 'stranger':
      return text('refusal.badCertificate')
    case 'unsaved':
    case 'connecting':
    case 'checking':
      return text(`window.sync.${shown.kind}`)
  }
}

/** The clock of the status bar; ticks only while something counts seconds. */
function useSeconds(ticking: boolean): number {
  const { clock } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => (ticking ? clock.everySecond(listener) : () => undefined),
    [clock, ticking],
  )
  // whole seconds: the same snapshot until the next tick
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / 1000) * 1000)
}
