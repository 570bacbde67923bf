import type { StoryItem } from '#renderer/session/story.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'

/** Between what stands above and below it a round was closed. */
export function PastRound({ item }: { readonly item: Extract<StoryItem, { readonly kind: 'round' }> }) {
  const text = useText()
  const formats = useFormats()
  const { round, renumbered } = item
  return (
    <p>
      {text('reading.history.round', {
        symbol: round.symbol,
        when: formats.day(round.received ?? round.claimed),
      })}
      {renumbered !== null && (
        <span className="quiet">
          {SEPARATOR}
          {text('reading.change.renumbered', { from: shown(renumbered.from), to: shown(renumbered.to) })}
        </span>
      )}
    </p>
  )
}

const SEPARATOR = ' · '
/** As in tables of numbers everywhere. */
const shown = (number: string) => (number === '' ? '–' : number)
