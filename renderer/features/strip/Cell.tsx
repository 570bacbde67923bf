import { memo, type RefObject } from 'react'
import type { CountryPosition } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { useUnsent } from '#renderer/session/position-choice.ts'
import { joinClasses } from '#renderer/ui/classes.ts'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

export interface CellProps {
  readonly code: CountryCode
  readonly position: CountryPosition | undefined
  readonly isParty: boolean
  readonly isOwn: boolean
  /** Where the Tab key stops in the strip. */
  readonly isStop: boolean
  readonly isPrepared?: boolean
  readonly anchor?: RefObject<HTMLButtonElement | null>
  readonly onPress: () => void
}

/** A plain button: three hundred paragraphs have 3,600 of these. */
export const Cell = memo(function Cell(props: CellProps) {
  const { code, position = { kind: 'none' }, isOwn } = props
  const text = useText()
  const language = useLanguage()
  const unsent = useUnsent(position.kind === 'none' ? null : position.act)
  const value = position.kind === 'none' ? 'none' : position.value
  const name = text(position.kind === 'lapsed' ? 'consensus.cell.lapsed' : 'consensus.cell.current', {
    country: country(code, language),
    value: text(POSITION_WORDS[value]),
    own: isOwn,
    prepared: props.isPrepared === true,
    unsent,
    party: props.isParty,
  })
  // what is seen on the cell comes first in its name
  const labelled = `${code} · ${name}`
  return (
    <button
      ref={props.anchor}
      type="button"
      className={joinClasses('cell', isOwn && 'cell-own', !props.isParty && 'cell-outside')}
      tabIndex={props.isStop ? 0 : -1}
      aria-label={labelled}
      title={name}
      {...(isOwn ? { 'aria-haspopup': 'menu' as const } : {})}
      onClick={props.onPress}
    >
      <PositionMark
        size="cell"
        code={code}
        shown={{ value, lapsed: position.kind === 'lapsed' }}
        unsent={unsent}
        prepared={props.isPrepared === true}
      />
    </button>
  )
})
