import './status.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ParagraphStatus } from '#shared/acts/state.ts'

/** The same in every language. */
const SIGNS = {
  agreed: <Check size={12} strokeWidth={3.2} />,
  agreedWithReservation: 'R',
  blocked: '!',
  disputed: '≠',
  suppressed: '×',
  open: null,
} as const satisfies Record<ParagraphStatus, ReactNode>

/** The square of a paragraph: sign and border as well as colour. `label` says it in words. */
export function StatusSquare({
  status,
  label,
}: {
  readonly status: ParagraphStatus
  readonly label?: string
}) {
  const naming =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)
  return (
    <span className={`square square-${status}`} {...naming}>
      {SIGNS[status]}
    </span>
  )
}
