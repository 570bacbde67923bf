import './counts.css'
import type { CountryPosition } from '#shared/acts/state.ts'
import { countPositions } from '#shared/domain/consensus.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { PositionGlyph } from '#renderer/ui/PositionGlyph.tsx'

const ORDER = [
  'agree',
  'adReferendum',
  'reserve',
  'scrutiny',
  'object',
  'noInstructions',
  'lapsed',
  'none',
] as const

/** How many of the parties said what; what nobody said is left out. */
export function Counts(props: {
  readonly positions: Readonly<Partial<Record<CountryCode, CountryPosition>>>
  readonly parties: readonly CountryCode[]
}) {
  const text = useText()
  const counts = countPositions(props.positions, props.parties)
  return (
    <p className="counts numeric">
      {ORDER.filter((key) => counts[key] > 0).map((key) => (
        <span key={key} className={`sign sign-${key}`}>
          <PositionGlyph value={key} size={11} />
          <span className="unseen">
            {[text(key === 'lapsed' ? 'term.lapsed' : POSITION_WORDS[key]), ''].join(': ')}
          </span>
          <span className="counts-number">{counts[key]}</span>
        </span>
      ))}
    </p>
  )
}
