import { Bell, BellOff, CircleHelp, Keyboard, Monitor, Moon, MoreHorizontal, Sun } from 'lucide-react'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'
import { useSession, useStore } from './context.tsx'

type OfWindow = 'theme' | 'quiet' | 'shortcuts' | 'about'
export type OfConference =
  'away' | 'import' | 'conference' | 'enrolments' | 'drafts' | 'saveExchange' | 'openExchange'

const ICON = { size: 16, 'aria-hidden': true } as const
const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const
const THEME_ICON = { system: <Monitor {...ICON} />, light: <Sun {...ICON} />, dark: <Moon {...ICON} /> }
const THEME_WORDS = {
  system: 'window.theme.system',
  light: 'window.theme.light',
  dark: 'window.theme.dark',
} as const

/** What is wanted now and then: on every screen what concerns the window, after what the screen adds. */
export function MoreMenu({ first = [] }: { readonly first?: readonly MenuEntry<OfConference>[] }) {
  const text = useText()
  const { view, settings, setSettings } = useSession()
  const { theme, quiet = false } = useStore(settings)
  const entries: readonly MenuEntry<OfConference | OfWindow>[] = [
    ...first,
    {
      key: 'theme',
      label: text('window.more.theme'),
      hint: text(THEME_WORDS[theme]),
      icon: THEME_ICON[theme],
    },
    {
      key: 'quiet',
      label: text('window.more.quiet'),
      hint: text(quiet ? 'window.more.quiet.on' : 'window.more.quiet.off'),
      icon: quiet ? <BellOff {...ICON} /> : <Bell {...ICON} />,
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
      entries={entries}
      onChoose={(key) => {
        if (key === 'theme') void setSettings({ theme: NEXT_THEME[theme] })
        else if (key === 'quiet') void setSettings({ quiet: !quiet })
        else view.go({ question: { kind: key } })
      }}
    />
  )
}
