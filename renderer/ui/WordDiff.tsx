import './word-diff.css'
import { useMemo } from 'react'
import { diffWords } from '#shared/words/diff.ts'
import { excerpt } from './excerpt.ts'

/**
 * From one wording to another, word by word: removed words struck through, new ones underlined, both with
 * a sign of their own for whoever cannot see either.
 */
export function WordDiff(props: {
  readonly before: string
  readonly after: string
  readonly language: string
  readonly removedLabel: string
  readonly addedLabel: string
  /** So many words beside each change; without it the whole wording. */
  readonly around?: number | undefined
}) {
  const { before, after, around } = props
  const segments = useMemo(() => {
    const all = diffWords(before, after)
    return around === undefined ? all : excerpt(all, around)
  }, [before, after, around])
  return (
    <p className="word-diff" lang={props.language}>
      {segments.map((segment, i) => {
        if (segment.kind === 'same') return <span key={i}>{segment.text}</span>
        const removed = segment.kind === 'removed'
        const Passage = removed ? 'del' : 'ins'
        return (
          <Passage key={i}>
            <span className="unseen">{opening(removed ? props.removedLabel : props.addedLabel)}</span>
            {segment.text}
            <span className="unseen">{CLOSING}</span>
          </Passage>
        )
      })}
    </p>
  )
}

/** What a screen reader that does not tell insertions from deletions reads around them. */
const opening = (label: string) => `[${label}: `
const CLOSING = ']'
