import './history.css'
import { useMemo } from 'react'
import { useDocument, useParagraph, useSelected } from '#renderer/session/context.tsx'
import { storyOf, type StoryItem } from '#renderer/session/story.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Decision } from './Decision.tsx'
import { PastProposal } from './PastProposal.tsx'
import { PastRound } from './PastRound.tsx'
import { PastWording } from './PastWording.tsx'

/** One paragraph across all rounds, the newest first: who proposed, what was decided, by whom, when and why. */
export function HistorySheet({ id }: { readonly id: string }) {
  const text = useText()
  const { facts } = useDocument()
  const paragraph = useParagraph(id)
  const log = useSelected(facts, (value) => value.log)
  const rounds = useSelected(facts, (value) => value.rounds)
  const proposals = useSelected(facts, (value) => value.proposals)
  const story = useMemo(
    () => (paragraph === undefined ? [] : storyOf(paragraph, { log, rounds, proposals }).toReversed()),
    [paragraph, log, rounds, proposals],
  )
  return (
    <ol className="history" aria-label={text('reading.history.label')}>
      {story.map((item) => (
        <li key={keyOf(item)} className={`past past-${item.kind}`}>
          <Item item={item} />
        </li>
      ))}
    </ol>
  )
}

const keyOf = (item: StoryItem): string =>
  item.kind === 'wording' ? `${item.wording.act} ${item.wording.hash}` : `${item.kind} ${item.entry.act}`

function Item({ item }: { readonly item: StoryItem }) {
  switch (item.kind) {
    case 'wording':
      return <PastWording item={item} />
    case 'proposal':
      return <PastProposal item={item} />
    case 'decision':
      return <Decision entry={item.entry} />
    case 'round':
      return <PastRound item={item} />
  }
}
