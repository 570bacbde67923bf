import type { OpenRoom } from '#renderer/editor/room.ts'
import { usePresence } from '#renderer/session/use-room.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { PresenceChips } from '#renderer/ui/PresenceChips.tsx'

/** Which delegations are in the text now. Countries, never persons. */
export function Presence({ room }: { readonly room: OpenRoom }) {
  const text = useText()
  const formats = useFormats()
  const labels = usePresence(room)
  if (labels.length === 0) return null
  return <PresenceChips labels={labels} label={text('window.presence', { list: formats.list(labels) })} />
}
