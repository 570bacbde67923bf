import { Hourglass } from 'lucide-react'
import { useDocument, useSelected } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { DocumentHead } from './DocumentHead.tsx'

/** There is nothing to read here yet, and why. */
export function WaitingForText() {
  const text = useText()
  const stage = useSelected(useDocument().facts, (facts) => facts.stage)
  const { observes } = usePowers()
  const words = observes
    ? text('window.waiting.observer')
    : stage === 'preparation'
      ? text('window.waiting.preparation')
      : stage === 'jointDrafting'
        ? text('window.waiting.jointDrafting')
        : text('window.text.waiting')
  return (
    <div className="scroll">
      <article className="page page-plain">
        <DocumentHead />
        <p className="page-empty">
          <Hourglass size={20} aria-hidden />
          {words}
        </p>
      </article>
    </div>
  )
}
