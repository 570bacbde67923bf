/**
 * The signs of the position code, drawn rather than typed: a machine without the right font shows the
 * same sign. Each differs from the others without colour.
 */
import type { PositionValue } from '#shared/domain/position.ts'

export type ShownValue = PositionValue | 'none' | 'lapsed'

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

function Drawing({ value }: { readonly value: ShownValue }) {
  switch (value) {
    case 'agree':
      return <path d="M2.2 6.4 4.9 9 9.8 3.2" {...LINE} strokeWidth="2" />
    case 'adReferendum':
      return (
        <g fill="currentColor">
          <circle cx="2.3" cy="6" r="1.25" />
          <circle cx="6" cy="6" r="1.25" />
          <circle cx="9.7" cy="6" r="1.25" />
        </g>
      )
    case 'reserve':
      return (
        <g>
          <circle cx="6" cy="6" r="4.1" {...LINE} strokeWidth="1.5" />
          <path d="M6 1.9a4.1 4.1 0 0 0 0 8.2z" fill="currentColor" />
        </g>
      )
    case 'scrutiny':
      return (
        <g {...LINE} strokeWidth="1.5">
          <circle cx="6" cy="6" r="4.3" />
          <path d="M6 3.4V6l2 1.3" />
        </g>
      )
    case 'object':
      return <path d="m3 3 6 6M9 3 3 9" {...LINE} strokeWidth="2" />
    case 'noInstructions':
      return <path d="M2.8 6h6.4" {...LINE} strokeWidth="1.8" />
    case 'lapsed':
      return (
        <g {...LINE} strokeWidth="1.5">
          <path d="M2.2 6.6A3.9 3.9 0 1 0 3.6 3" />
          <path d="M3.4.9v2.3h2.3" />
        </g>
      )
    case 'none':
      return <circle cx="6" cy="6" r="1.2" fill="currentColor" />
  }
}

export function PositionGlyph({ value, size = 12 }: { readonly value: ShownValue; readonly size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 12 12" width={size} height={size} aria-hidden focusable="false">
      <Drawing value={value} />
    </svg>
  )
}
