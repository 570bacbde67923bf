import type { RoundState } from '#shared/acts/state.ts'
import { useText } from '#renderer/i18n/language.tsx'

/** The table of old and new numbers that closing the round made (rule 9). */
export function Renumbered({ round }: { readonly round: RoundState }) {
  const text = useText()
  if (round.renumbered.length === 0) return <p className="quiet">{text('reading.rounds.sameNumbers')}</p>
  return (
    <table className="round-numbers">
      <caption className="unseen">{text('reading.rounds.numbers', { symbol: round.symbol })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('reading.rounds.oldNumber')}</th>
          <th scope="col">{text('reading.rounds.newNumber')}</th>
        </tr>
      </thead>
      <tbody>
        {round.renumbered.map(({ paragraph, from, to }) => (
          <tr key={paragraph}>
            <td className="numeric">{from === '' ? NO_NUMBER : from}</td>
            <td className="numeric">{to === '' ? NO_NUMBER : to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** As in tables of numbers everywhere. */
const NO_NUMBER = '–'
