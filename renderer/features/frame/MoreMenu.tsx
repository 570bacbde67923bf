import {
  CircleHelp,
  FileInput,
  FileText,
  Keyboard,
  Landmark,
  Monitor,
  Moon,
  MoreHorizontal,
  Sun,
  UserCheck,
} from 'lucide-react'
import { useConference, useSession, useStore } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'

type Key = 'import' | 'conference' | 'enrolments' | 'drafts' | 'shortcuts' | 'about' | 'theme'

const ICON = { size: 16, 'aria-hidden': true } as const
const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const
const THEME_ICON = { system: <Monitor {...ICON} />, light: <Sun {...ICON} />, dark: <Moon {...ICON} /> }
const THEME_WORDS = {
  system: 'window.theme.system',
  light: 'window.theme.light',
  dark: 'window.theme.dark',
} as const

/** What is wanted now and then. */
export function MoreMenu() {
  const text = useText()
  const { view, settings, setSettings } = useSession()
  const { theme } = useStore(settings)
  const hats = useStore(useConference().hats)
  const powers = usePowers()
  const isSecretariat = hats.some(({ member }) => member?.role === 'secretariat')
  const entries: readonly (MenuEntry<Key> | false)[] = [
    powers.holds('registerDocument').length > 0 && {
      key: 'import',
      label: text('window.more.import'),
      icon: <FileInput {...ICON} />,
    },
    { key: 'conference', label: text('people.conference.title'), icon: <Landmark {...ICON} /> },
    {
      key: 'enrolments',
      label: text(isSecretariat ? 'window.more.enrolments' : 'people.title'),
      icon: <UserCheck {...ICON} />,
    },
    { key: 'drafts', label: text('window.more.drafts'), icon: <FileText {...ICON} /> },
    {
      key: 'theme',
      label: text('window.more.theme'),
      hint: text(THEME_WORDS[theme]),
      icon: THEME_ICON[theme],
    },
    { key: 'shortcuts', label: text('window.more.shortcuts'), hint: 'F1', icon: <Keyboard {...ICON} /> },
    { key: 'about', label: text('window.more.about'), icon: <CircleHelp {...ICON} /> },
  ]
  return (
    <MenuButton
      label={text('window.more.label')}
      trigger={
        <Button
          look="ghost"
          aria-label={text('window.more.label')}
          icon={<MoreHorizontal size={18} aria-hidden />}
        />
      }
      entries={entries.filter((entry) => entry !== false)}
      onChoose={(key) => {
        if (key === 'theme') void setSettings({ theme: NEXT_THEME[theme] })
        else view.go({ question: { kind: key } })
      }}
    />
  )
}
