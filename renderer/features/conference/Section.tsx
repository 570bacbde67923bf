import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/language.tsx'

/** One heading of the records, and what stands under it; what has no records yet says so. */
export function Section(props: {
  readonly title: string
  readonly isEmpty: boolean
  readonly children: ReactNode
}) {
  const text = useText()
  return (
    <section className="conference-section" aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.isEmpty ? <p className="quiet">{text('people.conference.none')}</p> : props.children}
    </section>
  )
}
