import './status.css'
import { Check } from 'lucide-react'
import type { ParagraphStatus } from '#shared/acts/state.ts'

function Sign({ status }: { readonly status: ParagraphStatus }) {
  switch (status) {
    case 'agreed':
      return <Check size={12} strokeWidth={3.2} />
    case 'agreedWithReservation':
      return <>R</>
    case 'blocked':
      return <>!</>
    case 'disputed':
      return <>≠</>
    case 'suppressed':
      return <>×</>
    case 'open':
      return null
  }
}

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
      <Sign status={status} />
    </span>
  )
}
