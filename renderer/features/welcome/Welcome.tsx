import './welcome.css'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '#renderer/session/LanguageSwitch.tsx'
import { MoreMenu } from '#renderer/session/MoreMenu.tsx'
import { OF_EVERY_SCREEN, useCommands } from '#renderer/session/use-commands.ts'
import { Hero } from './Hero.tsx'
import { Recents } from './Recents.tsx'

/** The first window: what there is on this device, and how to join a conference. Needs no connection. */
export function Welcome({ join }: { readonly join: ReactNode }) {
  useCommands(OF_EVERY_SCREEN)
  return (
    <div className="welcome">
      <Hero />
      <main className="welcome-main">
        <div className="welcome-languages">
          <LanguageSwitch whole />
          <MoreMenu />
        </div>
        <Recents />
        {join}
      </main>
    </div>
  )
}
