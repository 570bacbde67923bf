import { FileDown, FileInput, FileText, FileUp, History, Landmark, UserCheck } from 'lucide-react'
import { useConference, useConferenceState, useStore } from '#renderer/session/context.tsx'
import { MoreMenu, type OfConference } from '#renderer/session/MoreMenu.tsx'
import { mayRegister } from '#renderer/session/powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import type { MenuEntry } from '#renderer/ui/Menu.tsx'

const ICON = { size: 16, 'aria-hidden': true } as const

/** What concerns the Conference and its members, with or without a document in view. */
export function ConferenceMenu() {
  const text = useText()
  const hats = useStore(useConference().hats)
  const isSecretariat = hats.some(({ member }) => member?.role === 'secretariat')
  const hasDocument = useConferenceState().documents.size > 0
  const entries: readonly (MenuEntry<OfConference> | false)[] = [
    mayRegister(hats) && {
      key: 'import',
      label: text('window.more.import'),
      icon: <FileInput {...ICON} />,
    },
    hasDocument && { key: 'away', label: text('term.whileAway'), icon: <History {...ICON} /> },
    { key: 'conference', label: text('people.conference.title'), icon: <Landmark {...ICON} /> },
    {
      key: 'enrolments',
      label: text(isSecretariat ? 'window.more.enrolments' : 'people.title'),
      icon: <UserCheck {...ICON} />,
    },
    { key: 'drafts', label: text('window.more.drafts'), icon: <FileText {...ICON} /> },
    { key: 'saveExchange', label: text('exchange.save.menu'), icon: <FileDown {...ICON} /> },
    { key: 'openExchange', label: text('exchange.open.menu'), icon: <FileUp {...ICON} /> },
  ]
  return <MoreMenu first={entries.filter((entry) => entry !== false)} />
}
