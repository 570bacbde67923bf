import { useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { targetsOf, type Target } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'

/** Words kept beside each change. */
const AROUND = 7
/** Below this a wording is shown whole. */
const SHORT = 260

/** What a proposal would do to the words, each kind in a form of its own. */
export function Change({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const { operation, language } = proposal
  const paragraphs = useStore(useDocument().paragraphs)
  const before = targetsOf(operation).map((target) => wordsAt(target, paragraphs))
  switch (operation.kind) {
    case 'amend':
      return <Compared before={before.join('')} after={wordingText(operation.clauses)} language={language} />
    case 'alternative':
      return (
        <>
          <Whole clauses={operation.clauses} language={language} className="change-alternative" />
          <details className="change-more">
            <summary>{text('proposals.compare')}</summary>
            <Compared before={before.join('')} after={wordingText(operation.clauses)} language={language} />
          </details>
        </>
      )
    case 'insert':
      return <Compared before="" after={wordingText(operation.clauses)} language={language} />
    case 'delete':
      return <Compared before={before.join('')} after="" language={language} />
    case 'move':
      return (
        <p className="change-words change-quoted" lang={language}>
          {before.join('')}
        </p>
      )
    case 'split':
      return (
        <ol className="change-parts">
          {operation.parts.map((clauses, i) => (
            // parts have no identity of their own: their place is it
            <li key={i}>
              <Whole clauses={clauses} language={language} />
            </li>
          ))}
        </ol>
      )
    case 'merge':
      return <Compared before={before.join(' ')} after={wordingText(operation.clauses)} language={language} />
  }
}

function Whole(props: {
  readonly clauses: readonly Clause[]
  readonly language: string
  readonly className?: string
}) {
  return (
    <p className={['change-words', props.className ?? ''].join(' ')} lang={props.language}>
      {wordingText(props.clauses)}
    </p>
  )
}

/** The words around each change, and the whole wording on demand. */
function Compared(props: { readonly before: string; readonly after: string; readonly language: string }) {
  const { before, after, language } = props
  const text = useText()
  const [whole, setWhole] = useState(false)
  const isLong = before.length > SHORT && after !== ''
  return (
    <>
      <WordDiff
        before={before}
        after={after}
        language={language}
        removedLabel={text('window.diff.removed')}
        addedLabel={text('window.diff.added')}
        around={isLong && !whole ? AROUND : undefined}
      />
      {before === after && <p className="quiet">{text('proposals.sameWords')}</p>}
      {isLong && before !== after && (
        <button
          type="button"
          className="link change-toggle"
          onClick={() => {
            setWhole(!whole)
          }}
        >
          {text(whole ? 'proposals.shorten' : 'proposals.whole')}
        </button>
      )}
    </>
  )
}

/** The wording the proposal names, whatever has become of the paragraph since. */
function wordsAt({ paragraph: id, hash }: Target, paragraphs: readonly ParagraphState[]): string {
  const paragraph = paragraphs.find((one) => one.id === id)
  if (paragraph === undefined) return ''
  const named = paragraph.history.find((wording) => wording.hash === hash) ?? shownWording(paragraph)
  return named === null ? '' : wordingText(named.clauses)
}
