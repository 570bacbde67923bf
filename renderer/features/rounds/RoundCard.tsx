import { ChevronRight } from 'lucide-react'
import type { RoundState } from '#shared/acts/state.ts'
import { useConferenceState, useDocument, useSelected } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Fingerprint } from '#renderer/ui/Fingerprint.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Renumbered } from './Renumbered.tsx'
import { useChosen } from './use-versions.ts'

/** A round: symbol, date, who closed it, the fingerprint of its text, and what it renumbered. */
export function RoundCard(props: { readonly round: RoundState; readonly previous: RoundState | null }) {
  const { round, previous } = props
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { members } = useConferenceState()
  const { from, to, choose } = useChosen()
  const by = useSelected(
    useDocument().facts,
    ({ log }) => log.find(({ act }) => act === round.act)?.by ?? null,
  )
  const { n, symbol } = round
  const isRead = from === null && to === n
  const when = formats.day(round.received ?? round.claimed)
  const name = by === null ? '' : keyName(members.get(by), language, text)
  return (
    <li className={joinClasses('round', isRead && 'round-read')} aria-current={isRead || undefined}>
      <h3 className="numeric">{symbol}</h3>
      <p className="quiet">
        {text(n === 0 ? 'reading.rounds.opened' : 'reading.rounds.closed', { when, name })}
      </p>
      <Problem words={round.mismatch && text('reading.rounds.mismatch')} />
      <details className="round-more">
        <summary>
          <ChevronRight size={15} aria-hidden />
          {text('reading.rounds.more', { count: round.renumbered.length })}
        </summary>
        <Fingerprint label={text('reading.rounds.hash')} value={round.textHash} />
        <Renumbered round={round} />
      </details>
      <div className="round-actions">
        <Button
          size="small"
          aria-label={text('reading.rounds.readOne', { symbol })}
          onPress={() => {
            choose(null, n)
          }}
        >
          {text('reading.rounds.read')}
        </Button>
        {previous !== null && (
          <Button
            size="small"
            aria-label={text('reading.rounds.withPreviousOf', { symbol })}
            onPress={() => {
              choose(previous.n, n)
            }}
          >
            {text('reading.rounds.withPrevious')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={text('reading.rounds.withNowOf', { symbol })}
          onPress={() => {
            choose(n, 'now')
          }}
        >
          {text('reading.rounds.withNow')}
        </Button>
      </div>
    </li>
  )
}
