import './negotiation.css'
import { useDocument, useSession, useStore } from '#renderer/session/context.tsx'
import { useShownOrder } from '#renderer/session/use-text-filter.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { moveFocus } from '#renderer/ui/roving.ts'
import { DocumentHead } from './DocumentHead.tsx'
import { ParagraphRow } from './ParagraphRow.tsx'
import type { RowSlots } from './row-slots.ts'

/** The text under negotiation: nobody types here, there is nothing to type into (rule 2). */
export function NegotiatedText({ slots }: { readonly slots: RowSlots }) {
  const text = useText()
  const { view } = useSession()
  const order = useStore(useDocument().order)
  const shown = useShownOrder()
  // one listener for the whole text: the row that is touched becomes the current one
  const choose = ({ target }: { readonly target: EventTarget }) => {
    const id = target instanceof Element ? target.closest('.row')?.id.slice('p-'.length) : undefined
    if (id !== undefined && id !== view.get().paragraph) view.go({ paragraph: id, country: null })
  }
  return (
    <article className="page" aria-label={text('window.text.label')}>
      <DocumentHead />
      {order.length === 0 && <p className="page-empty">{text('window.text.waiting')}</p>}
      <div
        role="presentation"
        onKeyDown={(event) => {
          moveFocus(event, { columns: 1, selector: '.row-number' })
        }}
        onPointerDown={choose}
        onFocus={choose}
      >
        {shown.length === 0 && order.length > 0 && (
          <p className="page-empty">{text('reading.filter.none')}</p>
        )}
        {shown.map((id) => (
          <ParagraphRow key={id} id={id} slots={slots} />
        ))}
      </div>
    </article>
  )
}
