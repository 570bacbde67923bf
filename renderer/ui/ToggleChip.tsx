import './chip.css'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'

export function ToggleChip(props: {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <ToggleButton className="chip" isSelected={props.on} onChange={props.onChange}>
      {props.children}
    </ToggleButton>
  )
}
