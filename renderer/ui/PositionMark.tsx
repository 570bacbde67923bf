import './position.css'
import type { PositionValue } from '#shared/domain/position.ts'
import { joinClasses } from './classes.ts'
import { PositionGlyph } from './PositionGlyph.tsx'

/** What a cell shows: a value, none, or a value that has lapsed with the wording it was taken on. */
export interface Shown {
  readonly value: PositionValue | 'none'
  readonly lapsed: boolean
}

/**
 * Colour, sign and shape of one position, all three always. A mark says nothing to a screen reader:
 * whoever shows it says it in words too.
 */
export function PositionMark(props: {
  readonly shown: Shown
  readonly code?: string
  readonly size?: 'cell' | 'row' | 'table'
  readonly unsent?: boolean
  readonly prepared?: boolean
}) {
  const { shown, code, size = 'row' } = props
  return (
    <span
      aria-hidden
      className={joinClasses(
        'mark',
        `mark-${size}`,
        `mark-${shown.value}`,
        shown.lapsed && 'mark-lapsed',
        props.unsent === true && 'mark-unsent',
        props.prepared === true && 'mark-prepared',
      )}
    >
      {code !== undefined && <span className="mark-code">{code}</span>}
      {shown.lapsed ? (
        <span className="mark-glyphs">
          <PositionGlyph value="lapsed" size={size === 'cell' ? 9 : 13} />
          <PositionGlyph value={shown.value} size={size === 'cell' ? 7 : 9} />
        </span>
      ) : (
        <PositionGlyph value={shown.value} size={size === 'cell' ? 9.5 : 13} />
      )}
    </span>
  )
}
