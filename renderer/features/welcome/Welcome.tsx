import './welcome.css'
import { useEffect, type ReactNode } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import { LanguageSwitch } from '#renderer/session/LanguageSwitch.tsx'
import { Hero } from './Hero.tsx'
import { Recents } from './Recents.tsx'

/** The first window: what there is on this device, and how to join a conference. Needs no connection. */
export function Welcome({ join }: { readonly join: ReactNode }) {
  const { line, view } = useSession()
  useEffect(
    () =>
      line.on('menu', (command) => {
        // of the menu's commands only these two need no conference
        if (command === 'about' || command === 'shortcuts') view.go({ question: { kind: command } })
      }),
    [line, view],
  )
  return (
    <div className="welcome">
      <Hero />
      <main className="welcome-main">
        <div className="welcome-languages">
          <LanguageSwitch whole />
        </div>
        <Recents />
        {join}
      </main>
    </div>
  )
}
