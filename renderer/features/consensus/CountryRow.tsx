import { memo, useEffect, useRef } from 'react'
import type { CountryPosition, Wording } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { usePlace } from '#renderer/session/context.tsx'
import { PositionDetails } from '#renderer/session/PositionDetails.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Code } from '#renderer/ui/Code.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

interface CountryRowProps {
  readonly code: CountryCode
  readonly paragraph: string
  readonly position: CountryPosition | undefined
  readonly isParty: boolean
  readonly office: 'ppt' | 'troika' | null
  readonly wording: Wording | null
}

/** One State: what it said, since when, who said it, and why; a lapsed position with what changed since. */
export const CountryRow = memo(function CountryRow(props: CountryRowProps) {
  const { code, position = { kind: 'none' }, isParty, office } = props
  const text = useText()
  const language = useLanguage()
  const asked = usePlace((place) => place.country === code && place.paragraph === props.paragraph)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (asked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  const value = position.kind === 'none' ? 'none' : position.value
  const lapsed = position.kind === 'lapsed'
  return (
    <li ref={row} className={joinClasses('country', asked && 'country-asked')}>
      <div className="country-line">
        <Code code={code} />
        <span className="country-name">
          {country(code, language)}
          {office !== null && (
            <span className="quiet aside">{text(office === 'ppt' ? 'people.ppt' : 'term.troika')}</span>
          )}
          {!isParty && <span className="quiet aside">{text('consensus.notParty')}</span>}
        </span>
        <span className={joinClasses('country-value', lapsed && 'country-value-lapsed')}>
          {text(POSITION_WORDS[value])}
        </span>
        <PositionMark shown={{ value, lapsed }} />
      </div>
      {position.kind !== 'none' && (
        <div className="country-details">
          <PositionDetails position={position} wording={asked ? props.wording : null} />
        </div>
      )}
    </li>
  )
})
