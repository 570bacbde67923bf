import { useEffect, type ReactNode } from 'react'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { NegotiatedText } from './NegotiatedText.tsx'
import { PageTools } from './PageTools.tsx'
import { TextSearch } from './TextSearch.tsx'
import type { RowSlots } from './row-slots.ts'

/** The scrolling middle of the window during negotiation, and its row of tools. */
export function NegotiationView(props: {
  readonly slots: RowSlots
  /** What other features put into the row of tools. */
  readonly tools: ReactNode
}) {
  const find = usePlace((place) => place.find)
  useFollowCurrent()
  return (
    <>
      <PageTools>{props.tools}</PageTools>
      {find && <TextSearch />}
      <div className="scroll" tabIndex={-1}>
        <NegotiatedText slots={props.slots} />
      </div>
    </>
  )
}

/** The current paragraph comes into view when it was chosen elsewhere: outline, shortcut, matrix. */
function useFollowCurrent(): void {
  const { view } = useSession()
  useEffect(() => {
    let last: string | null = null
    const follow = () => {
      const { paragraph } = view.get()
      if (paragraph === last) return
      last = paragraph
      if (paragraph === null) return
      const row = document.getElementById(`p-${paragraph}`)
      // not from under a pointer that is being pressed: its click would land elsewhere
      if (row?.matches(':active') === false) row.scrollIntoView({ block: 'nearest' })
    }
    follow()
    return view.subscribe(follow)
  }, [view])
}
