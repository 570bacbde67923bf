import './bar.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Hint } from './Hint.tsx'

/** A toolbar: one stop of the Tab key, arrows inside. */
export function Bar(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Toolbar className="bar" aria-label={props.label}>
      {props.children}
    </Toolbar>
  )
}

interface BarItem {
  readonly label: string
  readonly icon: ReactNode
  readonly onPress: () => void
  readonly isDisabled?: boolean
}

export function BarButton({ label, icon, onPress, isDisabled = false }: BarItem) {
  return (
    <Hint words={label}>
      <Button className="bar-item" aria-label={label} isDisabled={isDisabled} onPress={onPress}>
        {icon}
      </Button>
    </Hint>
  )
}

export function BarSwitch({ label, icon, onPress, on }: BarItem & { readonly on: boolean }) {
  return (
    <Hint words={label}>
      <ToggleButton className="bar-item" aria-label={label} isSelected={on} onChange={onPress}>
        {icon}
      </ToggleButton>
    </Hint>
  )
}
