import { useDocument, useSelected, useStore } from '#renderer/session/context.tsx'
import type { DocumentFacts } from '#renderer/session/document-store.ts'
import { progressOf } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'

const countProposals = (facts: DocumentFacts) =>
  facts.proposals.filter(({ status }) => status === 'pending').length
const countBrackets = (facts: DocumentFacts) => facts.brackets.filter(({ lifted }) => lifted === null).length

const PARTS = ['agreed', 'reserved', 'blocked', 'open'] as const

/** How far the text has come: a bar, and always the words below it. */
export function ProgressMeter() {
  const text = useText()
  const { facts } = useDocument()
  const proposals = useSelected(facts, countProposals)
  const brackets = useSelected(facts, countBrackets)
  const progress = progressOf(useStore(useDocument().paragraphs))
  if (progress.total === 0) return null
  const { agreed, reserved, blocked, open, total } = progress
  return (
    <section className="nav-section" aria-label={text('window.progress.label')}>
      <h2>{text('window.progress.label')}</h2>
      <svg className="meter" viewBox={`0 0 ${String(total)} 1`} preserveAspectRatio="none" aria-hidden>
        {PARTS.map((part, i) => (
          <rect
            key={part}
            className={`meter-${part}`}
            x={PARTS.slice(0, i).reduce((sum, before) => sum + progress[before], 0)}
            width={progress[part]}
            height="1"
          />
        ))}
      </svg>
      <p className="meter-words">{text('window.progress.words', { agreed: agreed + reserved, total })}</p>
      <p className="quiet meter-words">{text('window.progress.rest', { reserved, blocked, open })}</p>
      {proposals + brackets > 0 && (
        <p className="quiet meter-words">{text('proposals.waiting', { proposals, brackets })}</p>
      )}
    </section>
  )
}
