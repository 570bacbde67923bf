import { memo } from 'react'
import type { CountryPosition } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useUnsent } from '#renderer/session/position-choice.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { joinClasses } from '#renderer/ui/classes.ts'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'
import { onDigitKey } from './digit.ts'

export interface MatrixCellProps {
  readonly code: CountryCode
  /** Of the table, from 1. */
  readonly column: number
  readonly position: CountryPosition | undefined
  readonly isParty: boolean
  readonly isOwn: boolean
  readonly isPrepared: boolean
  readonly isStop: boolean
  readonly isOpen: boolean
  readonly onFocus: () => void
  readonly onPress: (element: Element) => void
  readonly onDigit: (digit: number) => void
}

/** What one State says of one paragraph. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { code, position = { kind: 'none' }, isOwn, isParty, isPrepared, isStop } = props
  const text = useText()
  const language = useLanguage()
  const unsent = useUnsent(position.kind === 'none' ? null : position.act)
  const value = position.kind === 'none' ? 'none' : position.value
  const lapsed = position.kind === 'lapsed'
  const name = text(lapsed ? 'consensus.cell.lapsed' : 'consensus.cell.current', {
    country: country(code, language),
    value: text(POSITION_WORDS[value]),
    own: isOwn,
    prepared: isPrepared,
    unsent,
    party: isParty,
  })
  return (
    <td
      aria-colindex={props.column}
      className={joinClasses(isOwn && 'matrix-own', !isParty && 'matrix-outside')}
    >
      <button
        type="button"
        className={joinClasses('matrix-cell', unsent && 'matrix-unsent')}
        tabIndex={isStop ? 0 : -1}
        data-stop={isStop || undefined}
        aria-label={name}
        aria-haspopup={isOwn ? 'menu' : 'dialog'}
        aria-expanded={props.isOpen}
        title={name}
        onFocus={props.onFocus}
        onKeyDown={onDigitKey(props.onDigit)}
        onClick={(event) => {
          props.onPress(event.currentTarget)
        }}
      >
        <PositionMark size="table" shown={{ value, lapsed }} prepared={isPrepared} />
      </button>
    </td>
  )
})
