import './negotiation.css'
import type { ComponentType } from 'react'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { moveFocus } from '#renderer/ui/roving.ts'
import { DocumentHead } from './DocumentHead.tsx'
import { ParagraphRow } from './ParagraphRow.tsx'

/** The text under negotiation: nobody types here, there is nothing to type into (rule 2). */
export function NegotiatedText(props: {
  readonly Strip: ComponentType<{ readonly id: string }>
  readonly Screen: ComponentType<{ readonly id: string }>
}) {
  const text = useText()
  const order = useStore(useDocument().order)
  return (
    <article
      className="page"
      aria-label={text('window.text.label')}
      onKeyDown={(event) => {
        moveFocus(event, { columns: 1, selector: '.row-number' })
      }}
    >
      <DocumentHead />
      {order.length === 0 && <p className="page-empty">{text('window.text.waiting')}</p>}
      {order.map((id) => (
        <ParagraphRow key={id} id={id} Strip={props.Strip} Screen={props.Screen} />
      ))}
    </article>
  )
}
