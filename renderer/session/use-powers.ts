/** Hooks over {@link powersOf}: what this member's hats can do with the document in view. */
import { useMemo, useState } from 'react'
import type { Action } from '#shared/domain/rights.ts'
import type { Hat } from '#shared/ipc/contract.ts'
import { useConference, useDocument, useSelected, useSession, useStore } from './context.tsx'
import type { Target } from './intents.ts'
import { powersOf, sectionOf, type Powers } from './powers.ts'

export function usePowers(): Powers {
  const { clock } = useSession()
  const conference = useConference()
  const document = useDocument()
  const hats = useStore(conference.hats)
  const state = useStore(conference.state)
  const stage = useSelected(document.facts, (facts) => facts.stage)
  const suspended = useSelected(document.facts, (facts) => facts.suspended)
  return useMemo(() => {
    const today = new Date(clock.now()).toISOString()
    return powersOf(hats, state, document.id, { stage, suspended, today })
  }, [clock, hats, state, document.id, stage, suspended])
}

/** An office to act in: the hat taken, and those there are to choose from (rule 20). */
export interface Office {
  readonly hat: Hat
  readonly hats: readonly Hat[]
  readonly target: Target
  choose(hat: Hat): void
}

/** null: none of this member's hats can. With a paragraph, facilitators of its section count. */
export function useOffice(action: Action, paragraph: string | null = null): Office | null {
  const { conf } = useConference()
  const document = useDocument()
  const powers = usePowers()
  const section = useSelected(document.paragraphs, (all) =>
    paragraph === null ? null : sectionOf(all, paragraph),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const hats = powers.may(action, section)
  const hat = hats.find(({ key }) => key === chosen) ?? hats[0]
  if (hat === undefined) return null
  return {
    hat,
    hats,
    target: { conf, doc: document.id, hat: hat.key },
    choose({ key }) {
      setChosen(key)
    },
  }
}
